/** Starts a page: who the user is, what the project brings, then the page that the address names. */
import '@lwc/synthetic-shadow';
import type { Session, Site } from '../site.ts';
import { parseAddress, tabPath, type Address } from './address.ts';
import { chooseApp, currentApp, openApps } from './currentApp.ts';
import { imitateMobileApp } from './device.ts';
import { startSandbox, usePlatformModules } from './loader.ts';
import { showComponent } from './page/component.ts';
import { showConsole } from './page/console.ts';
import { content } from './page/content.ts';
import { showFailure } from './page/failure.ts';
import { galleryApex, galleryLanguage, prepareGallery, showGallery } from './page/gallery.ts';
import { showFlowScreen } from './page/flowScreen.ts';
import { header } from './page/header.ts';
import { listenForRefresh } from './page/refresh.ts';
import { showSitePage } from './page/sitePage.ts';
import { showToasts } from './page/toasts.ts';
import { utilityBar } from './page/utilityBar.ts';
import { callApex, platformModules } from './platformModules.ts';
import { getJson } from './server.ts';
import { applyTheme } from './theme.ts';

/** What nobody could establish without an org, by the number of the question; the host answers U19, U33 and U43. */
type Switches = Readonly<Record<string, string>>;

async function start(): Promise<void> {
    const address = parseAddress(location.pathname);
    if (!address) throw new Error('There is no such page');
    const isGallery = address.kind === 'gallery';
    const [session, switches, site] = await Promise.all([
        getJson<Session>('/local/session'),
        getJson<Switches>('/local/switches'),
        getJson<Site>(`/lightning/_host/site.json${isGallery ? galleryLanguage() : ''}`),
        applyTheme()
    ]);
    const experienceSite =
        address.kind === 'site'
            ? site.experienceSites.find(({ basePath }) => basePath === address.basePath)
            : undefined;
    imitateMobileApp(switches.U33);
    if (isGallery) prepareGallery();
    startSandbox({ withReleaseGates: switches.U19 === 'd' });
    usePlatformModules(
        platformModules({
            site,
            session,
            call: isGallery ? galleryApex(site) : callApex,
            experienceSite,
            hasBareBasePath: switches.U43 === 'b'
        })
    );
    showToasts();
    listenForRefresh();
    const main = document.querySelector('main') ?? document.body;
    if (address.kind === 'site') await showSitePage(main, experienceSite, address.page);
    else await showPage(main, address, site, session);
    document.documentElement.dataset.page = 'ready';
}

async function showPage(main: HTMLElement, address: Address, site: Site, session: Session): Promise<void> {
    if (address.kind === 'gallery') {
        await showGallery(main);
    } else if (address.kind === 'component') {
        document.title = `${address.name} | local-org`;
        main.append(await showComponent({ component: `c/${address.name}`, properties: givenProperties() }));
    } else if (address.kind === 'flow-screen') {
        await showFlowScreen(main, address.name, givenProperties());
    } else {
        await showInApp(main, landing(address, site, session), site, session);
    }
}

/** Public properties of a component that stands by itself. */
function givenProperties(): Record<string, string> {
    const query = new URLSearchParams(location.search);
    query.delete('theme');
    return Object.fromEntries(query);
}

/** The address of an app leads to its landing tab, and makes it the current app. */
function landing(address: Address, site: Site, session: Session): Address {
    if (address.kind !== 'app') return address;
    const app = new Map(openApps(site, session)).get(address.name);
    const tab = app && site.tabs[app.landingTab];
    if (!tab) throw new Error(`There is no app ${address.name}, or it is hidden from you`);
    chooseApp(address.name);
    const path = tabPath(app.landingTab, tab);
    history.replaceState(null, '', path);
    return parseAddress(path) ?? address;
}

async function showInApp(main: HTMLElement, address: Address, site: Site, session: Session): Promise<void> {
    const app = currentApp(site, session);
    document.body.prepend(await header(site, session, app));
    if (app.utilities.length > 0) document.body.append(await utilityBar(app));
    if (app.navigation === 'Console') {
        await showConsole(main, app, (opened) => content(opened, site, session, app));
    } else {
        const { title, parts } = await content(address, site, session, app);
        document.title = `${title} | local-org`;
        main.append(...parts);
    }
}

start().catch((error: unknown) => {
    showFailure(document.querySelector('main') ?? document.body, error);
});
