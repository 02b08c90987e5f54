import { all, first, value } from '../lib/xml.mjs';

const API = /@api\s+(?:get\s+|set\s+|async\s+)?(\w+)/g;

/** Comments out, strings kept: imports are strings. */
const withoutComments = (text) =>
    text.replace(
        /\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g,
        (part, before) => (before ?? '') + part.slice((before ?? '').length).replace(/[^\n]/g, ' ')
    );

/** The Lightning web components by name: source, template, `@api` members, targets and design attributes. */
export function readBundles(project, catalog) {
    const bundles = new Map();
    for (const meta of catalog.of('js')) {
        const name = meta.name.split('.')[0];
        const folder = meta.path.slice(0, meta.path.lastIndexOf('/'));
        const file = (extension) =>
            project.files.find((candidate) => candidate.path === `${folder}/${name}.${extension}`);
        const source = file('ts') ?? file('js');
        const code = withoutComments(source?.text ?? '');
        const { root } = meta.xml;
        bundles.set(name, {
            name,
            folder,
            meta,
            source,
            code,
            template: file('html'),
            api: new Set([...code.matchAll(API)].map((match) => match[1])),
            exposed: value(root, 'isExposed') === 'true',
            targets: all(first(root, 'targets'), 'target'),
            targetConfigs: all(first(root, 'targetConfigs'), 'targetConfig')
        });
    }
    return bundles;
}

/** The design attributes that a component offers on a target. */
export const designAttributes = (bundle, target) =>
    bundle.targetConfigs
        .filter((config) => (config.attributes.targets ?? '').split(/\s*,\s*/).includes(target))
        .flatMap((config) => all(config, 'property'));

export const hasTarget = (bundle, target) => bundle.targets.some((element) => element.text.trim() === target);
