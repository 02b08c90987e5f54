import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const SYSTEM_BROWSERS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/**
 * A full Chrome or Chromium where there is one: CHROMIUM_PATH, or one on the PATH; otherwise the one that comes from npm.
 * The npm package's own list of arguments is left out on purpose: --single-process ends the browser with the first
 * context, and --disable-web-security would leave nothing to test about origins.
 */
export async function launchOptions(): Promise<LaunchOptions> {
    return {
        executablePath: process.env.CHROMIUM_PATH ?? systemBrowser() ?? (await browserFromNpm()),
        args: ['--no-sandbox', '--disable-gpu']
    };
}

function systemBrowser(): string | undefined {
    const folders = (process.env.PATH ?? '').split(path.delimiter);
    return SYSTEM_BROWSERS.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
    if (!existsSync(file)) return false;
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

async function browserFromNpm(): Promise<string> {
    // it brings the libraries that a bare machine lacks, but unpacks them only where it takes the machine for one of AWS
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
}
