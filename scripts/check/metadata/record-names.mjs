/** What custom metadata records name as text: credentials, principals, providers, permissions. */
import { all, first, value } from '../lib/xml.mjs';
import { principalsOf } from './credentials.mjs';

/** Ending of a field's name -> suffix of the metadata that it names, what people call that, and how its names begin. */
const NAMED = {
    Named_Credential__c: ['namedCredential', 'named credential'],
    External_Credential__c: ['externalCredential', 'external credential'],
    Auth_Provider__c: ['authprovider', 'auth provider'],
    Url_Suffix__c: ['authprovider', 'auth provider'],
    Access_Permission__c: ['customPermission', 'custom permission'],
    Connection__c: ['md', 'connection', 'Reauth_Connection.']
};

/** A name with a namespace belongs to another package, which is not here. */
const isElsewhere = (name) => name.includes('__');

const nameOf = (file) => file.name.split('.')[0];

const leadsTo = (namedCredential, credential) =>
    all(namedCredential.xml.root, 'namedCredentialParameters')
        .map((parameter) => value(parameter, 'externalCredential'))
        .every((name) => !name || name === nameOf(credential));

/** What is wrong with a text in a field, or null; `credential` is the external credential of the record, if there is one. */
function problemOf(catalog, field, text, credential) {
    if (field === 'Principal_Name__c') {
        const known = !credential || principalsOf(credential).includes(text);
        return known ? null : `${nameOf(credential)} has no principal ${text}`;
    }
    const called = /^callout:(\w+)/.exec(text)?.[1];
    const kind = called ? 'Named_Credential__c' : Object.keys(NAMED).find((ending) => field.endsWith(ending));
    const name = called ?? text;
    if (!kind || isElsewhere(name)) return null;
    const [suffix, what, beginning = ''] = NAMED[kind];
    const file = catalog.find(suffix, beginning + name);
    if (!file) return `there is no ${what} ${name}`;
    if (suffix === 'namedCredential' && !called && credential && !leadsTo(file, credential))
        return `${name} leads to another external credential than ${nameOf(credential)}`;
    return null;
}

export function checkRecordNames(catalog) {
    for (const file of catalog.of('md')) {
        const given = all(file.xml.root, 'values')
            .map((entry) => ({ field: value(entry, 'field'), element: first(entry, 'value') }))
            .filter(({ field, element }) => field && element?.text.trim());
        const credential = given.find(({ field }) => field === 'External_Credential__c')?.element.text.trim();
        for (const { field, element } of given) {
            const problem = problemOf(
                catalog,
                field,
                element.text.trim(),
                catalog.find('externalCredential', credential)
            );
            if (problem) catalog.report(file, element.line, `${field}: ${problem}`);
        }
    }
}
