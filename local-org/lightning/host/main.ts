/** Starts a page: who the user is, what the project brings, then the page that the address names. */
import '@lwc/synthetic-shadow';
import type { Session, Site } from '../site.ts';
import { imitateMobileApp } from './device.ts';
import { startSandbox, usePlatformModules } from './loader.ts';
import { showComponent } from './page/component.ts';
import { showFailure } from './page/failure.ts';
import { galleryApex, prepareGallery, showGallery } from './page/gallery.ts';
import { showHeader } from './page/header.ts';
import { showRecordPage } from './page/recordPage.ts';
import { listenForRefresh } from './page/refresh.ts';
import { showToasts } from './page/toasts.ts';
import { callApex, platformModules } from './platformModules.ts';
import { getJson } from './server.ts';

/** What nobody could establish without an org, by the number of the question; the host answers U19 and U33. */
type Switches = Readonly<Record<string, string>>;

async function start(): Promise<void> {
    const [session, switches, site] = await Promise.all([
        getJson<Session>('/local/session'),
        getJson<Switches>('/local/switches'),
        getJson<Site>('/lightning/_host/site.json')
    ]);
    const isGallery = location.pathname === '/gallery';
    imitateMobileApp(switches.U33);
    if (isGallery) prepareGallery();
    startSandbox({ withReleaseGates: switches.U19 === 'd' });
    usePlatformModules(platformModules(site, session, isGallery ? galleryApex(site) : callApex));
    showToasts();
    listenForRefresh();
    const main = document.querySelector('main') ?? document.body;
    await (isGallery ? showGallery(main) : showPage(main, site, session));
    document.documentElement.dataset.page = 'ready';
}

async function showPage(main: HTMLElement, site: Site, session: Session): Promise<void> {
    const [area, name = '', recordId = ''] = location.pathname.replace(/^\/(lightning|local)\//, '').split('/');
    if (area === 'r') {
        await showHeader(session);
        await showRecordPage(main, site, name, recordId);
    } else if (area === 'n') {
        const tab = site.tabs[name];
        if (!tab) throw new Error(`There is no tab ${name}`);
        document.title = `${tab.label} | local-org`;
        await showHeader(session);
        main.append(await showComponent({ component: tab.component, properties: {} }));
    } else {
        // a component by itself, its public properties in the query string
        const properties = Object.fromEntries(new URLSearchParams(location.search));
        document.title = `${name} | local-org`;
        main.append(await showComponent({ component: `c/${name}`, properties }));
    }
}

start().catch((error: unknown) => {
    showFailure(document.querySelector('main') ?? document.body, error);
});
