/** Reads the parts of a deployed project that pages are made of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';

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
    readonly root: string;
    readonly components: ReadonlyMap<string, Component>;
    readonly files: readonly string[];
}

/** Elements that may repeat; the parser cannot tell a list of one from a single value. */
const LISTS = new Set([
    'labels',
    'flexiPageRegions',
    'itemInstances',
    'componentInstanceProperties',
    'valueListItems',
    'target',
    'targetConfig',
    'property',
    'object'
]);

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => LISTS.has(name)
});

/** A node of metadata; every value in it is text, a list or another node. */
export type XmlNode = { readonly [name: string]: XmlNode | readonly XmlNode[] | string | undefined };

export function readXml(file: string): XmlNode {
    const document = parser.parse(readFileSync(file, 'utf8')) as XmlNode;
    const root = Object.entries(document).find(([name]) => !name.startsWith('?'))?.[1];
    if (typeof root !== 'object' || Array.isArray(root)) throw new Error(`${file}: no root element with content`);
    return root as XmlNode;
}

export function text(node: XmlNode, name: string): string | undefined {
    const value = node[name];
    return typeof value === 'string' ? value : undefined;
}

export function child(node: XmlNode, name: string): XmlNode {
    const value = node[name];
    return typeof value === 'object' && !Array.isArray(value) ? (value as XmlNode) : {};
}

export function list(node: XmlNode, name: string): readonly XmlNode[] {
    const value = node[name];
    return Array.isArray(value) ? (value as readonly XmlNode[]).filter((item) => typeof item === 'object') : [];
}

function texts(node: XmlNode, name: string): readonly string[] {
    const value = node[name];
    return Array.isArray(value) ? (value as readonly unknown[]).filter((item) => typeof item === 'string') : [];
}

export function readProject(root: string): Project {
    const settings = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: { path: string }[];
    };
    const files = settings.packageDirectories
        .map((directory) => path.join(root, directory.path))
        .filter((folder) => existsSync(folder))
        .flatMap((folder) =>
            readdirSync(folder, { recursive: true, withFileTypes: true })
                .filter((entry) => entry.isFile())
                .map((entry) => path.join(entry.parentPath, entry.name))
        )
        .filter((file) => !file.includes(`${path.sep}__tests__${path.sep}`))
        .sort();
    const components = new Map<string, Component>();
    for (const file of files) {
        if (!file.endsWith('.js-meta.xml')) continue;
        const component = readComponent(file);
        const twin = components.get(component.name);
        if (twin) throw new Error(`${file}: there is a component of this name in ${twin.folder} already`);
        components.set(component.name, component);
    }
    return { root, components, files };
}

function readComponent(file: string): Component {
    const bundle = readXml(file);
    const folder = path.dirname(file);
    const targets: Record<string, ComponentTarget> = {};
    for (const target of texts(child(bundle, 'targets'), 'target')) targets[target] = { properties: {}, objects: [] };
    for (const config of list(child(bundle, 'targetConfigs'), 'targetConfig')) {
        const properties = Object.fromEntries(
            list(config, 'property').map((property) => [
                text(property, 'name') ?? '',
                { type: text(property, 'type') ?? 'String', required: text(property, 'required') === 'true' }
            ])
        );
        for (const target of (text(config, 'targets') ?? '').split(',').map((name) => name.trim())) {
            if (!(target in targets)) throw new Error(`${file}: <targetConfig> names ${target}, <targets> does not`);
            targets[target] = { properties, objects: texts(child(config, 'objects'), 'object') };
        }
    }
    return {
        name: path.basename(folder),
        folder,
        apiVersion: Number(text(bundle, 'apiVersion') ?? Number.NaN),
        exposed: text(bundle, 'isExposed') === 'true',
        targets
    };
}
