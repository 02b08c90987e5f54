import test from 'node:test';
import { check } from './code-analyzer.mjs';
import { assertFindings, fileOf, onDisk, planted } from './lib/planted.mjs';

const META = fileOf('SampleAction.cls-meta.xml').text;
const method = (name, body) =>
    `public with sharing class ${name} {\n    public Object go(String text) {\n        ${body}\n    }\n}\n`;

/** Faulty class -> its text, and the rules that name it. */
const FAULTS = {
    OpenRedirect: [method('OpenRedirect', 'return new PageReference(text);'), /^ApexOpenRedirect:/],
    Injection: [
        method(
            'Injection',
            "return Database.query('SELECT Id FROM Account WHERE Name = ' + text + ' WITH USER_MODE');"
        ),
        /^ApexSOQLInjection:/
    ],
    WeakCrypto: [
        method(
            'WeakCrypto',
            "return Crypto.encrypt('AES128', Blob.valueOf('0'), Blob.valueOf('1'), Blob.valueOf(text));"
        ),
        /^ApexBadCrypto:/,
        /^ApexBadCrypto:/
    ],
    PlainHttp: [
        method(
            'PlainHttp',
            "HttpRequest request = new HttpRequest();\n        request.setEndpoint('http://x.test');\n        return request;"
        ),
        /^ApexInsecureEndpoint:/
    ],
    Swallowed: [
        method('Swallowed', 'try { return text.length(); } catch (Exception e) { }\n        return null;'),
        /^EmptyCatchBlock:/
    ],
    Unchecked: [method('Unchecked', 'insert new Account(Name = text);\n        return null;'), /^ApexCRUDViolation:/],
    SilentTest: [
        "@IsTest(IsParallel=true)\nprivate class SilentTest {\n    @IsTest\n    static void works() {\n        Assert.areEqual('a', 'a');\n    }\n}\n",
        /^ApexAssertionsShouldIncludeMessage:/
    ]
};

test('PMD and the regular expressions catch each faulty file, and complain about none of the clean ones', async () => {
    const additions = Object.entries(FAULTS).flatMap(([name, [text]]) => [
        [`force-app/main/classes/${name}.cls`, text],
        [`force-app/main/classes/${name}.cls-meta.xml`, META]
    ]);
    const secret = fileOf('Token_Url__c.field-meta.xml').text.replaceAll('Token_Url__c', 'Client_Secret__c');
    const file = 'force-app/main/objects/Sample_Provider__mdt/fields/Client_Secret__c.field-meta.xml';
    const { findings } = await onDisk(planted(...additions, [file, secret]), check);
    assertFindings(findings, [
        ...Object.entries(FAULTS).flatMap(([name, [, ...says]]) => says.map((pattern) => [`/${name}.cls`, pattern])),
        [file, /^ProtectSensitiveData:/]
    ]);
});
