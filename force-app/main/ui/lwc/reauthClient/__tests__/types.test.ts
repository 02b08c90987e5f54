import { describe as describeError, run, type Problem, type Snapshot } from 'c/reauthClient';

const call = (): Promise<number> => Promise.resolve(1);

/** Compiles only for exactly the same types. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the types of c/reauthClient', () => {
    it('keep the type of the call', async () => {
        const result = run(call, { connection: 'Acme_Sign', replay: true });
        const isSame: Same<typeof result, Promise<number>> = true;
        await expect(result).resolves.toBe(1);
        expect(isSame).toBe(true);
    });

    it('name every state that an error can tell', () => {
        const isSame: Same<Problem['state'], Snapshot['state'] | 'unknown'> = true;
        expect(describeError(new Error('x')).state).toBe('unknown');
        expect(isSame).toBe(true);
    });
});
