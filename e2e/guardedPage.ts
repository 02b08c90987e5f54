import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const GUARD = path.join(import.meta.dirname, '../force-app/main/ui/lwc/reauthenticateGuard');

/** Adds a component with the guard around a field, as somebody who uses it would write one, to what an org deploys. */
export function deployGuardedPage(staged: string): void {
    const bundle = path.join(staged, 'force-app/main/ui/lwc/guardedPage');
    mkdirSync(bundle);
    copyFileSync(path.join(GUARD, '__tests__/guardedPage.html'), path.join(bundle, 'guardedPage.html'));
    // it has no types to take away
    copyFileSync(path.join(GUARD, '__tests__/guardedPage.ts'), path.join(bundle, 'guardedPage.js'));
    copyFileSync(path.join(GUARD, 'reauthenticateGuard.js-meta.xml'), path.join(bundle, 'guardedPage.js-meta.xml'));
}
