import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './deploy.ts';
import { INTEGRATION_USER } from './users.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The project, copied without components so that nothing has to be compiled. */
export function copyProject(folder: string): void {
    for (const file of ['sfdx-project.json', '.forceignore']) cpSync(path.join(ROOT, file), path.join(folder, file));
    const { packageDirectories } = JSON.parse(readFileSync(path.join(folder, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: { path: string }[];
    };
    for (const { path: directory } of packageDirectories) {
        cpSync(path.join(ROOT, directory), path.join(folder, directory), {
            recursive: true,
            filter: (source) => path.basename(source) !== 'lwc'
        });
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
