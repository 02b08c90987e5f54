// Imitates: a bundle is AMD text, evaluated in the Lightning Web Security sandbox of its namespace — LWC developer guide: Lightning Web Security; the package @locker/sandbox [C]
import { evaluateInSandbox } from '@locker/sandbox';
import { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from '@locker/shared';
import { vendorFile } from './vendorFile.ts';

export type Module = Readonly<Record<string, unknown>>;

interface Definition {
    readonly dependencies: readonly string[];
    readonly factory: (...modules: Module[]) => Module | undefined;
}

type PlatformModules = (id: string) => Module | undefined;

const loading = new Map<string, Promise<Module>>();
let platformModules: PlatformModules = () => undefined;

/** The namespace of all components of an unmanaged org. */
const NAMESPACE = 'c';

export function usePlatformModules(modules: PlatformModules): void {
    platformModules = modules;
}

export function load(id: string): Promise<Module> {
    let module = loading.get(id);
    if (!module) {
        module = id.startsWith(`${NAMESPACE}/`) ? loadBundle(id) : loadPlatformModule(id);
        loading.set(id, module);
    }
    return module;
}

async function loadPlatformModule(id: string): Promise<Module> {
    const url = `/lightning/_host/vendor/${vendorFile(id)}`;
    const module = platformModules(id) ?? ((await import(url)) as Module);
    return { ...module, __esModule: true };
}

async function loadBundle(id: string): Promise<Module> {
    const response = await fetch(`/lightning/_host/${id}.js`);
    if (!response.ok) throw new Error(`There is no module ${id}`);
    const { dependencies, factory } = evaluate(await response.text());
    // a bundle with named exports asks for the object to put them on, as AMD has it
    const exports: Module = {};
    const modules = await Promise.all(
        dependencies.map((name) => (name === 'exports' ? Promise.resolve(exports) : load(name)))
    );
    return factory(...modules) ?? exports;
}

const definitions: Definition[] = [];

/** The sandbox takes what it is given when it is made, at the first evaluation; later ones get the same. */
const endowments = {
    define(_name: string, dependencies: string[], factory: Definition['factory']): void {
        definitions.push({ dependencies: [...dependencies], factory });
    }
};

function evaluate(source: string): Definition {
    evaluateInSandbox(NAMESPACE, source, undefined, endowments);
    const definition = definitions.pop();
    if (!definition) throw new Error('A bundle defines nothing');
    return definition;
}

// Imitates: Lightning Web Security with the release gates that its package lists, or without them — unknown [U19]
export function startSandbox({ withReleaseGates }: { withReleaseGates: boolean }): void {
    if (withReleaseGates) registerGaterEnabledFeatures([...LWS_DEFAULT_GATER_FEATURES]);
    const { factory } = evaluate("define('probe', [], () => ({ top: window.top === window }));");
    // a page on which the sandbox doesn't hold would prove nothing about the components
    if (factory()?.top !== false) throw new Error('Lightning Web Security is not in force');
    document.documentElement.dataset.lightningWebSecurity = withReleaseGates ? 'current' : 'without release gates';
}
