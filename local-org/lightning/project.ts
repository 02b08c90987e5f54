/** Reads the components of a deployed project. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readMetadata, type Element } from '../platform/xml.ts';

export interface ComponentProperty {
    readonly type: string;
    readonly required: boolean;
}

/** Where App Builder offers a component, and with which properties. */
export interface ComponentTarget {
    readonly properties: Readonly<Record<string, ComponentProperty>>;
    /** Object API names; empty means any. */
    readonly objects: readonly string[];
}

export interface Component {
    readonly name: string;
    readonly folder: string;
    readonly apiVersion: number;
    readonly exposed: boolean;
    readonly targets: Readonly<Record<string, ComponentTarget>>;
}

export interface Project {
    readonly components: ReadonlyMap<string, Component>;
    /** Every file of the package directories. */
    readonly files: readonly string[];
}

export function readProject(root: string): Project {
    const settings = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: { path: string }[];
    };
    const files = settings.packageDirectories
        .flatMap(({ path: directory }) =>
            readdirSync(path.join(root, directory), { recursive: true, withFileTypes: true })
        )
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort();
    const components = new Map<string, Component>();
    for (const file of files.filter((name) => name.endsWith('.js-meta.xml'))) {
        const component = readComponent(file);
        const twin = components.get(component.name);
        if (twin) throw new Error(`${file}: there is a component of this name in ${twin.folder} already`);
        components.set(component.name, component);
    }
    return { components, files };
}

function readComponent(file: string): Component {
    const bundle = readMetadata(file, 'LightningComponentBundle');
    const folder = path.dirname(file);
    const targets: Record<string, ComponentTarget> = {};
    for (const target of values(bundle, 'targets', 'target')) targets[target] = { properties: {}, objects: [] };
    for (const config of children(bundle, 'targetConfigs', 'targetConfig')) {
        const properties = Object.fromEntries(
            config.all('property').map((property) => [
                property.attribute('name') ?? '',
                {
                    type: property.attribute('type') ?? 'String',
                    required: property.attribute('required') === 'true'
                }
            ])
        );
        for (const target of (config.attribute('targets') ?? '').split(',').map((name) => name.trim())) {
            if (!(target in targets)) throw new Error(`${file}: <targetConfig> names ${target}, <targets> does not`);
            targets[target] = { properties, objects: values(config, 'objects', 'object') };
        }
    }
    return {
        name: path.basename(folder),
        folder,
        apiVersion: Number(bundle.text('apiVersion')),
        exposed: bundle.flag('isExposed'),
        targets
    };
}

function children(element: Element, group: string, name: string): Element[] {
    return element.all(group).flatMap((found) => found.all(name));
}

function values(element: Element, group: string, name: string): string[] {
    return children(element, group, name).map(({ value = '' }) => value);
}
