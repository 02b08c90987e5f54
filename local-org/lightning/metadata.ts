// Imitates: Lightning pages and actions are checked at deployment, properties and targets included — Metadata API: FlexiPage [C]
import path from 'node:path';
import { readMetadata, type Element } from '../platform/xml.ts';
import { readApps } from './apps.ts';
import { readLists } from './lists.ts';
import type { ComponentTarget, Project } from './project.ts';
import type { Action, Page, PlacedComponent, Site } from './site.ts';
import { readTabs, standardTabs } from './tabs.ts';
import { readVisibility } from './visibility.ts';

/** Standard components that the page host can draw; a page with another one is refused rather than drawn with a gap. */
const STANDARD_COMPONENTS = new Set([
    'force:detailPanel',
    'force:highlightsPanel',
    'flexipage:richText',
    'flexipage:tab',
    'flexipage:tabset'
]);

/** The target that a component needs, by the type of the page it stands on. */
const TARGETS = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage',
    UtilityBar: 'lightning__UtilityBar'
} as const;

/** A component of a page, and how the page shows it. */
interface Instance {
    readonly placed: PlacedComponent;
    readonly decorators: Readonly<Record<string, string>>;
}

/** A Lightning page as its file has it. */
export interface FlexiPage {
    readonly file: string;
    readonly type: keyof typeof TARGETS;
    /** Of record pages. */
    readonly object: string | undefined;
    readonly page: Page;
    readonly instances: readonly Instance[];
}

export function readSite(project: Project): Omit<Site, 'experienceSites'> {
    const pages = readByName(project, 'flexipage', (file) => readFlexiPage(project, file));
    const ownTabs = readTabs(project, pages);
    const apps = readApps(project, pages, ownTabs);
    const tabs = { ...ownTabs, ...standardTabs(Object.values(apps)) };
    return {
        labels: readLabels(project),
        recordPages: readRecordPages(pages, new Set(Object.values(apps).flatMap((app) => Object.values(app.pages)))),
        tabs,
        apps,
        lists: readLists(project, Object.values(tabs)),
        actions: readActions(project)
    };
}

/** The page of that name, which must be of that type. */
export function pageNamed(
    pages: ReadonlyMap<string, FlexiPage>,
    name: string,
    type: FlexiPage['type'],
    from: string
): FlexiPage {
    const found = pages.get(name);
    if (found?.type !== type) throw new Error(`${from}: there is no page ${name} of type ${type}`);
    return found;
}

/** Reads every file of that ending, by the name of what it holds. */
export function readByName<T>(
    project: Project,
    suffix: string,
    read: (file: string, name: string) => T
): ReadonlyMap<string, T> {
    const ending = `.${suffix}-meta.xml`;
    const files = project.files.filter((file) => file.endsWith(ending));
    return new Map(files.map((file) => [path.basename(file, ending), read(file, path.basename(file, ending))]));
}

function readLabels(project: Project): Record<string, string> {
    const labels: Record<string, string> = {};
    for (const file of project.files.filter((name) => name.endsWith('.labels-meta.xml'))) {
        for (const label of readMetadata(file, 'CustomLabels').all('labels')) {
            const name = label.text('fullName') ?? '';
            if (name in labels) throw new Error(`${file}: the label ${name} exists twice`);
            labels[name] = label.text('value') ?? '';
        }
    }
    return labels;
}

/** The labels of each language that the org knows besides its own, which stands in where a translation lacks one. */
export function readTranslations(project: Project, labels: Site['labels']): ReadonlyMap<string, Site['labels']> {
    return readByName(project, 'translation', (file) => {
        const translated = readMetadata(file, 'Translations')
            .all('customLabels')
            .map((label): [string, string] => [label.text('name') ?? '', label.text('label') ?? '']);
        const unknown = translated.find(([name]) => !(name in labels));
        if (unknown) throw new Error(`${file}: there is no label ${unknown[0]}`);
        return { ...labels, ...Object.fromEntries(translated) };
    });
}

/** The org's own record pages: those that no app shows in their place. */
function readRecordPages(pages: ReadonlyMap<string, FlexiPage>, ofApps: ReadonlySet<Page>): Record<string, Page> {
    const found: Record<string, Page> = {};
    for (const { file, object, page } of pages.values()) {
        if (object === undefined || ofApps.has(page)) continue;
        if (object in found) throw new Error(`${file}: a second record page for ${object}`);
        found[object] = page;
    }
    return found;
}

