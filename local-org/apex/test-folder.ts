import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

/** The folder of a project for a test file, with nothing but the folders named, which lie in `app`. */
export function useProjectFolder(...folders: readonly string[]): string {
    const project = mkdtempSync(path.join(tmpdir(), 'apex-'));
    for (const folder of ['', ...folders]) mkdirSync(path.join(project, 'app', folder), { recursive: true });
    writeFileSync(path.join(project, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app"}]}');
    after(() => {
        rmSync(project, { recursive: true });
    });
    return project;
}
