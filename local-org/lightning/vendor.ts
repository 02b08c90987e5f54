/** Bundles what a page needs besides the project's components: the LWC engine, base components, and the page host. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { GetModuleInfo, Plugin, RollupLog } from 'rollup';
import { vendorFile } from './host/vendorFile.ts';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const hostFolder = path.join(here, 'host');
const baseComponents = path.join(
    path.dirname(require.resolve('lightning-base-components/package.json')),
    'src/lightning'
);

/** Modules of the platform that the host has stand-ins for: one file each. */
const hostModules = new Set(
    readdirSync(path.join(hostFolder, 'lightning')).map((file) => `lightning/${path.basename(file, '.ts')}`)
);

/** What the host needs of the vendor modules for itself. */
const HOST_NEEDS = ['lwc', '@lwc/synthetic-shadow', 'lightning/icon'];

const ICON = /\b(utility|standard|action|custom|doctype):(\w*)/g;
const QUOTED_WORD = /(['"`])([a-z]\w*)\1/g;

/** Of the imported modules, those that the LWC engine or the base component package brings. */
export function vendorModules(imported: Iterable<string>): string[] {
    const wanted = [...imported].filter(
        (id) => (id.startsWith('lightning/') && !hostModules.has(id)) || id.startsWith('@salesforce/i18n/')
    );
    return [...new Set([...HOST_NEEDS, ...wanted])].sort();
}

/**
 * Every icon that one of the files names. Where a file puts a name together, as in `utility:${name}`, each quoted word
 * in it that is an icon counts.
 */
export function iconsNamedIn(files: readonly string[]): string[] {
    const icons = files.flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        return [...text.matchAll(ICON)].flatMap(([icon, category, name]) =>
            name ? [icon] : [...text.matchAll(QUOTED_WORD)].map(([, , word]) => `${category}:${word}`)
        );
    });
    return [...new Set(icons)].filter((icon) => existsSync(iconTemplate(icon))).sort();
}

function iconTemplate(icon: string, direction = ''): string {
    const [category = '', name = ''] = icon.split(':');
    const library = `iconSvgTemplates${category.charAt(0).toUpperCase()}${category.slice(1)}${direction}`;
    return path.join(baseComponents, library, 'buildTemplates', category, `${name}.html`);
}

/** Answers the folder that holds one file per module. */
export function buildVendor(modules: readonly string[], icons: readonly string[], out: string): Promise<string> {
    const versions = ['@lwc/engine-dom', 'lightning-base-components', 'rollup'].map(versionOf);
    const recipe = readFileSync(import.meta.filename, 'utf8');
    const named = [...new Set([...icons, ...iconsNamedIn(hostSources())])].sort();
    return cached(path.join(out, 'vendor'), [versions, recipe, modules, named], async (folder) => {
        const { rollup, lwc, replace } = await loadTools();
        const build = await rollup({
            input: Object.fromEntries(
                modules.map((id) => [path.basename(vendorFile(id), '.js'), ENTRY + vendorFile(id)])
            ),
            plugins: [
                vendorEntries(modules),
                iconLibraries(new Set([...named, ...iconsOfBaseComponents()])),
                replace({ ...ENVIRONMENT, preventAssignment: true }),
                lwc({
                    rootDir: here,
                    enableDynamicComponents: true,
                    enableSyntheticElementInternals: true,
                    modules: [{ npm: 'lightning-base-components' }]
                })
            ],
            preserveEntrySignatures: 'strict',
            onwarn
        });
        await build.write({
            dir: folder,
            format: 'esm',
            chunkFileNames: 'chunk-[hash].js',
            manualChunks: (id, { getModuleInfo }) => (countEntries(id, getModuleInfo) >= MANY ? 'shared' : undefined)
        });
        await build.close();
    });
}

/** What so many modules need is one file, or a page would ask for twice as many files. */
const MANY = 5;

/** How many of the entry modules need this one. */
function countEntries(id: string, getModuleInfo: GetModuleInfo): number {
    const needing = new Set([id]);
    for (const module of needing) getModuleInfo(module)?.importers.forEach((importer) => needing.add(importer));
    return [...needing].filter((module) => getModuleInfo(module)?.isEntry).length;
}

