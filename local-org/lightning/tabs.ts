// Imitates: tabs are checked at deployment — Metadata API: CustomTab [C]
import { readMetadata } from '../platform/xml.ts';
import { checkTarget, pageNamed, readByName, type FlexiPage } from './metadata.ts';
import type { Project } from './project.ts';
import type { App, Tab } from './site.ts';

/** The project's tabs; one of Visualforce or the web is left out. */
export function readTabs(project: Project, pages: ReadonlyMap<string, FlexiPage>): Record<string, Tab> {
    const tabs: Record<string, Tab> = {};
    readByName(project, 'tab', (file, name) => {
        const tab = readMetadata(file, 'CustomTab');
        const label = tab.text('label') ?? name;
        const component = tab.text('lwcComponent');
        const page = tab.text('flexiPage');
        if (component !== undefined) {
            checkTarget(project, file, component, 'lightning__Tab');
            tabs[name] = { kind: 'component', label, component: `c/${component}` };
        } else if (page !== undefined) {
            tabs[name] = { kind: 'page', label, page: pageNamed(pages, page, 'AppPage', file).page };
        } else if (tab.flag('customObject')) {
            tabs[name] = { kind: 'list', label: pluralLabel(project, file, name), object: name };
        }
    });
    return tabs;
}

function pluralLabel(project: Project, from: string, object: string): string {
    const file = project.files.find((name) => name.endsWith(`/${object}.object-meta.xml`));
    if (file === undefined) throw new Error(`${from}: there is no object ${object}`);
    return readMetadata(file, 'CustomObject').text('pluralLabel') ?? object;
}

/** Those of Salesforce's own tabs that an app shows. */
export function standardTabs(apps: readonly App[]): Record<string, Tab> {
    const names = apps.flatMap(({ tabs, landingTab }) => [...tabs, landingTab]);
    return Object.fromEntries(
        names.flatMap((name) => {
            const [, object] = /^standard-(\w+)$/.exec(name) ?? [];
            return object === undefined ? [] : [[name, standardTab(object)]];
        })
    );
}

/** local-org draws the home page and the list of accounts. */
function standardTab(object: string): Tab {
    if (object === 'home') return { kind: 'home', label: 'Home' };
    const label = `${object.charAt(0).toUpperCase()}${object.slice(1)}s`;
    return object === 'Account' ? { kind: 'list', label, object } : { kind: 'foreign', label, object };
}
