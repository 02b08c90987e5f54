import type { App, Session, Site } from '../../site.ts';
import type { Address } from '../address.ts';
import { mayOpenTab } from '../currentApp.ts';
import { askFor, fieldText, getRecord } from '../records.ts';
import { showComponent } from './component.ts';
import { element } from './dom.ts';
import { lightningPage } from './lightningPage.ts';
import { plainRecord, recordList } from './recordList.ts';
import { decidingFields } from './visibility.ts';

/** What a page shows between the bars around it. */
export interface Content {
    readonly title: string;
    readonly parts: readonly HTMLElement[];
}

/** What an address leads to in an app; nothing of the page is changed. */
export async function content(address: Address, site: Site, session: Session, app: App): Promise<Content> {
    switch (address.kind) {
        case 'record':
            return record(address.object, address.recordId, site, app);
        case 'list':
            return list(address.object, site);
        case 'home':
            return home(app);
        case 'tab':
            return tab(address.name, site, session, app);
        default:
            throw new Error('There is no such page');
    }
}

async function record(object: string, recordId: string, site: Site, app: App): Promise<Content> {
    const page = app.pages[object] ?? site.recordPages[object];
    const columns = site.lists[object];
    if (!page && columns) return { title: object, parts: await plainRecord(object, recordId, columns) };
    if (!page) throw new Error(`There is no record page for ${object}`);
    askFor(decidingFields(page));
    const { fields } = await getRecord(recordId);
    return {
        title: `${fieldText({ fields }, 'Name')} | ${object}`,
        parts: await lightningPage({
            page,
            record: { objectApiName: object, recordId },
            actions: site.actions[object] ?? []
        })
    };
}

async function list(object: string, site: Site): Promise<Content> {
    const columns = site.lists[object];
    if (columns) return { title: columns.label, parts: await recordList(object, columns) };
    return {
        title: object,
        parts: [
            element('h1', { class: 'slds-page-header__title slds-m-bottom_small' }, object),
            element('p', {}, 'The platform draws this page itself; local-org leaves it out.')
        ]
    };
}

async function home(app: App): Promise<Content> {
    const page = app.pages['standard-home'];
    const parts = page
        ? await lightningPage({ page })
        : [element('p', {}, 'No home page was deployed for this app; the platform would show its own.')];
    return { title: 'Home', parts: [element('h1', { class: 'slds-assistive-text' }, 'Home'), ...parts] };
}

async function tab(name: string, site: Site, session: Session, app: App): Promise<Content> {
    const found = site.tabs[name];
    if (!found || !mayOpenTab(name, session)) throw new Error(`There is no tab ${name}, or it is hidden from you`);
    const { label } = found;
    switch (found.kind) {
        case 'component':
            return { title: label, parts: [await showComponent({ component: found.component, properties: {} })] };
        case 'page': {
            const heading = element('h1', { class: 'slds-page-header__title slds-m-bottom_small' }, label);
            return { title: label, parts: [heading, ...(await lightningPage({ page: found.page }))] };
        }
        case 'home':
            return home(app);
        default:
            return list(found.object, site);
    }
}
