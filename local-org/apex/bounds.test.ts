import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ADA, aura, failure, setPlatform, useEngine } from './test-engine.ts';

describe('apex/bounds', () => {
    useEngine();

    test('one more than a limit allows ends the transaction', async () => {
        setPlatform(() => ({ statusCode: 200, status: 'OK', headers: {}, bodyBase64: '' }));
        for (const [kind, text] of [
            ['queries', 'Too many SOQL queries: 101'],
            ['sub-queries', 'Too many aggregate queries: 301'],
            ['query rows', 'Too many query rows: 50001'],
            ['DML statements', 'Too many DML statements: 151'],
            ['DML rows', 'Too many DML rows: 10001'],
            ['callouts', 'Too many callouts: 101']
        ]) {
            const { exceptionType, message } = await failure(aura('exceed', { kind }, ADA, 'Bounds'));
            assert.deepEqual([exceptionType, message], ['System.LimitException', text]);
        }
    });

    test('no Apex catches what the engine lacks', async () => {
        for (const [soql, what] of [
            ['SELECT toLabel(Name) FROM Account', 'a function of a row among what is selected: toLabel(Name)'],
            [
                "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, Name, 'mi') < 1",
                'the SOQL function DISTANCE of more'
            ],
            ['SELECT Id FROM Account USING SCOPE mine', 'USING SCOPE'],
            ['SELECT Id FROM Account WHERE Name = :soql', 'local variables in dynamic SOQL: soql'],
            ['SELECT TYPEOF Owner WHEN User THEN Id END FROM Account', 'TYPEOF'],
            ['SELECT Id FROM Account WITH DATA CATEGORY a ABOVE b', 'WITH DATA'],
            ['SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account', 'groups in a sub-query'],
            ['SELECT Id FROM Account WHERE CreatedDate = THIS_FISCAL_YEAR', 'the date literal THIS_FISCAL_YEAR'],
            ...[
                'SELECT Twice__c FROM Sum__c',
                'SELECT COUNT(Id) FROM Sum__c GROUP BY Twice__c',
                'SELECT COUNT(Id) FROM Sum__c GROUP BY Name HAVING MAX(Twice__c) > 1',
                'SELECT COUNT(Id) FROM Sum__c GROUP BY Name ORDER BY MAX(Twice__c)'
            ].map((soql) => [soql, 'formula and roll-up summary fields: Sum__c.Twice__c'])
        ]) {
            const { exceptionType, message } = await failure(aura('query', { soql }, ADA, 'Bounds'));
            assert.equal(exceptionType, 'System.UnexpectedException');
            assert.ok(String(message).startsWith(`local-org does not imitate ${what}`), String(message));
        }
        assert.match(
            String((await aura('query', { soql: 'SELECT Nmae FROM Account' }, ADA, 'Bounds')).returnValue),
            /^caught No such column/
        );
    });

    test('what saving a record lacks is named', async () => {
        for (const [kind, what] of [
            ['a default', 'the default value 1 + 1 of Sum__c.Start__c'],
            ['a default of two texts', 'the default value "a" & "b" of Sum__c.Title__c'],
            ['a deletion', 'the deletion of a record that Task.WhatId points to'],
            ['a formula in a trigger', 'formula and roll-up summary fields: Sum__c.Twice__c'],
            ['a formula', 'formula and roll-up summary fields: Sum__c.Twice__c']
        ]) {
            const { message } = await failure(aura('save', { kind }, ADA, 'Bounds'));
            assert.equal(message, `local-org does not imitate ${what}`);
        }
    });

    test('what Apex holds meets the heap limit, what it drops does not', async () => {
        assert.equal((await aura('build', { times: 50, hold: false })).returnValue, 0);
        assert.equal((await aura('build', { times: 5, hold: true })).returnValue, 5);
        const { exceptionType, message } = await failure(aura('build', { times: 20, hold: true }));
        assert.equal(exceptionType, 'System.LimitException');
        assert.match(String(message), /^Apex heap size too large: 6\d{6}$/);
    });

    test('what no component gets or sends is named', async () => {
        for (const [kind, name] of [
            ['request', 'HttpRequest'],
            ['time', 'Time'],
            ['blob', 'Blob']
        ]) {
            const { exceptionType, message } = await failure(aura('give', { kind }));
            assert.deepEqual(
                [exceptionType, message],
                ['System.UnexpectedException', `local-org does not imitate a ${name} as a value for a component`]
            );
        }
        for (const [params, name] of [
            [{ moment: '10:00:00' }, 'Time'],
            [{ bytes: 'Ynl0ZXM=' }, 'Blob'],
            [{ request: {} }, 'HttpRequest']
        ] as const) {
            const { message } = await failure(aura('take', params));
            assert.equal(message, `local-org does not imitate a ${name} from a component`);
        }
    });
});
