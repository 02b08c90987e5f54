import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { ADA, aura, startFixture, useEngine } from './test-engine.ts';
import { useProjectFolder } from './test-folder.ts';

describe('apex/alone', () => {
    useEngine();

    const project = useProjectFolder();

    /** What a statement answers that is all there is in a project: nothing else has named the types that it needs. */
    async function runAlone(statements: string): Promise<unknown> {
        const method = `@AuraEnabled public static Object run() { ${statements} }`;
        writeFileSync(path.join(project, 'app/Alone.cls'), `public class Alone { ${method} }`);
        await startFixture(project);
        return (await aura('run', {}, ADA, 'Alone')).returnValue;
    }

    test('a statement needs no other that mentions its types before it', async () => {
        for (const [statements, answer] of [
            ['Schema.DescribeSObjectResult d = Account.SObjectType.getDescribe(); return d.getName();', 'Account'],
            ['return Schema.SObjectType.Account.fields.Name.getName();', 'Name'],
            ["SObject a = new Account(); a.put(Account.Name, 'x'); return a.get(Account.Name);", 'x'],
            ["return Database.insert(new Account(Name = 'x'), false).isSuccess();", true],
            ["return Database.insert(new List<Account>{ new Account(Name = 'x') }).size();", 1],
            ["return Database.upsert(new Account(Name = 'x'), AccessLevel.USER_MODE).isCreated();", true],
            ['return Database.update([SELECT Id FROM Account LIMIT 1], false)[0].isSuccess();', true],
            ['return Database.delete([SELECT Id FROM Account LIMIT 1], false)[0].isSuccess();', true],
            ['Account a = [SELECT Id FROM Account]; delete a; return Database.undelete(a).isSuccess();', true],
            [
                "for (Account a : Database.query('SELECT Name FROM Account')) { return a.Name; } return null;",
                'Northwind'
            ],
            ['return (1.55).setScale(1, System.RoundingMode.DOWN);', 1.5]
        ] as const)
            assert.deepEqual(await runAlone(statements), answer, statements);
    });
});
