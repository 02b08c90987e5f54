import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const HERE = import.meta.dirname;

test('check names each planted fault by file and line, and nothing else', () => {
    const checked = spawnSync(process.execPath, [path.join(HERE, 'run.mjs'), 'check'], {
        encoding: 'utf8',
        env: { ...process.env, LOCAL_ORG_PROJECT: path.join(HERE, 'fixture/faulty') }
    });
    const findings = checked.stdout.trim().split('\n');
    const wanted = [
        /^app\/classes\/MissingOverride\.cls:17:\d+ Method must use the override keyword/,
        /^app\/classes\/UnknownColumn\.cls:3:\d+ No such column 'Nmae' on entity 'Account'/,
        /^app\/classes\/UnknownColumn\.cls:3:\d+ No such column 'Naem' on entity 'User'/,
        /^app\/classes\/UnknownChild\.cls:3:\d+ No such column 'Nmae' on entity 'Contact'/,
        /^app\/classes\/UnknownChild\.cls:3:\d+ Didn't understand relationship 'Contcats' in FROM part/,
        /^app\/classes\/NotImitated\.cls:3:\d+ local-org does not imitate a function of a row .*: toLabel\(Name\)/,
        /^app\/classes\/NotImitated\.cls:3:\d+ local-org does not imitate the date literal THIS_FISCAL_YEAR/,
        /^app\/classes\/NotImitated\.cls:7:\d+ local-org does not imitate SOSL/,
        /^app\/classes\/RefusedQuery\.cls:3:\d+ duplicate field selected: Name/,
        /^app\/classes\/RefusedQuery\.cls:3:\d+ value of filter criterion for field 'NumberOfEmployees' must be of type/,
        /^app\/classes\/RefusedQuery\.cls:3:\d+ Maximum SOQL offset allowed is 2000/,
        /^app\/classes\/UnknownLabel\.cls:3:\d+ External string does not exist: There_Is_None/,
        /^app\/classes\/UnknownMember\.cls:3:\d+ Method does not exist or incorrect signature: void shout\(\)/,
        /^app\/classes\/MissingInTheEngine\.cls:3:\d+ local-org has no system\.System\.purgeOldAsyncJobs/,
        /^app\/classes\/ReadOnlyField\.cls:3:\d+ Field is not writeable: Sum__c\.Twice__c/,
        /^app\/classes\/ReadOnlyField\.cls:4:\d+ Field is not writeable: Account\.CreatedDate/,
        /^app\/classes\/ReadOnlyField\.cls:5:\d+ local-org does not imitate formula .*: Sum__c\.Twice__c/,
        /^app\/classes\/UnknownParts\.cls:3:\d+ Invalid type: Messaging\.Pigeon, or local-org has no such part/,
        /^app\/classes\/UnknownParts\.cls:4:\d+ Method does not exist .* from the type system\.Site, or local-org has no/,
        /^app\/classes\/UnknownParts\.cls:5:\d+ Field does not exist: SetupOwnerId on Setting__c, or local-org has no/,
        ...[
            '1:1 local-org has no database.RaisesPlatformEvents',
            '1:1 local-org has no messaging.InboundEmailHandler',
            '1:1 local-org has no system.InstallHandler',
            '3:1 local-org has no messaging.SingleEmailMessage',
            '3:1 local-org has no messaging.SingleEmailMessage.<init>',
            '4:1 local-org has no system.Messaging.sendEmail',
            '5:1 local-org has no system.Messaging.reserveSingleEmailCapacity',
            '6:1 local-org has no system.Site.getBaseUrl',
            '6:1 local-org has no system.Network.getNetworkId',
            '6:1 local-org has no system.RestContext.request',
            '6:1 local-org has no system.RestRequest.requestURI',
            '7:1 local-org has no lang.SObject.getInstance',
            '7:1 local-org has no lang.SObject.getOrgDefaults',
            '15:1 local-org has no schema.DescribeSObjectResult.getChildRelationships',
            '16:1 local-org has no schema.DescribeSObjectResult.getRecordTypeInfosByName',
            '17:1 local-org has no schema.DescribeSObjectResult.getRecordTypeInfosById'
        ].map((text) => new RegExp(`^app/classes/MissingParts\\.cls:${text}`)),
        /^36 findings$/
    ];
    for (const pattern of wanted)
        assert.ok(
            findings.some((line) => pattern.test(line)),
            `${pattern.source}\n${checked.stdout}`
        );
    assert.equal(findings.length, wanted.length);
    assert.equal(checked.status, 1);
});
