/** Prints what each Lightning web component costs a page: platform-compiled, minified, beside the floor of what does nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const { compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const BUTTON_PATH = ['reauthButton', 'reauthStore', 'signInWindow'];
export const BUTTON_PATH_BUDGET = 4000;
/** Besides, a record page loads the events of a sign-in and of background work, and the technical words for admins. */
export const RECORD_PAGE = [...BUTTON_PATH, 'reauthenticate', 'reauthDetail'];

/** What any component costs, and any that is a card with a button. */
const FLOORS = {
    empty: {
        'empty.js': "import { LightningElement } from 'lwc';\nexport default class Empty extends LightningElement {}",
        'empty.html': '<template></template>'
    },
    card: {
        'card.js': `import { LightningElement } from 'lwc';
            import label from '@salesforce/label/c.Reauth_Action_Try_Again';
            export default class Card extends LightningElement {
                label = label;
                handleClick() {
                    this.dispatchEvent(new CustomEvent('press'));
                }
            }`,
        'card.html': `<template>
            <div class="slds-card slds-p-around_medium">
                <lightning-button variant="brand" label={label} onclick={handleClick}></lightning-button>
            </div>
        </template>`
    }
};

/** Compiles a bundle the way the platform does and measures the result. */
export async function measure(name, files) {
    const { success, diagnostics, results } = await compile({
        bundle: {
            namespace: 'c',
            name,
            type: 'platform',
            files,
            options: { apiVersion: 66, enableLightningWebSecurityTransforms: true }
        },
        compilerConfigs: [{ outputConfig: { minify: true, env: { NODE_ENV: 'production' } } }]
    });
    if (!success) {
        throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('\n')}`);
    }
    const { code } = results[0];
    return { name, min: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length, code };
}

function readBundle(dir) {
    const deployed = readdirSync(dir).filter((file) => /\.(js|html|css|svg)$/.test(file));
    return Object.fromEntries(deployed.map((file) => [file, readFileSync(path.join(dir, file), 'utf8')]));
}

/** Sizes of every bundle of the project, of the floors, and of what the button and a record page need in total. */
export async function measureAll() {
    const roots = ['force-app/main/ui/lwc', 'force-app/main/app/lwc', 'connections/acme-sign/lwc'].map((dir) =>
        path.join(root, dir)
    );
    const bundles = [];
    for (const dir of roots.flatMap((lwc) => readdirSync(lwc).map((name) => path.join(lwc, name)))) {
        if (statSync(dir).isDirectory()) {
            bundles.push(await measure(path.basename(dir), readBundle(dir)));
        }
    }
    const total = (names) => {
        const counted = bundles.filter(({ name }) => names.includes(name));
        const sum = (unit) => counted.reduce((bytes, bundle) => bytes + bundle[unit], 0);
        return { min: sum('min'), gzip: sum('gzip') };
    };
    return {
        floors: await Promise.all(Object.entries(FLOORS).map(([name, files]) => measure(name, files))),
        bundles,
        buttonPath: { ...total(BUTTON_PATH), budget: BUTTON_PATH_BUDGET },
        recordPage: total(RECORD_PAGE)
    };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { floors, bundles, buttonPath, recordPage } = await measureAll();
    const totals = [
        { name: 'button path', ...buttonPath },
        { name: 'record page', ...recordPage }
    ];
    const rows = [...floors.map((one) => ({ ...one, name: `floor: ${one.name}` })), ...bundles, ...totals];
    for (const { name, min, gzip } of rows) {
        console.log(`${name.padEnd(20)} ${String(min).padStart(6)} B min ${String(gzip).padStart(6)} B gzip`);
    }
    console.log(`${BUTTON_PATH.join(' + ')}: ${buttonPath.gzip} of ${buttonPath.budget} B gzip`);
    process.exitCode = buttonPath.gzip > buttonPath.budget ? 1 : 0;
}
