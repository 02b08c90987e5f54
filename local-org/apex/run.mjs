// Builds the engine when its sources changed, then runs one of its commands: check, test, conformance, serve.
// usage: node local-org/apex/run.mjs <command> [options] [--watch]; LOCAL_ORG_PROJECT names another project folder than this repository.
// LOCAL_ORG_JDKS lists the homes of JDKs, separated as in PATH, on each of which to run instead of the one of PATH.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, watch } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const QUIET_MILLISECONDS = 200;
/** For a JVM that lives for seconds, the optimising compiler and a concurrent collector cost more than they give. */
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

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

/** Compiles the Java once per state of its sources and of the stubs; answers the jar. */
export function build() {
    const sources = filesBelow(join(here, 'src'), '.java');
    const hash = createHash('sha256');
    for (const source of [...sources, ...filesBelow(join(here, 'stubs'), '.cls')])
        hash.update(source).update(readFileSync(source));
    const builds = join(root, '.build/apex');
    const output = join(builds, `${hash.digest('hex').slice(0, 16)}.jar`);
    if (existsSync(output)) return output;
    mkdirSync(builds, { recursive: true });
    const old = readdirSync(builds);
    const unfinished = mkdtempSync(join(root, '.build/apex-'));
    try {
        const classes = join(unfinished, 'classes');
        runTool('javac', [
            ...BRIEF.map((option) => `-J${option}`),
            '--release',
            '17',
            '-nowarn',
            '-proc:none',
            '-cp',
            libraries().join(delimiter),
            '-d',
            classes,
            ...sources
        ]);
        // a jar, since an engine that runs keeps it open and so survives the next build
        runTool('jar', ['--create', '--file', join(unfinished, 'engine.jar'), '-C', classes, '.']);
        renameSync(join(unfinished, 'engine.jar'), output);
    } finally {
        rmSync(unfinished, { recursive: true });
    }
    for (const name of old) rmSync(join(builds, name), { recursive: true, force: true });
    return output;
}

function runTool(name, words) {
    const result = spawnSync(name, words, { encoding: 'utf8' });
    if (result.error) throw new Error(`${name} is missing: install a JDK, 17 or later`);
    if (result.status !== 0) throw new Error(result.stderr);
}

/** The arguments of java for a command of the engine. */
export function javaArguments(words) {
    const engine = build();
    const settings = {
        root: resolve(process.env.LOCAL_ORG_PROJECT ?? root),
        compiler: libraries()[0],
        stubs: join(here, 'stubs'),
        sobjects: jar(analyzerLibrary, /^sobject-types-.*\.jar$/),
        types: jar(analyzerLibrary, /^standard-types-.*\.jar$/),
        cache: join(root, '.build/apex-types')
    };
    return [
        // with what the JVM needs besides its heap, the engine stays within 512 MB
        '-Xmx384m',
        '-Xmn200m',
        '-Xss8m',
        ...BRIEF,
        // the compiler leaves out the casts that Java's verifier wants to see; the linker checks members itself
        '-XX:+UnlockDiagnosticVMOptions',
        '-XX:-BytecodeVerificationRemote',
        // --sun-misc-unsafe-memory-access=allow, which JDK 17 refuses: what the compiler brings would be warned of
        '-Dsun.misc.unsafe.memory.access=allow',
        `-Djava.util.logging.config.file=${join(here, 'logging.properties')}`,
        ...Object.entries(settings).map(([name, value]) => `-Dlocalorg.${name}=${value}`),
        '-cp',
        [engine, ...libraries()].join(delimiter),
        'localorg.Main',
        ...words
    ];
}

function commandWords([command, ...rest]) {
    if (command !== 'conformance') return [command, ...rest];
    return ['test', '--also', join(here, 'conformance'), '--no-coverage', '--only', 'conformance', ...rest];
}

/** Starts a command; the process ends with it. */
function start(words, input = 'inherit') {
    const java = spawn('java', javaArguments(commandWords(words)), { stdio: [input, 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => java.kill(signal));
    java.on('exit', (status) => process.exit(status ?? 1));
    return java;
}

/**
 * Runs a command again after each change of Apex or metadata, until interrupted: in the same JVM, which is warm by then.
 */
function startWatching(words) {
    const project = resolve(process.env.LOCAL_ORG_PROJECT ?? root);
    const { packageDirectories } = JSON.parse(readFileSync(join(project, 'sfdx-project.json'), 'utf8'));
    const java = start(words, 'pipe');
    let waiting;
    for (const { path } of packageDirectories) {
        watch(join(project, path), { recursive: true }, (event, name) => {
            if (!/\.(cls|trigger|xml)$/.test(name ?? '')) return;
            clearTimeout(waiting);
            waiting = setTimeout(() => java.stdin.write('\n'), QUIET_MILLISECONDS); // editors write a file in several steps
        });
    }
}

/** Runs the same on each JDK, which builds the engine first; ends with the first that fails. */
function runOnEach(homes) {
    for (const home of homes) {
        if (!existsSync(join(home, 'bin/javac'))) throw new Error(`${home} is no JDK`);
        console.log(`JDK ${home}`);
        rmSync(join(root, '.build/apex'), { recursive: true, force: true });
        const path = `${join(home, 'bin')}${delimiter}${process.env.PATH}`;
        const env = { ...process.env, PATH: path, LOCAL_ORG_JDKS: '' };
        const { status } = spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' });
        if (status !== 0) process.exit(status ?? 1);
    }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    const words = process.argv.slice(2);
    const homes = process.env.LOCAL_ORG_JDKS?.split(delimiter).filter(Boolean) ?? [];
    try {
        if (homes.length > 0) runOnEach(homes);
        else if (words.includes('--watch')) startWatching(words);
        else start(words);
    } catch (error) {
        console.error(error.message);
        process.exit(2);
    }
}
