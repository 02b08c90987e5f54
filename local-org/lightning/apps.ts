// Imitates: Lightning apps are checked at deployment — Metadata API: CustomApplication [C]
import { readMetadata, type Element } from '../platform/xml.ts';
import { pageNamed, readByName, type FlexiPage } from './metadata.ts';
import type { Project } from './project.ts';
import type { App, Page, Tab, Utility } from './site.ts';

type FlexiPages = ReadonlyMap<string, FlexiPage>;

/** As every org has it. */
const SALES: App = {
    label: 'Sales',
    description: 'Manage your sales process with accounts, leads, opportunities, and more',
    navigation: 'Standard',
    tabs: ['standard-home', 'standard-Account'],
    landingTab: 'standard-home',
    pages: {},
    utilities: [],
    subtabs: {}
};

/** What the platform sizes a utility's panel to (Salesforce Help: utility bar). */
const UTILITY = { icon: 'fallback', width: '340', height: '480', eager: 'false' };

/** The apps by the name that stands in their address. */
export function readApps(
    project: Project,
    pages: FlexiPages,
    tabs: Readonly<Record<string, Tab>>
): Record<string, App> {
    const apps = readByName(project, 'app', (file, name) => {
        const root = readMetadata(file, 'CustomApplication');
        const app = readApp(root, file, name, pages);
        const missing = [...app.tabs, app.landingTab].find((tab) => !(tab in tabs) && !tab.startsWith('standard-'));
        if (missing !== undefined) throw new Error(`${file}: there is no tab ${missing}`);
        return app;
    });
    return {
        standard__LightningSales: SALES,
        ...Object.fromEntries([...apps].map(([name, app]) => [`c__${name}`, app]))
    };
}

function readApp(root: Element, file: string, name: string, pages: FlexiPages): App {
    const navigation = root.text('navType') ?? 'Standard';
    if (navigation !== 'Standard' && navigation !== 'Console') throw new Error(`${file}: no navType ${navigation}`);
    const tabs = root.all('tabs').map(({ value = '' }) => value);
    const bar = root.text('utilityBar');
    return {
        label: root.text('label') ?? name,
        description: root.text('description') ?? '',
        navigation,
        tabs,
        landingTab: root.text('defaultLandingTab') ?? tabs[0] ?? 'standard-home',
        pages: readOwnPages(root, file, pages),
        utilities: bar === undefined ? [] : readUtilities(pageNamed(pages, bar, 'UtilityBar', file)),
        subtabs: Object.fromEntries(
            root
                .all('workspaceConfig')
                .flatMap((config) => config.all('mappings'))
                .flatMap((mapping) => {
                    const field = mapping.text('fieldName');
                    return field === undefined ? [] : [[mapping.text('tab')?.replace(/^standard-/, '') ?? '', field]];
                })
        )
    };
}

/** The pages that the app shows instead of the org's, on a desktop. */
function readOwnPages(root: Element, file: string, pages: FlexiPages): Record<string, Page> {
    if (root.all('profileActionOverrides').length > 0) {
        throw new Error(`${file}: local-org has no pages by profile`);
    }
    const overrides = root.all('actionOverrides').filter((override) => override.text('formFactor') === 'Large');
    return Object.fromEntries(
        overrides.map((override) => {
            const of = override.text('pageOrSobjectType') ?? '';
            const isHome = of === 'standard-home';
            const action = override.text('actionName') ?? '';
            if (action !== (isHome ? 'Tab' : 'View')) throw new Error(`${file}: no override of ${action} for ${of}`);
            const type = isHome ? 'HomePage' : 'RecordPage';
            return [of, pageNamed(pages, override.text('content') ?? '', type, file).page];
        })
    );
}

function readUtilities({ instances }: FlexiPage): Utility[] {
    return instances.map(({ placed, decorators }) => {
        const { label, icon, width, height, eager } = { label: placed.component, ...UTILITY, ...decorators };
        return {
            label,
            icon: `utility:${icon}`,
            eager: eager === 'true',
            width: Number(width),
            height: Number(height),
            placed
        };
    });
}
