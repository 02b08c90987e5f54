import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const ROOT = path.resolve(import.meta.dirname, '..');
const SYSTEM_BROWSERS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/** A full Chrome or Chromium where there is one: CHROMIUM_PATH, or one on the PATH; otherwise the one that comes from npm. */
export function launchOptions(): LaunchOptions {
    const installed = process.env.CHROMIUM_PATH ?? systemBrowser();
    return {
        ...(installed === undefined ? browserFromNpm() : { executablePath: installed }),
        // the npm package's own list is left out on purpose: --single-process ends the browser with the first context,
        // and --disable-web-security would leave nothing to test about origins
        // without a GPU, a process of its own for it only costs
        args: ['--no-sandbox', '--disable-gpu', '--in-process-gpu']
    };
}

function systemBrowser(): string | undefined {
    const folders = (process.env.PATH ?? '').split(path.delimiter);
    return SYSTEM_BROWSERS.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/** The package unpacks itself to the temporary folder, where another user's copy may lie; here it gets one of its own. */
function browserFromNpm(): LaunchOptions {
    const manifest = path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const folder = path.join(ROOT, '.build/browser', version);
    if (!existsSync(folder)) {
        const unfinished = `${folder}.${process.pid}`;
        mkdirSync(unfinished, { recursive: true });
        const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
        execFileSync(process.execPath, ['--eval', script], {
            cwd: ROOT,
            // it brings the libraries that a bare machine lacks, but unpacks them only where it believes to be on AWS
            env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
        });
        // its list of font folders is fixed to those of AWS and /tmp
        const fonts = path.join(unfinished, 'fonts/fonts.conf');
        writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${folder}/`));
        if (existsSync(folder)) rmSync(unfinished, { recursive: true });
        else renameSync(unfinished, folder);
    }
    return {
        executablePath: path.join(folder, 'chromium'),
        env: {
            ...process.env,
            LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
            FONTCONFIG_PATH: path.join(folder, 'fonts')
        }
    };
}
