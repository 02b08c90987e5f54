import { connectionStore, describe as describeError, run } from 'c/reauthClient';
import { announceReturn } from 'c/signInWindow';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

const ended = {
    body: {
        message:
            'Your sign-in has ended. [reauth connection=Acme_Sign state=reauthentication-required reason=invalid_token]'
    }
};
const REPLAY = { connection: 'Acme_Sign', replay: true };

/** A call that fails until the user has signed in. */
const failingOnce = (): jest.Mock<Promise<string>, []> =>
    jest.fn<Promise<string>, []>().mockRejectedValueOnce(ended).mockResolvedValue('documents');

describe('run', () => {
    let stopWatching: () => void;

    /** A page with the button on it. */
    async function openPage(state = answer('reauthentication-required')): Promise<void> {
        server.getState.mockResolvedValue(state);
        stopWatching = connectionStore('Acme_Sign').watch(() => undefined);
        await settled();
    }

    async function userSignsIn(): Promise<void> {
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        server.getState.mockResolvedValue(answer('connected'));
        connectionStore('Acme_Sign').signIn();
        announceReturn('Acme_Sign');
        await settled();
    }

    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(null);
        stopWatching = () => undefined;
    });

    afterEach(() => {
        stopWatching();
        jest.resetAllMocks();
    });

    it('is just the call while all is well', async () => {
        await openPage();
        server.getState.mockClear();
        await expect(run(() => Promise.resolve(5), REPLAY)).resolves.toBe(5);
        expect(server.getState).not.toHaveBeenCalled();
    });

    it('leaves other errors alone', async () => {
        const error = new Error('Required field missing');
        await expect(run(() => Promise.reject(error), REPLAY)).rejects.toBe(error);
    });

    it('makes the call again when the user has signed in', async () => {
        await openPage();
        const call = failingOnce();
        const onWaiting = jest.fn();
        const result = run(call, { ...REPLAY, onWaiting });
        await settled();
        expect(call).toHaveBeenCalledTimes(1);
        expect(server.getState).toHaveBeenCalledTimes(1);
        expect(onWaiting).toHaveBeenCalledWith(expect.objectContaining({ state: 'reauthentication-required' }));
        await userSignsIn();
        await expect(result).resolves.toBe('documents');
        expect(call).toHaveBeenCalledTimes(2);
    });

    it('makes the call only once more, whatever comes of it', async () => {
        await openPage();
        const call = jest.fn().mockRejectedValue(ended);
        const result = run(call, REPLAY);
        await settled();
        await userSignsIn();
        await expect(result).rejects.toBe(ended);
        expect(call).toHaveBeenCalledTimes(2);
    });

    it('never repeats a call that is not safe to repeat, but has the button shown', async () => {
        await openPage(answer('connected'));
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const call = failingOnce();
        await expect(run(call, { connection: 'Acme_Sign', replay: false })).rejects.toBe(ended);
        expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ live: true }));
        await userSignsIn();
        expect(call).toHaveBeenCalledTimes(1);
    });

    it('lets several calls that failed at once go on after one sign-in', async () => {
        await openPage(answer('connected'));
        server.getState.mockClear();
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const calls = Array.from({ length: 5 }, failingOnce);
        const results = Promise.all(calls.map((call) => run(call, REPLAY)));
        await settled();
        expect(server.getState).toHaveBeenCalledTimes(1);
        await userSignsIn();
        await expect(results).resolves.toEqual(Array(5).fill('documents'));
        expect(window.open).toHaveBeenCalledTimes(1);
        expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
    });

    it('goes on without a sign-in when the server finds that the connection works again', async () => {
        await openPage(answer('connected'));
        await expect(run(failingOnce(), REPLAY)).resolves.toBe('documents');
        expect(window.open).not.toHaveBeenCalled();
    });

    it('waits on while the server has tokens renewed, which the next look proves', async () => {
        jest.useFakeTimers();
        await openPage(answer('connected'));
        server.getState.mockResolvedValueOnce(answer('unavailable', { reason: 'refreshed', retryAfterSeconds: 1 }));
        const call = failingOnce();
        const result = run(call, REPLAY);
        await settled();
        expect(call).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(1000);
        jest.useRealTimers();
        await expect(result).resolves.toBe('documents');
        expect(window.open).not.toHaveBeenCalled();
    });

    it('goes on when the connection works, although its session is about to end', async () => {
        await openPage(answer('expiring'));
        await expect(run(failingOnce(), REPLAY)).resolves.toBe('documents');
    });

    it('does not go on because of what the server merely remembers', async () => {
        let remembered: (state: ReturnType<typeof answer>) => void = () => undefined;
        server.getState.mockReturnValueOnce(
            new Promise((resolve) => {
                remembered = resolve;
            })
        );
        stopWatching = connectionStore('Acme_Sign').watch(() => undefined);
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const call = failingOnce();
        const result = run(call, REPLAY);
        await settled();
        remembered(answer('connected'));
        await settled();
        expect(call).toHaveBeenCalledTimes(1);
        await userSignsIn();
        await expect(result).resolves.toBe('documents');
    });

    it('has the server prove what it remembers of a sign-in elsewhere, and goes on', async () => {
        jest.useFakeTimers();
        await openPage(answer('reauthentication-required', { kickoffMinutes: 10 }));
        const result = run(failingOnce(), REPLAY);
        await settled();
        server.getState.mockClear();
        server.getState.mockResolvedValue(answer('connected'));
        jest.advanceTimersByTime(10 * 60_000 + 1);
        window.dispatchEvent(new CustomEvent('focus'));
        await expect(result).resolves.toBe('documents');
        expect(server.getState.mock.calls).toEqual([
            [expect.objectContaining({ live: false })],
            [expect.objectContaining({ live: true })]
        ]);
        jest.useRealTimers();
    });

    it.each(['no-access', 'misconfigured', 'unavailable'] as const)(
        'gives up at once when the server finds the connection %s',
        async (state) => {
            await openPage(answer('connected'));
            server.getState.mockResolvedValue(answer(state, { reason: 'code' }));
            const error: unknown = await run(failingOnce(), REPLAY).catch((e: unknown) => e);
            expect(describeError(error)).toEqual({
                connection: 'Acme_Sign',
                state,
                reason: 'code',
                message: `Acme Sign is ${state}.`
            });
        }
    );

    it.each(['no-access', 'misconfigured', 'unavailable'] as const)(
        'gives up when the sign-in has ended and the connection is %s',
        async (state) => {
            await openPage();
            const result = run(failingOnce(), REPLAY).catch(describeError);
            await settled();
            connectionStore('Acme_Sign').signIn();
            server.confirmSignIn.mockResolvedValue(answer(state, { reason: 'code' }));
            announceReturn('Acme_Sign');
            await expect(result).resolves.toMatchObject({ state, reason: 'code', message: `Acme Sign is ${state}.` });
        }
    );

    it('gives up when the user cancels', async () => {
        await openPage();
        const result = run(failingOnce(), REPLAY).catch(describeError);
        await settled();
        connectionStore('Acme_Sign').signIn();
        connectionStore('Acme_Sign').cancel();
        await expect(result).resolves.toMatchObject({ state: 'reauthentication-required', reason: 'cancelled' });
    });

    it('waits anew after a cancelled sign-in', async () => {
        await openPage();
        const first = run(failingOnce(), REPLAY).catch(describeError);
        await settled();
        connectionStore('Acme_Sign').cancel();
        await first;
        const second = run(failingOnce(), REPLAY);
        await settled();
        await userSignsIn();
        await expect(second).resolves.toBe('documents');
    });

    it('gives up when the user takes too long', async () => {
        jest.useFakeTimers();
        await openPage();
        const result = run(failingOnce(), REPLAY).catch(describeError);
        await settled();
        connectionStore('Acme_Sign').signIn();
        jest.advanceTimersByTime(15 * 60_000);
        await expect(result).resolves.toMatchObject({ reason: 'timeout' });
        jest.useRealTimers();
    });

    it('gives up when the user leaves the page', async () => {
        await openPage();
        const result = run(failingOnce(), REPLAY).catch(describeError);
        await settled();
        stopWatching();
        await expect(result).resolves.toMatchObject({ state: 'reauthentication-required', reason: 'page_left' });
    });

    it('does not wait on a page without a button', async () => {
        const error: unknown = await run(failingOnce(), REPLAY).catch(describeError);
        expect(error).toEqual({
            connection: 'Acme_Sign',
            state: 'reauthentication-required',
            reason: 'no_button',
            message: 'Your sign-in has ended.'
        });
        expect(server.getState).not.toHaveBeenCalled();
    });
});
