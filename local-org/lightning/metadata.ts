// Imitates: record pages and tabs are checked at deployment, properties and targets included — Metadata API: FlexiPage [C]
import path from 'node:path';
import { readMetadata, type Element } from '../platform/xml.ts';
import type { ComponentTarget, Project } from './project.ts';
import type { PlacedComponent, RecordPage, Site, Tab } from './site.ts';

/** Standard components that the page host can draw; a page with another one is refused rather than drawn with a gap. */
const STANDARD_COMPONENTS = new Set([
    'force:detailPanel',
    'force:highlightsPanel',
    'flexipage:tab',
    'flexipage:tabset'
]);

export function readSite(project: Project): Site {
    const labels: Record<string, string> = {};
    const recordPages: Record<string, RecordPage> = {};
    const tabs: Record<string, Tab> = {};
    for (const file of project.files) {
        if (file.endsWith('.labels-meta.xml')) {
            for (const label of readMetadata(file, 'CustomLabels').all('labels')) {
                const name = label.text('fullName') ?? '';
                if (name in labels) throw new Error(`${file}: the label ${name} exists twice`);
                labels[name] = label.text('value') ?? '';
            }
        } else if (file.endsWith('.flexipage-meta.xml')) {
            const page = readMetadata(file, 'FlexiPage');
            if (page.text('type') !== 'RecordPage') continue;
            const object = page.text('sobjectType') ?? '';
            if (object in recordPages) throw new Error(`${file}: a second record page for ${object}`);
            recordPages[object] = readRecordPage(project, file, page, object);
        } else if (file.endsWith('.tab-meta.xml')) {
            const tab = readMetadata(file, 'CustomTab');
            const name = tab.text('lwcComponent');
            if (name === undefined) continue;
            checkTarget(project, file, name, 'lightning__Tab');
            tabs[path.basename(file, '.tab-meta.xml')] = { label: tab.text('label') ?? name, component: `c/${name}` };
        }
    }
    return { labels, recordPages, tabs };
}

function readRecordPage(project: Project, file: string, page: Element, object: string): RecordPage {
    const regions: Record<string, PlacedComponent[]> = {};
    const facets: Record<string, PlacedComponent[]> = {};
    for (const region of page.all('flexiPageRegions')) {
        const placed = ((region.text('type') === 'Facet' ? facets : regions)[region.text('name') ?? ''] ??= []);
        for (const instance of region.all('itemInstances').flatMap((item) => item.all('componentInstance'))) {
            placed.push(readPlacedComponent(project, file, instance, object));
        }
    }
    return { label: page.text('masterLabel') ?? object, regions, facets };
}

function readPlacedComponent(project: Project, file: string, instance: Element, object: string): PlacedComponent {
    const named = instance.text('componentName') ?? '';
    if (instance.all('visibilityRule').length > 0) {
        throw new Error(`${file}: ${named} has a visibility rule, which local-org cannot judge`);
    }
    const values = Object.fromEntries(
        instance
            .all('componentInstanceProperties')
            .map((property) => [property.text('name') ?? '', property.text('value') ?? ''])
    );
    if (STANDARD_COMPONENTS.has(named)) return { component: named, properties: values };
    if (named.includes(':') && !named.startsWith('c:')) {
        throw new Error(`${file}: local-org has no stand-in for the standard component ${named}`);
    }
    const name = named.replace(/^c:/, '');
    const target = checkTarget(project, file, name, 'lightning__RecordPage');
    if (target.objects.length > 0 && !target.objects.includes(object)) {
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
    return { component: `c/${name}`, properties };
}

function checkTarget(project: Project, file: string, name: string, target: string): ComponentTarget {
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
