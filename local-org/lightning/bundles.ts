// Imitates: components compiled by the platform's compiler, with the transforms of Lightning Web Security — the package @lwc/sfdc-lwc-compiler [C]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Component, Project } from './project.ts';
import type { Site } from './site.ts';

export interface Bundle {
    readonly code: string;
    readonly imports: readonly string[];
}

interface Diagnostic {
    readonly level: number;
    readonly message: string;
    readonly filename?: string;
    readonly location?: { readonly line?: number };
}

interface CompilerOutput {
    readonly success: boolean;
    readonly diagnostics: readonly Diagnostic[];
    readonly results?: readonly {
        readonly code: string;
        readonly imports: readonly { readonly specifier: string }[];
    }[];
}

type Compile = (input: object) => Promise<CompilerOutput>;

const require = createRequire(import.meta.url);
const compilerVersion = (require('@lwc/sfdc-lwc-compiler/package.json') as { version: string }).version;

/** The compiler's levels: 0 fatal, 1 error, 2 warning, 3 note. */
const ERROR = 1;

/** All bundles of the project by name; unchanged ones come from the cache folder. */
export async function compileBundles(project: Project, cache: string): Promise<Map<string, Bundle>> {
    mkdirSync(cache, { recursive: true });
    const bundles = new Map<string, Bundle>();
    for (const component of project.components.values()) {
        bundles.set(component.name, await compileBundle(component, cache));
    }
    return bundles;
}

async function compileBundle(component: Component, cache: string): Promise<Bundle> {
    const files: Record<string, string> = {};
    for (const name of readdirSync(component.folder)) {
        if (/\.(js|html|css|svg)$/.test(name) || name.endsWith('.js-meta.xml')) {
            files[name] = readFileSync(path.join(component.folder, name), 'utf8');
        }
    }
    // the compiler would make an empty component of a bundle without script, so this has to be said here
    if (!(`${component.name}.js` in files)) {
        throw new Error(`${component.folder}: ${component.name}.js is missing, compile the TypeScript first`);
    }
    const key = createHash('sha256')
        .update(JSON.stringify([compilerVersion, component.apiVersion, files]))
        .digest('hex');
    const cached = path.join(cache, `${key}.json`);
    if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as Bundle;

    const { compile } = require('@lwc/sfdc-lwc-compiler') as { compile: Compile };
    const output = await compile({
        bundle: {
            namespace: 'c',
            name: component.name,
            type: 'platform',
            files,
            options: { apiVersion: component.apiVersion, enableLightningWebSecurityTransforms: true }
        },
        compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'development' } } }]
    });
    const errors = output.diagnostics.filter(({ level }) => level <= ERROR);
    const result = output.results?.[0];
    if (!output.success || errors.length > 0 || !result) {
        throw new Error(
            errors.map((error) => describe(component, error)).join('\n') || `${component.folder}: no output`
        );
    }
    const bundle: Bundle = { code: result.code, imports: result.imports.map(({ specifier }) => specifier) };
    // written beside and renamed: another process may build at the same time
    writeFileSync(`${cached}.${process.pid}`, JSON.stringify(bundle));
    renameSync(`${cached}.${process.pid}`, cached);
    return bundle;
}

function describe(component: Component, { filename, location, message }: Diagnostic): string {
    const file = filename ? path.join(component.folder, path.basename(filename)) : component.folder;
    return location?.line === undefined ? `${file}: ${message}` : `${file}:${location.line}: ${message}`;
}

// Imitates: a deployment refuses a component that names something the org lacks — Metadata API developer guide [C]
export function checkImports(project: Project, site: Pick<Site, 'labels'>, bundles: ReadonlyMap<string, Bundle>): void {
    const has = (suffix: string) => project.files.some((file) => file.endsWith(path.sep + suffix));
    for (const [name, { imports }] of bundles) {
        for (const id of imports) {
            if (!exists(id)) throw new Error(`${project.components.get(name)?.folder}: cannot find ${id}`);
        }
    }

    function exists(id: string): boolean {
        if (id.startsWith('c/')) return bundles.has(id.slice('c/'.length));
        const [, kind, rest = ''] = /^@salesforce\/([^/]+)\/(.+)$/.exec(id) ?? [];
        switch (kind) {
            case 'label':
                return rest.replace(/^c\./, '') in site.labels;
            case 'apex':
                return has(`${rest.split('.')[0]}.cls`);
            case 'messageChannel':
                return has(`${rest.replace(/__c$/, '')}.messageChannel-meta.xml`);
            case 'customPermission':
                return has(`${rest}.customPermission-meta.xml`);
            default:
                // the rest is the platform's own, and the vendor build or the host's module table looks it up
                return true;
        }
    }
}