function readFlexiPage(project: Project, file: string): FlexiPage {
    const root = readMetadata(file, 'FlexiPage');
    const type = root.text('type') ?? '';
    if (!isPageType(type)) throw new Error(`${file}: local-org has no pages of type ${type}`);
    const object = type === 'RecordPage' ? (root.text('sobjectType') ?? '') : undefined;
    const regions: Record<string, PlacedComponent[]> = {};
    const facets: Record<string, PlacedComponent[]> = {};
    const instances: Instance[] = [];
    for (const region of root.all('flexiPageRegions')) {
        const list = ((region.text('type') === 'Facet' ? facets : regions)[region.text('name') ?? ''] ??= []);
        for (const instance of region.all('itemInstances').flatMap((item) => item.all('componentInstance'))) {
            const placed = readPlacedComponent(project, file, instance, { target: TARGETS[type], object });
            list.push(placed);
            instances.push({ placed, decorators: valuesOf(instance, true) });
        }
    }
    return { file, type, object, page: { label: root.text('masterLabel') ?? '', regions, facets }, instances };
}

function isPageType(type: string): type is keyof typeof TARGETS {
    return type in TARGETS;
}

/** The properties of a component on a page, or what the page itself knows of it: its decorators. */
function valuesOf(instance: Element, ofPage: boolean): Record<string, string> {
    return Object.fromEntries(
        instance
            .all('componentInstanceProperties')
            .filter((property) => (property.text('type') === 'decorator') === ofPage)
            .map((property) => [property.text('name') ?? '', property.text('value') ?? ''])
    );
}

function readPlacedComponent(
    project: Project,
    file: string,
    instance: Element,
    { target: needed, object }: { target: string; object: string | undefined }
): PlacedComponent {
    const named = instance.text('componentName') ?? '';
    const visibility = readVisibility(instance, `${file}: ${named}`, object !== undefined);
    const values = valuesOf(instance, false);
    if (STANDARD_COMPONENTS.has(named)) return { component: named, properties: values, ...visibility };
    if (named.includes(':') && !named.startsWith('c:')) {
        throw new Error(`${file}: local-org has no stand-in for the standard component ${named}`);
    }
    const name = named.replace(/^c:/, '');
    const target = checkTarget(project, file, name, needed);
    if (object !== undefined && target.objects.length > 0 && !target.objects.includes(object)) {
        throw new Error(`${file}: ${name} is not offered on pages of ${object}`);
    }
    for (const [property, { required }] of Object.entries(target.properties)) {
        if (required && !(property in values)) throw new Error(`${file}: ${name} needs a value for ${property}`);
    }
    const properties = Object.fromEntries(
        Object.entries(values).map(([property, value]) => {
            const declared = target.properties[property];
            if (!declared) throw new Error(`${file}: ${name} has no property ${property}`);
            return [property, typed(value, declared.type)];
        })
    );
    return { component: `c/${name}`, properties, ...visibility };
}

/** The screen actions of each object. All of them are offered, as on a page whose layout names them. */
function readActions(project: Project): Record<string, Action[]> {
    const actions: Record<string, Action[]> = {};
    readByName(project, 'quickAction', (file, name) => {
        const action = readMetadata(file, 'QuickAction');
        const component = action.text('lightningWebComponent');
        if (component === undefined) return;
        checkTarget(project, file, component, 'lightning__RecordAction');
        (actions[name.split('.')[0] ?? ''] ??= []).push({
            label: action.text('label') ?? name,
            component: `c/${component}`
        });
    });
    return actions;
}

export function checkTarget(project: Project, file: string, name: string, target: string): ComponentTarget {
    const component = project.components.get(name);
    if (!component) throw new Error(`${file}: there is no component ${name}`);
    if (!component.exposed) throw new Error(`${file}: the component ${name} is not exposed`);
    const offered = component.targets[target];
    if (!offered) throw new Error(`${file}: the component ${name} lacks the target ${target}`);
    return offered;
}

function typed(value: string, type: string): string | number | boolean {
    if (type === 'Boolean') return value === 'true';
    if (type === 'Integer') return Number(value);
    return value;
}
