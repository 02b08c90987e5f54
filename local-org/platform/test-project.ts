import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './deploy.ts';
import { INTEGRATION_USER } from './users.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The ready-made connection and the plug-in, copied without components so that nothing has to be compiled. */
export function copyProject(folder: string): void {
    for (const file of ['sfdx-project.json', '.forceignore']) cpSync(path.join(ROOT, file), path.join(folder, file));
    const withoutComponents = (source: string) => !source.includes(`${path.sep}lwc`);
    for (const part of [
        'connections',
        'force-app/main/auth-provider',
        'force-app/main/connection',
        'force-app/main/ui'
    ]) {
        mkdirSync(path.join(folder, part), { recursive: true });
        cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true, filter: withoutComponents });
    }
}

export function environmentFor(acmeUrl: string, clientId: string): Environment {
    return {
        ACME_SIGN_URL: acmeUrl,
        ACME_SIGN_CLIENT_ID: clientId,
        ACME_SIGN_PKCE_KEY: 'a key of the test, long enough for it',
        ACME_SIGN_ALLOW_HTTP: 'true',
        EXECUTION_USER: INTEGRATION_USER
    };
}
