import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';

const root = path.resolve(import.meta.dirname, '..');
const LISTS = ['labels', 'customApplications', 'customLabels', 'customTabs', 'picklistValues'];
const parser = new XMLParser({ isArray: (name) => LISTS.includes(name) });
const read = (...names) => parser.parse(readFileSync(path.join(root, ...names), 'utf8'));
const sources = readdirSync(path.join(root, 'force-app/main'), { recursive: true });

const labels = new Map(
    sources
        .filter((file) => file.endsWith('.labels-meta.xml'))
        .flatMap((file) => read('force-app/main', file).CustomLabels.labels)
        .map(({ fullName, value, shortDescription }) => [fullName, { value, shortDescription }])
);

/** What Apex throws at developers, and the plug-in at who sets it up, stays English, as the names of fields in it do. */
const TRANSLATED = /^Reauth_(?!Exception_)|^OAuth_(Access_Denied|Sign_In_Again|Try_Later|Wrong_Setup)$/;

/** The words of a tab or an app by its name; the tab of an object bears the name of that. */
const labelsOf = (suffix, type) =>
    new Map(
        sources
            .filter((file) => file.endsWith(`.${suffix}-meta.xml`))
            .map((file) => [path.basename(file, `.${suffix}-meta.xml`), read('force-app/main', file)[type].label])
            .filter(([, label]) => label !== undefined)
    );
const navigation = {
    customApplications: labelsOf('app', 'CustomApplication'),
    customTabs: labelsOf('tab', 'CustomTab')
};

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
    for (const [name, { value }] of labels) if (TRANSLATED.test(name)) assert.doesNotMatch(value, JARGON, name);
});

/** What the administrator's overview and reports call the states. */
const states = read('force-app/main/connection/objects/Reauth_Status__c/fields/State__c.field-meta.xml')
    .CustomField.valueSet.valueSetDefinition.value.map(({ label }) => label)
    .sort();

for (const file of readdirSync(path.join(root, 'translations')).filter((name) => name.endsWith('-meta.xml'))) {
    const { Translations } = read('translations', file);
    const translated = new Map(Translations.customLabels.map(({ name, label }) => [name, label]));

    test(`${file} has every word of a page, and no other`, () => {
        const expected = [...labels.keys()].filter((name) => TRANSLATED.test(name));
        assert.deepEqual([...translated.keys()].sort(), expected.sort());
    });

    test(`${file} has the name of every tab and app`, () => {
        for (const [kind, names] of Object.entries(navigation)) {
            const named = Translations[kind];
            assert.deepEqual(named.map(({ name }) => name).sort(), [...names.keys()].sort());
            for (const { name, label } of named) assert.notEqual(label, names.get(name));
        }
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
