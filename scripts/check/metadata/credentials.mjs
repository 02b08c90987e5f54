/** Auth. providers, external and named credentials: what they name must exist, and be of the right kind. */
import { all, value } from '../lib/xml.mjs';

const PLUGIN = /\bextends\s+Auth\.AuthProviderPluginClass\b/i;
const PRINCIPAL = /^(PerUser|Named)Principal$/;

/** The names of the principals of an external credential file. */
export const principalsOf = (file) =>
    all(file.xml.root, 'externalCredentialParameters')
        .filter((parameter) => PRINCIPAL.test(value(parameter, 'parameterType') ?? ''))
        .map((parameter) => value(parameter, 'parameterName'));

function checkAuthProvider(catalog, file) {
    const { root } = file.xml;
    for (const element of [...all(root, 'plugin'), ...all(root, 'registrationHandler')]) {
        const name = element.text.trim();
        const apex = catalog.apex.get(name);
        if (!apex) catalog.report(file, element.line, `<${element.name}>: there is no Apex class ${name}`);
        else if (element.name === 'plugin' && !PLUGIN.test(apex.code)) {
            catalog.report(file, element.line, `<plugin>: ${name} does not extend Auth.AuthProviderPluginClass`);
        }
    }
    for (const element of all(root, 'customMetadataTypeRecord')) {
        const [type, record] = element.text.trim().split('.');
        if (!/__mdt$/.test(type)) {
            catalog.report(file, element.line, `<customMetadataTypeRecord> must be written as Type__mdt.Record`);
        } else if (!catalog.find('md', `${type.replace(/__mdt$/, '')}.${record}`)) {
            catalog.report(file, element.line, `<customMetadataTypeRecord>: there is no record ${type}.${record}`);
        }
    }
    if (value(root, 'providerType') === 'Custom') {
        for (const needed of ['plugin', 'customMetadataTypeRecord', 'executionUser']) {
            if (!value(root, needed)) catalog.report(file, root.line, `a Custom auth provider needs <${needed}>`);
        }
    }
}

function checkExternalCredential(catalog, file) {
    const { root } = file.xml;
    const parameters = all(root, 'externalCredentialParameters');
    for (const parameter of parameters) {
        for (const [element, suffix] of [
            ['authProvider', 'authprovider'],
            ['externalAuthIdentityProvider', 'externalAuthIdentityProvider']
        ]) {
            const name = value(parameter, element);
            if (name && !catalog.find(suffix, name))
                catalog.report(file, parameter.line, `<${element}>: there is no ${name}`);
        }
    }
    if (principalsOf(file).length === 0) catalog.report(file, root.line, 'the external credential has no principal');
    const numbers = parameters.map((parameter) => value(parameter, 'sequenceNumber')).filter(Boolean);
    if (new Set(numbers).size < numbers.length)
        catalog.report(file, root.line, 'two principals share a sequenceNumber');
}

function checkNamedCredential(catalog, file) {
    const { root } = file.xml;
    const parameters = all(root, 'namedCredentialParameters');
    for (const parameter of parameters) {
        const name = value(parameter, 'externalCredential');
        if (name && !catalog.find('externalCredential', name)) {
            catalog.report(file, parameter.line, `<externalCredential>: there is no ${name}`);
        }
        if (
            value(parameter, 'parameterType') === 'Url' &&
            !/^https:\/\//.test(value(parameter, 'parameterValue') ?? '')
        ) {
            catalog.report(file, parameter.line, 'the URL of a named credential must begin with https://');
        }
    }
    const provider = value(root, 'authProvider');
    if (provider && !catalog.find('authprovider', provider)) {
        catalog.report(file, root.line, `<authProvider>: there is no ${provider}`);
    }
    if (value(root, 'namedCredentialType') === 'SecuredEndpoint') {
        for (const type of ['Url', 'Authentication']) {
            const has = parameters.some((parameter) => value(parameter, 'parameterType') === type);
            if (!has) catalog.report(file, root.line, `a SecuredEndpoint needs a parameter of type ${type}`);
        }
    }
}

export function checkCredentials(catalog) {
    for (const file of catalog.of('authprovider')) checkAuthProvider(catalog, file);
    for (const file of catalog.of('externalCredential')) checkExternalCredential(catalog, file);
    for (const file of catalog.of('namedCredential')) checkNamedCredential(catalog, file);
}
