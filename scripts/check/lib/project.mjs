import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TEXT = /\.(cls|css|html|js|json|trigger|ts|txt|xml)$/;
const CONFIG = 'sfdx-project.json';

/**
 * A project as the gates see it: the text files of its package directories, held in memory, so that a test can plant
 * a fault without touching the disk. Paths are relative to the root, with slashes.
 */
export class Project {
    constructor(root, texts) {
        this.root = root;
        this.texts = texts;
        this.config = JSON.parse(texts.get(CONFIG));
        this.files = [...texts]
            .filter(([file]) => file !== CONFIG)
            .map(([file, text]) => ({ path: file, name: path.posix.basename(file), text }));
    }

    /** The files whose path matches. */
    matching(pattern) {
        return this.files.filter((file) => pattern.test(file.path));
    }

    /** Writes all of it into a folder, for tools that read from disk. */
    writeTo(folder) {
        for (const [file, text] of this.texts) {
            const target = path.join(folder, file);
            mkdirSync(path.dirname(target), { recursive: true });
            writeFileSync(target, text);
        }
    }
}

/** Reads the project whose sfdx-project.json lies in a folder. */
export function loadProject(root) {
    const texts = new Map([[CONFIG, readFileSync(path.join(root, CONFIG), 'utf8')]]);
    for (const extra of ['.forceignore']) {
        if (existsSync(path.join(root, extra))) texts.set(extra, readFileSync(path.join(root, extra), 'utf8'));
    }
    for (const directory of JSON.parse(texts.get(CONFIG)).packageDirectories) {
        if (!existsSync(path.join(root, directory.path))) continue;
        for (const entry of readdirSync(path.join(root, directory.path), { recursive: true, withFileTypes: true })) {
            if (!entry.isFile() || !TEXT.test(entry.name)) continue;
            const full = path.join(entry.parentPath, entry.name);
            texts.set(path.relative(root, full).replaceAll(path.sep, '/'), readFileSync(full, 'utf8'));
        }
    }
    return new Project(root, texts);
}
