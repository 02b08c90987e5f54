// Builds the engine when its sources changed, then runs one of its commands: check, test, conformance, serve.
// usage: node local-org/apex/run.mjs <command> [options]; LOCAL_ORG_PROJECT names another project folder than this repository.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');

function filesBelow(folder, suffix) {
    return readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => join(folder, name));
}

function jar(folder, pattern) {
    const found = readdirSync(folder).find((name) => pattern.test(name));
    if (!found) throw new Error(`${folder} has no ${pattern}: run npm ci`);
    return join(folder, found);
}

const parserLibrary = join(root, 'node_modules/prettier-plugin-apex/vendor/apex-ast-serializer/lib');
const analyzerLibrary = join(root, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib');

/** The compiler brings ASM and Guava; Jackson lies beside it. */
export function libraries() {
    return [
        jar(parserLibrary, /^apex-jorje-lsp\.jar$/),
        jar(parserLibrary, /^jackson-core-/),
        jar(parserLibrary, /^jackson-databind-/),
        jar(parserLibrary, /^jackson-annotations-/)
    ];
}

/** Compiles the Java once per state of its sources; answers the folder with the classes. */
export function build() {
    const sources = filesBelow(join(here, 'src'), '.java');
    const hash = createHash('sha256');
    for (const source of sources) hash.update(source).update(readFileSync(source));
    const builds = join(root, '.build/apex');
    const output = join(builds, hash.digest('hex').slice(0, 16));
    if (existsSync(output)) return output;
    mkdirSync(builds, { recursive: true });
    for (const old of readdirSync(builds)) rmSync(join(builds, old), { recursive: true, force: true });
    const unfinished = mkdtempSync(join(root, '.build/apex-'));
    const javac = spawnSync('javac', ['-nowarn', '-proc:none', '-cp', libraries().join(delimiter), '-d', unfinished, ...sources], {
        encoding: 'utf8'
    });
    if (javac.error) throw new Error('javac is missing: install a JDK, 17 or later');
    if (javac.status !== 0) {
        rmSync(unfinished, { recursive: true });
        throw new Error(javac.stderr);
    }
    if (existsSync(output)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, output);
    return output;
}

/** The arguments of java for a command of the engine. */
export function javaArguments(words) {
    const classes = build();
    const settings = {
        root: resolve(process.env.LOCAL_ORG_PROJECT ?? root),
        compiler: libraries()[0],
        stubs: join(here, 'stubs'),
        sobjects: jar(analyzerLibrary, /^sobject-types-.*\.jar$/),
        types: jar(analyzerLibrary, /^standard-types-.*\.jar$/),
        cache: join(root, '.build/apex-types')
    };
    return [
        '-Xmx512m',
        '-Xss8m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        // the compiler leaves out the casts that Java's verifier wants to see; the linker checks members itself
        '-XX:+UnlockDiagnosticVMOptions',
        '-XX:-BytecodeVerificationRemote',
        `-Djava.util.logging.config.file=${join(here, 'logging.properties')}`,
        ...Object.entries(settings).map(([name, value]) => `-Dlocalorg.${name}=${value}`),
        '-cp',
        [classes, ...libraries()].join(delimiter),
        'localorg.Main',
        ...words
    ];
}

function commandWords([command, ...rest]) {
    if (command !== 'conformance') return [command, ...rest];
    return ['test', '--also', join(here, 'conformance'), '--no-coverage', '--only', 'conformance', ...rest];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    try {
        const java = spawn('java', javaArguments(commandWords(process.argv.slice(2))), { stdio: 'inherit' });
        for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => java.kill(signal));
        java.on('exit', (status) => process.exit(status ?? 1));
    } catch (error) {
        console.error(error.message);
        process.exit(2);
    }
}
