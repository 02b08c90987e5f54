import fc from 'fast-check';
import { describe as describeError, isReauthRequired } from 'c/reauthClient';
import type { Snapshot } from 'c/reauthStore';

const KNOWN: Record<Snapshot['state'] | 'unknown', true> = {
    connected: true,
    expiring: true,
    'never-connected': true,
    'reauthentication-required': true,
    'wrong-account': true,
    'no-access': true,
    misconfigured: true,
    unavailable: true,
    unknown: true
};
const STATES = Object.keys(KNOWN);
const TOLD = STATES.filter((state) => state !== 'unknown');

/** Any character, halves of pairs among them; fast-check's unit `binary` takes a second to list them all. */
const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Pieces of real messages, in any order and number: what only nearly fits is where a reader errs. */
const hostileText = fc
    .array(
        fc.oneof(
            fc.constantFrom(
                '[reauth connection=',
                'Acme_Sign',
                ' state=',
                'reauthentication-required',
                ' reason=',
                ']',
                '’',
                "The expired credentials couldn't be refreshed",
                'credential isn',
                ' action=sign_in]',
                '\u0000',
                '\n'
            ),
            fc.string({ maxLength: 20 }),
            fc.string({ unit: codePoint, maxLength: 20 })
        ),
        { maxLength: 30 }
    )
    .map((pieces) => pieces.join(''));

/** What callers have been seen to reject with, filled with hostile texts. */
const rejection = hostileText.chain((message) =>
    fc.constantFrom<unknown>(
        message,
        new Error(message),
        { body: { message, exceptionType: 'System.CalloutException' } },
        { body: [{ message }, { message: 'another' }] },
        { body: { pageErrors: [{ message }], output: { errors: [], fieldErrors: { Name: [{ message }] } } } },
        { data: undefined, error: { body: { message } } }
    )
);

const connectionName = fc.stringMatching(/^[A-Za-z]\w{0,39}$/);
const reasonCode = fc.stringMatching(/^[a-z][a-z_]{0,39}$/);
const sentence = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('reading any error', () => {
    it('never throws and gives exactly one known state', () => {
        fc.assert(
            fc.property(fc.oneof(rejection, fc.anything({ withNullPrototype: true })), (error) => {
                const { state, reason, message } = describeError(error);
                expect(STATES).toContain(state);
                expect(typeof reason).toBe('string');
                expect(typeof message).toBe('string');
                expect(isReauthRequired(error)).toBe(
                    state === 'never-connected' || state === 'reauthentication-required'
                );
            }),
            { numRuns: 2000 }
        );
    });

    it('gives the same answer to the same error', () => {
        fc.assert(
            fc.property(rejection, (error) => {
                expect(describeError(error)).toEqual(describeError(error));
            })
        );
    });

    it('reads back what the server wrote, whatever the sentence holds', () => {
        fc.assert(
            fc.property(
                sentence,
                connectionName,
                fc.constantFrom(...TOLD),
                reasonCode,
                (words, connection, state, reason) => {
                    const trailer = `[reauth connection=${connection} state=${state} reason=${reason}]`;
                    expect(describeError({ body: { message: `${words} ${trailer}` } })).toEqual({
                        connection,
                        state,
                        reason,
                        message: words.trim()
                    });
                }
            )
        );
    });

    it('believes in no state that does not exist', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z-]{1,30}$/), (state) => {
                const told = describeError(`Sentence. [reauth connection=A state=${state} reason=x]`).state;
                expect(told).toBe(TOLD.includes(state) ? state : 'unknown');
            })
        );
    });

    it('does not look for a state in what comes after a trailer', () => {
        fc.assert(
            fc.property(hostileText, (text) => {
                const told = `[reauth connection=A state=reauthentication-required reason=x] ${text} end`;
                expect(describeError(told)).not.toHaveProperty('connection', 'A');
            })
        );
    });

    it.each([
        ['trailers without an end', (size: number): unknown => '[reauth connection= state= reason='.repeat(size)],
        ['spaces', (size: number): unknown => `[reauth connection=${' '.repeat(size * 30)}`],
        ['brackets', (size: number): unknown => '['.repeat(size * 30)],
        ['errors side by side', (size: number): unknown => ({ body: Array(size).fill({ message: 'no' }) as unknown })]
    ])('takes time in proportion to the length of %s', (_case, make) => {
        const seconds = (size: number): number => {
            const error = make(size);
            const start = performance.now();
            describeError(error);
            return (performance.now() - start) / 1000;
        };
        seconds(1000);
        // a quadratic reader would need a hundred times as long as for the tenth of it, which is minutes
        expect(seconds(20_000)).toBeLessThan(5);
    });
});
