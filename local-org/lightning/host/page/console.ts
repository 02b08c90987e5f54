import type { App } from '../../site.ts';
import { parseAddress, recordPath, type Address } from '../address.ts';
import { fieldText, getRecord } from '../records.ts';
import { routeWith } from '../route.ts';
import type { Content } from './content.ts';
import { element, markCurrent } from './dom.ts';
import { showFailure } from './failure.ts';

/** Something open in the console; hidden while the user is elsewhere, and never made anew. */
interface View {
    readonly path: string;
    readonly title: string;
    readonly panel: HTMLElement;
}

/** A record with what was opened beside it. */
interface Workspace {
    readonly main: View;
    readonly subtabs: View[];
}

type Show = (address: Address) => Promise<Content>;

// Imitates: a console opens records as workspace tabs, and as subtabs where its navigation rules say so — Salesforce Help: Salesforce console [C]
export async function showConsole(main: HTMLElement, app: App, show: Show): Promise<void> {
    const workspaces: Workspace[] = [];
    /** What the tabs of the app have led to. */
    const items: View[] = [];
    const tabs = element('nav', { class: 'local-workspaces', 'aria-label': 'Workspaces' });
    const subtabs = element('nav', { class: 'local-workspaces', 'aria-label': 'Subtabs' });
    main.append(tabs, subtabs);

    const views = () => [...items, ...workspaces.flatMap((workspace) => [workspace.main, ...workspace.subtabs])];

    async function make(path: string, address: Address): Promise<View> {
        const { title, parts } = await show(address);
        const panel = element('div', { class: 'local-view' }, ...parts);
        main.append(panel);
        return { path, title, panel };
    }

    async function open(path: string, address: Address): Promise<void> {
        const known = views().find((view) => view.path === path);
        if (known) {
            display(known);
        } else if (address.kind === 'record') {
            const parentId = await fieldOf(address, app.subtabs[address.object]);
            const opened = await make(path, address);
            if (parentId === '') workspaces.push({ main: opened, subtabs: [] });
            else (await workspaceOf(recordPath(address.object, parentId))).subtabs.push(opened);
            display(opened);
        } else {
            items.push(await make(path, address));
            display(items.at(-1) as View);
        }
    }

    async function workspaceOf(path: string): Promise<Workspace> {
        const known = workspaces.find((workspace) => workspace.main.path === path);
        if (known) return known;
        const made = { main: await make(path, parseAddress(path) as Address), subtabs: [] };
        workspaces.push(made);
        return made;
    }

    function display(shown: View): void {
        for (const view of views()) view.panel.hidden = view !== shown;
        const current = workspaces.find((workspace) => [workspace.main, ...workspace.subtabs].includes(shown));
        strip(
            tabs,
            workspaces.map((workspace) => workspace.main),
            current?.main
        );
        strip(subtabs, current && current.subtabs.length > 0 ? [current.main, ...current.subtabs] : [], shown);
        document.title = `${shown.title} | local-org`;
        if (location.pathname !== shown.path) history.pushState(null, '', shown.path);
        for (const link of document.querySelectorAll<HTMLAnchorElement>('header .local-tabs a')) {
            markCurrent(link, link.pathname === shown.path);
        }
    }

    const openUrl = ({ pathname }: URL): boolean => {
        const address = parseAddress(pathname);
        if (!address || !['record', 'list', 'home', 'tab'].includes(address.kind)) return false;
        open(pathname, address).catch((error: unknown) => {
            showFailure(main, error);
        });
        return true;
    };
    routeWith(openUrl);
    window.addEventListener('popstate', () => {
        openUrl(new URL(location.href));
    });
    await open(location.pathname, parseAddress(location.pathname) as Address);
}

async function fieldOf({ recordId }: { recordId: string }, field: string | undefined): Promise<string> {
    return field === undefined ? '' : fieldText(await getRecord(recordId), field);
}

/** The titles of what is open, as links, so that they work as any other. */
function strip(place: HTMLElement, views: readonly View[], current: View | undefined): void {
    place.hidden = views.length === 0;
    const links = views.map((view) => {
        const link = element('a', { href: view.path }, view.title);
        markCurrent(link, view === current);
        return element('li', {}, link);
    });
    place.replaceChildren(element('ul', { class: 'local-tabs' }, ...links));
}
