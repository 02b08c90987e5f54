/** Every component through the platform's own compiler, as an org does when it takes the bundle. Needs scripts/build.mjs. */
import path from 'node:path';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { finding, runAsProgram } from './lib/gate.mjs';

const COMPILED = /\.(js|html|css)$/;

/** name -> `{ meta, files }`: what a deployment holds of a bundle. */
function bundlesOf(project) {
    return project.matching(/\/lwc\/[^/]+\/[^/]+\.js-meta\.xml$/).map((meta) => {
        const folder = path.posix.dirname(meta.path);
        const inside = project.files.filter(
            (file) => file.path.startsWith(`${folder}/`) && COMPILED.test(file.name) && !file.path.includes('__tests__')
        );
        return { name: path.posix.basename(folder), folder, meta, files: inside };
    });
}

async function compileBundle({ name, folder, meta, files }) {
    const sources = Object.fromEntries(files.map((file) => [file.path.slice(folder.length + 1), file.text]));
    if (!sources[`${name}.js`]) return [finding(meta.path, 1, `${name}.js is missing: has scripts/build.mjs run?`)];
    const apiVersion = Number(/<apiVersion>([\d.]+)</.exec(meta.text)?.[1]);
    const { diagnostics } = await compile({
        bundle: {
            namespace: 'c',
            name,
            type: 'platform',
            files: sources,
            options: { apiVersion, enableLightningWebSecurityTransforms: true }
        },
        compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'production' } } }]
    });
    return diagnostics.map(({ filename, location, message }) => {
        const file = path.basename(filename ?? '') in sources ? path.basename(filename) : `${name}.js`;
        const line = location?.line ?? (/^> *(\d+) \|/m.exec(message)?.[1] || 1);
        return finding(`${folder}/${file}`, Number(line), plain(message));
    });
}

/** The first line, without the names of the compiler's own parts and the folder that it ran in. */
const plain = (message) =>
    message
        .split('\n')[0]
        .replace(/^.*Cause - /, '')
        .replace(/\/\S*\/(?=[\w.]+:)/, '');

export async function check(project) {
    const bundles = bundlesOf(project);
    const findings = [];
    for (const bundle of bundles) findings.push(...(await compileBundle(bundle)));
    return { findings, checked: bundles.length, of: 'component bundles' };
}

await runAsProgram(import.meta, check);
