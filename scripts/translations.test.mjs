import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';

const root = path.resolve(import.meta.dirname, '..');
const parser = new XMLParser({ isArray: (name) => name === 'labels' || name === 'customLabels' });
const read = (...names) => parser.parse(readFileSync(path.join(root, ...names), 'utf8'));

const labels = new Map(
    readdirSync(path.join(root, 'force-app/main'))
        .map((part) => path.join('force-app/main', part, 'labels/CustomLabels.labels-meta.xml'))
        .filter((file) => existsSync(path.join(root, file)))
        .flatMap((file) => read(file).CustomLabels.labels)
        .map(({ fullName, value }) => [fullName, value])
);

/** Words that only an administrator reads stay English, as the rest of Setup's technical words do. */
const FOR_USERS = /^Reauth_(?!Detail_|Exception_)|^OAuth_(Access_Denied|Sign_In_Again|Try_Later|Wrong_Setup)$/;

const places = (text) => [...text.matchAll(/\{\d}/g)].map(([place]) => place).sort();

for (const file of readdirSync(path.join(root, 'translations'))) {
    const translated = new Map(
        read('translations', file).Translations.customLabels.map(({ name, label }) => [name, label])
    );

    test(`${file} has every word that a user reads, and no other`, () => {
        const expected = [...labels.keys()].filter((name) => FOR_USERS.test(name));
        assert.deepEqual([...translated.keys()].sort(), expected.sort());
    });

    test(`${file} keeps every place that is filled in`, () => {
        for (const [name, text] of translated) assert.deepEqual(places(text), places(labels.get(name)), name);
    });

    test(`${file} leaves nothing in English`, () => {
        for (const [name, text] of translated) assert.notEqual(text, labels.get(name), name);
    });
}