/** Answers the folder that holds host.js; it takes the LWC engine from the vendor folder, served beside it. */
export function buildHost(out: string): Promise<string> {
    const sources = hostSources().map((file) => [path.basename(file), readFileSync(file, 'utf8')]);
    const recipe = readFileSync(import.meta.filename, 'utf8');
    return cached(path.join(out, 'host'), [versionOf('@locker/sandbox'), recipe, sources], async (folder) => {
        const esbuild = await import('esbuild');
        await esbuild.build({
            entryPoints: [path.join(hostFolder, 'main.ts')],
            outfile: path.join(folder, 'host.js'),
            bundle: true,
            // each page of the tests loads it
            minify: true,
            format: 'esm',
            target: 'es2022',
            define: ENVIRONMENT,
            plugins: [
                {
                    name: 'vendor modules',
                    setup: (build) => {
                        build.onResolve({ filter: /^(lwc|@lwc\/synthetic-shadow)$/ }, ({ path: id }) => ({
                            path: `./vendor/${vendorFile(id)}`,
                            external: true
                        }));
                    }
                }
            ]
        });
    });
}

const ENVIRONMENT = { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"development"' };

/** Entry modules exist in memory only; the prefix gives the module resolver of LWC a folder to start from. */
const ENTRY = path.join(here, 'entry-');

function vendorEntries(modules: readonly string[]): Plugin {
    const entries = new Map(modules.map((id) => [ENTRY + vendorFile(id), id]));
    return {
        name: 'vendor entries',
        resolveId: {
            order: 'pre',
            handler(id) {
                if (entries.has(id)) return id;
                return id === TIME_ZONE ? TIME_ZONE_FILE : null;
            }
        },
        load(file) {
            // the time zone is the user's setting; the package's own is fixed to Los Angeles
            if (file === TIME_ZONE_FILE) return 'export default Intl.DateTimeFormat().resolvedOptions().timeZone;';
            const id = entries.get(file);
            if (id === undefined) return null;
            if (id === '@lwc/synthetic-shadow') return `import '${id}';`;
            return `export * from '${id}';` + (id === 'lwc' ? '' : `export { default } from '${id}';`);
        }
    };
}

const TIME_ZONE = '@salesforce/i18n/timeZone';
/** The compiler of components takes nothing that does not end as a script does. */
const TIME_ZONE_FILE = `${ENTRY}timeZone.js`;

/**
 * The package brings some 3,500 icons as templates, and compiling them all takes three times as long as everything else.
 * So a library holds the icons that are named somewhere, and says so when another one is asked for.
 */
function iconLibraries(names: ReadonlySet<string>): Plugin {
    const library = /\/iconSvgTemplates(Utility|Standard|Action|Custom|Doctype)(Rtl)?\.js$/;
    return {
        name: 'icon libraries',
        load(id) {
            const [found, sprite = '', direction] = library.exec(id) ?? [];
            if (found === undefined) return null;
            const category = sprite.toLowerCase();
            const icons = [...names].filter((name) => name.startsWith(`${category}:`));
            const imports = icons.map((icon, at) => `import icon${at} from '${iconTemplate(icon, direction)}';`);
            const members = icons.map((icon, at) => `${icon.replace(':', '_')}: icon${at}`);
            return `${imports.join('\n')}
                export default new Proxy({ ${members.join(', ')} }, {
                    get(icons, name) {
                        if (!(name in icons) && String(name).startsWith('${category}_')) console.error('No such icon: ' + name);
                        return icons[name];
                    }
                });`;
        }
    };
}

function iconsOfBaseComponents(): string[] {
    const files = readdirSync(baseComponents, { recursive: true, encoding: 'utf8' });
    const components = files.filter((file) => /\.(html|js)$/.test(file) && !file.startsWith('iconSvg'));
    return iconsNamedIn(components.map((file) => path.join(baseComponents, file)));
}

function hostSources(): string[] {
    return readdirSync(hostFolder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .sort()
        .map((file) => path.join(hostFolder, file));
}

/** These take a second to load, which a start from the cache needn't spend. */
async function loadTools() {
    const [{ rollup }, { default: lwc }, { default: replace }] = await Promise.all([
        import('rollup'),
        import('@lwc/rollup-plugin'),
        import('@rollup/plugin-replace')
    ]);
    return { rollup, lwc, replace };
}

function versionOf(name: string): string {
    return (require(`${name}/package.json`) as { version: string }).version;
}

/** A folder named after what it is made of: filled once, and never half filled, whoever else builds at the same time. */
async function cached(parent: string, ingredients: unknown, fill: (folder: string) => Promise<void>): Promise<string> {
    const key = createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 16);
    const folder = path.join(parent, key);
    if (existsSync(folder)) return folder;
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    try {
        await fill(unfinished);
        if (!existsSync(folder)) renameSync(unfinished, folder);
    } finally {
        rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
}

function onwarn(warning: RollupLog, report: (warning: RollupLog) => void): void {
    // both are in the packages themselves: modules that import each other, and slots declared twice in lightning-card
    if (warning.code !== 'CIRCULAR_DEPENDENCY' && !warning.message.includes('LWC1137')) report(warning);
}
