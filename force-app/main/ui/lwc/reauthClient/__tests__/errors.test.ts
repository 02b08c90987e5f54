import { describe as describeError, isReauthRequired } from 'c/reauthClient';
import allCases from '../../../../../test/connection/staticresources/Reauth_Cases_Platform.json';

interface Case {
    readonly id: string;
    readonly input: { readonly exception?: string; readonly message?: string };
    readonly expected: { readonly state: string };
}

/** Every exception of the table that the Apex classifier is tested with. */
const cases = (allCases as Case[]).filter(({ input }) => input.exception && input.message);

/** Exceptions of a caller's own making: the client has no opinion about them. */
const ONLY_FOR_SERVER = new Set([
    'platform-uncommitted-work',
    'platform-callout-loop',
    'platform-time-allotted',
    'platform-too-large'
]);

const TRAILER = '[reauth connection=Acme_Sign state=reauthentication-required reason=invalid_token]';
const SENTENCE = 'Your sign-in to Acme Sign has ended.';
const UNKNOWN = { state: 'unknown', reason: 'unknown' };

/** An exception that reached the client without any Apex of ours having seen it. */
const unhandled = (message: string): unknown => ({
    body: { exceptionType: 'System.CalloutException', isUserDefinedException: false, message, stackTrace: 'Class.X' },
    ok: false,
    status: 500
});

describe('reading an error', () => {
    it('reads the trailer of our own exceptions and keeps it from the user', () => {
        expect(describeError({ body: { message: `${SENTENCE} ${TRAILER}` } })).toEqual({
            connection: 'Acme_Sign',
            state: 'reauthentication-required',
            reason: 'invalid_token',
            message: SENTENCE
        });
    });

    it('does not take a trailer in the middle of a text for one of ours', () => {
        expect(describeError({ body: { message: `${TRAILER} said the service.` } })).toMatchObject(UNKNOWN);
    });

    it.each(['action=sign_in]', 'action=retry]', 'action=fix]'])(
        'does not take %s for the end of what goes on',
        (end) => {
            expect(describeError(unhandled(`[oauth provider=A ${end} said the service.`))).toMatchObject(UNKNOWN);
        }
    );

    const saidByPlatform = cases.filter(({ id }) => /^(platform|plugin)-/.test(id) && !ONLY_FOR_SERVER.has(id));

    it.each(saidByPlatform)('agrees with the server about $id', ({ input, expected }) => {
        expect(describeError(unhandled(input.message!))).toMatchObject({
            state: expected.state,
            reason: 'exception',
            message: input.message!.replace(/( \(.*\))? \[oauth .*/, '')
        });
    });

    it.each([
        ['what is meant for machines', 'Sign in again.'],
        ['what the service has said as well', 'Sign in again. (&lt;b&gt; (a) ) said (action=fix) )']
    ])('keeps from the user %s', (_case, words) => {
        const trailer = '[oauth provider=Acme_Sign error=invalid_grant action=sign_in]';
        expect(describeError(unhandled(`${words} ${trailer}`))).toEqual({
            state: 'reauthentication-required',
            reason: 'exception',
            message: 'Sign in again.'
        });
    });

    it('leaves parentheses alone where no plug-in has spoken', () => {
        const message = 'Timed out (again)';
        expect(describeError(unhandled(message)).message).toBe(message);
    });

    it.each(cases)('claims nothing that the server denies about $id', ({ input, expected }) => {
        expect(['unknown', expected.state]).toContain(describeError(unhandled(input.message!)).state);
    });

    it('knows a user who may not call our Apex at all', () => {
        const message = "You do not have access to the Apex class named 'ReauthController'.";
        expect(describeError(unhandled(message)).state).toBe('no-access');
    });

    it.each<[string, unknown]>([
        ['a string', `${SENTENCE} ${TRAILER}`],
        ['an Error', new Error(`${SENTENCE} ${TRAILER}`)],
        ['an Apex error', { body: { message: `${SENTENCE} ${TRAILER}` } }],
        ['an array in the body', { body: [{ message: 'First' }, { message: `${SENTENCE} ${TRAILER}` }] }],
        ['a list of errors', [{ body: { message: `${SENTENCE} ${TRAILER}` } }]],
        ['page errors', { body: { pageErrors: [{ message: `${SENTENCE} ${TRAILER}` }] } }],
        ['field errors', { body: { output: { fieldErrors: { Name: [{ message: `${SENTENCE} ${TRAILER}` }] } } } }],
        ['record errors', { body: { output: { errors: [{ message: `${SENTENCE} ${TRAILER}` }] } } }],
        ['a wire result', { data: undefined, error: { body: { message: `${SENTENCE} ${TRAILER}` } } }]
    ])('finds the message in %s', (_shape, error) => {
        expect(describeError(error)).toMatchObject({ state: 'reauthentication-required', message: SENTENCE });
    });

    it('keeps the words of an error that has nothing to do with a connection', () => {
        expect(describeError({ body: { message: 'Required field missing' } })).toEqual({
            ...UNKNOWN,
            message: 'Required field missing'
        });
    });

    it.each([[undefined], [null], [42], [true], [{}], [[]], [{ message: 7 }], [{ body: null }], [Symbol('x')]])(
        'has an answer even for %p',
        (error) => {
            expect(describeError(error)).toEqual({ ...UNKNOWN, message: '' });
        }
    );

    it('ends on an error that contains itself', () => {
        const error: Record<string, unknown> = { message: 'Round and round' };
        error.cause = { error };
        expect(describeError(error)).toMatchObject({ message: 'Round and round' });
    });

    it('is quick with a long hostile text', () => {
        const hostile = '[reauth connection= state= reason='.repeat(20_000);
        expect(describeError(hostile)).toMatchObject(UNKNOWN);
    });
});

describe('whether a sign-in helps', () => {
    it.each([
        ['reauthentication-required', true],
        ['never-connected', true],
        ['wrong-account', false],
        ['no-access', false],
        ['misconfigured', false],
        ['unavailable', false]
    ])('for %s is %s', (state, expected) => {
        expect(isReauthRequired(new Error(`Sentence. [reauth connection=Acme_Sign state=${state} reason=x]`))).toBe(
            expected
        );
    });

    it('is false for any other error', () => {
        expect(isReauthRequired({ body: { message: 'Required field missing' } })).toBe(false);
    });
});
