import assert from 'node:assert/strict';
import { verify } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import {
    ADA,
    aura,
    engine,
    ERIN,
    events,
    failure,
    keys,
    setPlatform,
    ZOE,
    type Answer,
    useEngine
} from './test-engine.ts';

describe('apex/engine', () => {
    useEngine();

    /** Events are delivered beside the invocation that published them. */
    async function heard(count: number): Promise<unknown[]> {
        for (let i = 0; events.length < count && i < 100; i++) await sleep(20);
        return events.map(({ payload }) => (payload as Answer).Text__c);
    }

    const plugin = (method: string, input: object) =>
        engine.request('plugin', {
            userId: ADA,
            class: 'Plugin',
            method,
            configuration: {},
            ...input
        }) as Promise<Answer>;

    const answered = (body: string) => ({
        statusCode: 200,
        status: 'OK',
        headers: { 'X-Kind': 'answer' },
        bodyBase64: Buffer.from(body).toString('base64')
    });

    function apexError(exceptionType: string, message: string, catchable = true): Error {
        return Object.assign(new Error(message), { data: { exceptionType, message, catchable } });
    }

    test('arguments arrive by name and type, and only annotated members with a value travel back', async () => {
        const { returnValue } = await aura('echo', {
            text: 'hello',
            count: 3,
            numbers: [1, 2.5],
            shape: { text: 'old', hidden: 'from the page' },
            unknown: true
        });
        assert.deepEqual(returnValue, { text: 'hello x3', moment: '2026-01-31T12:00:00.000Z', numbers: [1, 2.5] });
    });

    test('a component sets the annotated properties of an argument, after its constructor', async () => {
        const shape = { text: 'of a field', numbers: [1], hidden: 'from the page' };
        assert.equal((await aura('receive', { shape })).returnValue, ' (1) not for the page');
    });

    test('a record travels without the fields and children that it has not', async () => {
        const Id = '001000000000001AAA';
        assert.deepEqual((await aura('give', { kind: 'records' })).returnValue, [{ Id, Name: 'Northwind' }]);
        const record = { type: 'Account', Id, Industry: 'Energy' };
        await engine.request('updateRecord', { userId: ERIN, record });
        assert.deepEqual((await aura('give', { kind: 'records' })).returnValue, [
            { Id, Industry: 'Energy', Name: 'Northwind' }
        ]);
    });

    test('an argument of the wrong type is named', async () => {
        const { message } = await failure(aura('echo', { count: 'many' }));
        assert.equal(message, "Value provided is invalid for action parameter 'count' of type 'Integer'");
    });

    test('a class needs access by permission set, an administrator has it anyway', async () => {
        const { message } = await failure(aura('count', {}, ZOE));
        assert.equal(message, "You do not have access to the Apex class named 'Notes'.");
        assert.equal((await aura('count', {}, ADA)).returnValue, 0);
        assert.equal((await failure(aura('count', {}, ADA, 'Nothing'))).exceptionType, 'System.NoAccessException');
    });

    test('a method without the annotation does not exist for components', async () => {
        const { message } = await failure(aura('notForComponents'));
        assert.match(String(message), /Method named 'notForComponents' does not exist/);
    });

    test('data is there for the next call after success and gone after failure; immediate events survive both', async () => {
        await aura('write', { name: 'Kept', thenFail: false });
        const body = await failure(aura('write', { name: 'Lost', thenFail: true }));
        assert.equal(body.message, 'Not today');
        assert.equal(body.exceptionType, 'System.AuraHandledException');
        assert.match(String(body.stackTrace), /^Class\.Notes\.write: line \d+/);
        assert.equal((await aura('count')).returnValue, 1);
        assert.deepEqual(await heard(2), ['Kept', 'Lost']);
    });

    test('writers of the same key wait for each other', async () => {
        await Promise.all([1, 2, 3, 4, 5].map(() => aura('remember', { key: 'one' })));
        assert.equal((await aura('count')).returnValue, 1);
    });

    test('a trigger on an event runs in a transaction of its own, whatever became of the publisher', async () => {
        await failure(aura('write', { name: 'Note this', thenFail: true }));
        await heard(1);
        assert.equal((await aura('count')).returnValue, 1);
    });

    test('each invocation has its own static variables and tells its cost', async () => {
        assert.equal((await aura('statics')).returnValue, 1);
        const { returnValue, cost } = await aura('statics');
        assert.equal(returnValue, 1);
        assert.deepEqual(
            { ...(cost as object), statements: 0 },
            { statements: 0, queries: 0, dml: 0, callouts: 0, connectApi: 0 }
        );
        assert.equal(((await aura('count')).cost as Answer).queries, 1);
    });

    test('a cacheable method may not write', async () => {
        const { exceptionType, message } = await failure(aura('writeCacheable'));
        assert.deepEqual([exceptionType, message], ['System.LimitException', 'Too many DML statements: 1']);
    });

    test('a callout goes out whole and comes back whole', async () => {
        let seen: Answer = {};
        setPlatform((method, params) => {
            assert.equal(method, 'callout');
            seen = params;
            return answered('answer');
        });
        assert.equal(
            (await aura('call', { endpoint: 'callout:Sample/x', afterDml: false })).returnValue,
            '200 answer answer'
        );
        assert.deepEqual(
            [seen.userId, seen.endpoint, seen.method, seen.headers, seen.timeoutMs],
            [ERIN, 'callout:Sample/x', 'POST', { 'X-Sent': 'yes' }, 10000]
        );
        assert.equal(Buffer.from(String(seen.bodyBase64), 'base64').toString(), 'question');
    });

    test('Apex may be called again while a callout is under way', async () => {
        setPlatform(async (method) => {
            assert.equal(method, 'callout');
            return answered(String((await aura('count', {}, ADA)).returnValue));
        });
        assert.equal(
            (await aura('call', { endpoint: 'https://x.example', afterDml: false })).returnValue,
            '200 answer 0'
        );
    });

    test('a callout lets others write what was locked before it', async () => {
        await aura('remember', { key: 'locked' });
        setPlatform(async () => {
            await aura('remember', { key: 'locked' }, ADA);
            return answered('');
        });
        assert.equal((await aura('lockThenCall', { key: 'locked' })).returnValue, 1);
    });

    test('no callout after DML, nor after a refreshed credential', async () => {
        const text = 'You have uncommitted work pending. Please commit or rollback before calling out';
        assert.equal((await failure(aura('call', { endpoint: 'https://x.example', afterDml: true }))).message, text);
        setPlatform((method) => {
            assert.equal(method, 'connectApi');
            return { authenticationStatus: 'Configured' };
        });
        assert.equal((await failure(aura('refreshThenCall'))).message, text);
    });

    test('exceptions of the platform can be caught, unless they say otherwise', async () => {
        setPlatform(() => {
            throw apexError('System.CalloutException', 'Read timed out');
        });
        assert.equal(
            (await aura('callCarefully', { endpoint: 'https://x.example' })).returnValue,
            'caught Read timed out'
        );
        setPlatform(() => {
            throw apexError('System.UnexpectedException', 'Unable to fetch the OAuth token.', false);
        });
        const { exceptionType, message } = await failure(aura('callCarefully', { endpoint: 'https://x.example' }));
        assert.deepEqual([exceptionType, message], ['System.UnexpectedException', 'Unable to fetch the OAuth token.']);
    });

    test('ConnectApi answers become values of its classes', async () => {
        setPlatform((method, params) => {
            assert.deepEqual(
                [method, params.method, params.args],
                ['connectApi', 'getCredential', ['Sample', 'User', 'PerUserPrincipal']]
            );
            return { authenticationStatus: 'NotConfigured', externalCredential: 'Sample' };
        });
        assert.equal((await aura('status')).returnValue, 'NotConfigured');
    });

    test('null has the text of the platform, and a loop without end meets the CPU limit', async () => {
        const { exceptionType, message } = await failure(aura('dereference', {}));
        assert.deepEqual(
            [exceptionType, message],
            ['System.NullPointerException', 'Attempt to de-reference a null object']
        );
        assert.equal((await failure(aura('endless'))).message, 'Apex CPU time limit exceeded');
    });

    test('a custom notification goes out at once, with its target, whatever becomes of the transaction', async () => {
        await failure(aura('notify', { title: 'Sign in again' }, ERIN, 'Notices'));
        const [{ time, ...sent } = {}] = events;
        assert.deepEqual(sent, {
            userIds: [ERIN],
            senderId: ERIN,
            title: 'Sign in again',
            body: 'Body',
            targetId: '001000000000001AAA',
            targetObject: 'Account',
            targetPageRef: null
        });
        assert.ok(Math.abs(Number(time) - Date.now()) < 60_000, String(time));
    });

    test('the trigger of an event sends a custom notification, unless the platform refuses it (U41)', async () => {
        for (const U41 of ['b', 'a']) {
            await engine.request('setSwitches', { U41 });
            events.length = 0;
            await aura('publish', { title: 'Notify' }, ERIN, 'Notices');
            await engine.request('advanceClock', { seconds: 0 });
            assert.deepEqual(
                events.map(({ userIds, name }) => userIds ?? name),
                U41 === 'a' ? [[ERIN], 'Heard__e'] : ['Heard__e']
            );
        }
    });

    test('a plug-in gets its configuration and answers with the documented fields', async () => {
        const { url } = await plugin('initiate', {
            configuration: { Authorize_Url__c: 'https://id.example/auth?a=b' },
            state: 'x y'
        });
        assert.equal(url, 'https://id.example/auth?a=b&state=x+y');
        const response = await plugin('handleCallback', {
            callbackState: { headers: { Cookie: 'c' }, body: null, queryParameters: { code: '1', state: 's' } }
        });
        assert.deepEqual(response, {
            provider: 'Sample',
            oauthToken: '1',
            oauthSecretOrRefreshToken: null,
            state: 's',
            idToken: 'c'
        });
        const person = await plugin('getUserInfo', { tokenResponse: response });
        assert.deepEqual(
            [person.identifier, person.username, person.attributeMap],
            ['1', 'ada@local.example', { team: 'a' }]
        );
        assert.deepEqual(await plugin('refresh', { refreshToken: 'r' }), {
            accessToken: null,
            refreshToken: null,
            error: 'invalid_grant'
        });
        const refused = await failure(plugin('refresh', { refreshToken: null }));
        assert.deepEqual(
            [refused.exceptionType, refused.message],
            ['Auth.AuthProviderPluginException', 'Nothing to refresh with']
        );
    });

    test('a plug-in writes nothing, but its events arrive unless they are to be lost', async () => {
        const callbackState = { headers: {}, body: null, queryParameters: {} };
        await plugin('handleCallback', { callbackState, events: 'lose' });
        await plugin('handleCallback', { callbackState, events: 'deliver' });
        assert.equal((await aura('count')).returnValue, 0);
        assert.deepEqual(await heard(1), ['From the plug-in']);
    });

    test('certificates of the org sign, others do not exist', async () => {
        const { returnValue } = await aura('sign', { text: 'hello', certificate: 'Own' });
        const signature = Buffer.from(String(returnValue), 'base64');
        assert.ok(verify('sha256', Buffer.from('hello'), keys.publicKey, signature), 'the public key verifies it');
        const missing = await failure(aura('sign', { text: 'hello', certificate: 'Other' }));
        assert.equal(missing.exceptionType, 'System.NoDataFoundException');
    });

    test('a record page reads and writes as its user', async () => {
        const soql = "SELECT Id, Name FROM Account WHERE Name LIKE 'north%'";
        const { records } = (await engine.request('query', { userId: ERIN, soql })) as Answer;
        assert.deepEqual(records, [{ Id: '001000000000001AAA', Name: 'Northwind' }]);
        const record = { type: 'Account', Id: '001000000000001AAA', Name: 'Northwind Traders' };
        await engine.request('updateRecord', { userId: ERIN, record });
        const after = (await engine.request('query', { userId: ERIN, soql })) as { records: Answer[] };
        assert.equal(after.records[0]?.Name, 'Northwind Traders');
        const hidden = await failure(engine.request('query', { userId: ERIN, soql: 'SELECT Id FROM Note__c' }));
        assert.equal(hidden.exceptionType, 'System.QueryException');
    });
});
