import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';

const root = path.resolve(import.meta.dirname, '..');
const parser = new XMLParser({ isArray: (name) => ['labels', 'customLabels', 'picklistValues'].includes(name) });
const read = (...names) => parser.parse(readFileSync(path.join(root, ...names), 'utf8'));

const labels = new Map(
    readdirSync(path.join(root, 'force-app/main'), { recursive: true })
        .filter((file) => file.endsWith('.labels-meta.xml'))
        .flatMap((file) => read('force-app/main', file).CustomLabels.labels)
        .map(({ fullName, value, shortDescription }) => [fullName, { value, shortDescription }])
);

/** Words that only an administrator reads stay English, as the rest of Setup's technical words do. */
const FOR_USERS = /^Reauth_(?!Detail_|Exception_)|^OAuth_(Access_Denied|Sign_In_Again|Try_Later|Wrong_Setup)$/;

/** Words of the trade, in any language of the folder. */
const JARGON =
    /\b(o-?auth|tokens?|jetons?|grants?|invalid_\w+|credentials?|callouts?|endpoints?|pop-?ups?|http|api|url|client|scopes?)\b|トークン|エンドポイント|コールアウト/i;

const places = (text) => [...text.matchAll(/\{\d}/g)].map(([place]) => place).sort();

test('each label tells a translator where it stands, and what each of its places is filled with', () => {
    for (const [name, { value, shortDescription }] of labels) {
        assert.ok(shortDescription.length > 10 && shortDescription !== value, name);
        for (const place of places(value)) assert.ok(shortDescription.includes(place), `${name}: ${place}`);
    }
});

test('no word of the trade reaches a user', () => {
    for (const [name, { value }] of labels) if (FOR_USERS.test(name)) assert.doesNotMatch(value, JARGON, name);
});

/** What the administrator's overview and reports call the states. */
const states = read('force-app/main/connection/objects/Reauth_Status__c/fields/State__c.field-meta.xml')
    .CustomField.valueSet.valueSetDefinition.value.map(({ label }) => label)
    .sort();

for (const file of readdirSync(path.join(root, 'translations')).filter((name) => name.endsWith('-meta.xml'))) {
    const translated = new Map(
        read('translations', file).Translations.customLabels.map(({ name, label }) => [name, label])
    );

    test(`${file} has every word that a user reads, and no other`, () => {
        const expected = [...labels.keys()].filter((name) => FOR_USERS.test(name));
        assert.deepEqual([...translated.keys()].sort(), expected.sort());
    });

    test(`${file} keeps every place that is filled in`, () => {
        for (const [name, text] of translated) assert.deepEqual(places(text), places(labels.get(name).value), name);
    });

    test(`${file} has no word of the trade`, () => {
        for (const [name, text] of translated) assert.doesNotMatch(text, JARGON, name);
    });

    test(`${file} has a word beside it for every state`, () => {
        const folder = `translations/objectTranslations/Reauth_Status__c-${file.split('.')[0]}`;
        const values = read(folder, 'State__c.fieldTranslation-meta.xml').CustomFieldTranslation.picklistValues;
        assert.deepEqual(values.map(({ masterLabel }) => masterLabel).sort(), states);
        for (const { masterLabel, translation } of values) {
            assert.notEqual(translation, masterLabel);
            assert.doesNotMatch(translation, JARGON);
        }
    });

    test(`${file} leaves nothing in English`, () => {
        for (const [name, text] of translated) assert.notEqual(text, labels.get(name).value, name);
    });
}
