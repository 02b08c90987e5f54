import { all, first, value } from '../lib/xml.mjs';

const API = /@api\s+(?:override\s+)?(?:get\s+|set\s+|async\s+)?(\w+)/g;

/** Comments out, strings kept: imports are strings. */
const withoutComments = (text) =>
    text.replace(
        /\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g,
        (part, before) => (before ?? '') + part.slice((before ?? '').length).replace(/[^\n]/g, ' ')
    );

/** The Lightning web components by name: modules, template, `@api` members, targets and design attributes. */
export function readBundles(catalog) {
    const bundles = new Map();
    for (const meta of catalog.of('js')) {
        const name = meta.name.split('.')[0];
        const folder = meta.path.slice(0, meta.path.lastIndexOf('/') + 1);
        const inside = catalog.sources.filter(({ path }) => path.startsWith(folder) && !path.includes('__tests__'));
        const modules = inside
            .filter((file) => /\.(ts|js)$/.test(file.name))
            .map((file) => ({ ...file, code: withoutComments(file.text) }));
        const main = modules.find((file) => file.name.replace(/\.\w+$/, '') === name);
        const { root } = meta.xml;
        bundles.set(name, {
            name,
            meta,
            modules,
            main,
            template: inside.find((file) => file.name === `${name}.html`),
            api: new Set([...(main?.code ?? '').matchAll(API)].map((match) => match[1])),
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

/** The bundle if it may stand there; else a finding, and undefined. */
export function placed(catalog, file, element, name, target) {
    const bundle = catalog.bundles.get(name);
    if (!bundle) catalog.report(file, element.line, `<${element.name}>: there is no Lightning web component ${name}`);
    else if (!bundle.exposed) catalog.report(file, element.line, `<${element.name}>: ${name} is not exposed`);
    else if (target && !hasTarget(bundle, target))
        catalog.report(file, element.line, `<${element.name}>: ${name} lacks the target ${target}`);
    else return bundle;
    return undefined;
}
