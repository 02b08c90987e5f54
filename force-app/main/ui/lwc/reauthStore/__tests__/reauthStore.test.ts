import { connectionStore, type ReauthState, type Snapshot } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import { FakeBroadcastChannel, startInOtherTab } from '../../../../../test/jest-mocks/broadcastChannel';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

describe('the store of a connection', () => {
    const store = (): ReturnType<typeof connectionStore> => connectionStore('Acme_Sign');
    let stops: (() => void)[];

    function watch(): jest.Mock<undefined, [Snapshot]> {
        const listener = jest.fn<undefined, [Snapshot]>();
        stops.push(store().watch(listener));
        return listener;
    }

    async function watchAt(state: ReauthState): Promise<jest.Mock<undefined, [Snapshot]>> {
        server.getState.mockResolvedValue(state);
        const listener = watch();
        await settled();
        return listener;
    }

    /** Has the next question to the server wait for its answer. */
    function holdAnswer(): (state: ReauthState) => Promise<void> {
        let give: (state: ReauthState) => void = () => undefined;
        server.getState.mockReturnValueOnce(
            new Promise((resolve) => {
                give = resolve;
            })
        );
        return (state) => {
            give(state);
            return settled();
        };
    }

    function comeBack(): void {
        window.dispatchEvent(new CustomEvent('focus'));
    }

    beforeEach(() => {
        stops = [];
        jest.spyOn(window, 'open').mockReturnValue(null);
    });

    afterEach(() => {
        stops.forEach((stop) => {
            stop();
        });
        jest.resetAllMocks();
    });

    it('listens for the return although it was asked before anybody watched', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        await store().check();
        expect(FakeBroadcastChannel.open.size).toBe(0);
        const listener = watch();
        expect(listener).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'reauthentication-required' }));
        startInOtherTab('Acme_Sign');
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        expect(listener).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'connected' }));
        stops.shift()?.();
        expect(FakeBroadcastChannel.open.size).toBe(0);
        server.getState.mockResolvedValue(answer('unavailable'));
        await store().check();
        expect(watch()).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'unavailable' }));
    });

    it('follows what the server asked for before anybody watched', async () => {
        server.getState.mockResolvedValue(answer('unavailable', { retryAfterSeconds: 30 }));
        await store().check();
        jest.useFakeTimers();
        const listener = watch();
        await settled();
        server.getState.mockResolvedValue(answer('connected'));
        jest.advanceTimersByTime(30_000);
        await settled();
        expect(listener).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'connected' }));
        jest.useRealTimers();
    });

    it('is still there for others when one stops listening twice', async () => {
        await watchAt(answer('connected'));
        stops[0]?.();
        const staying = watch();
        stops[0]?.();
        await settled();
        server.getState.mockResolvedValue(answer('unavailable'));
        await store().check();
        expect(staying).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'unavailable' }));
    });

    it('tells a listener that comes later what is known, without asking again', async () => {
        await watchAt(answer('connected'));
        expect(watch().mock.calls).toEqual([[expect.objectContaining({ state: 'connected' })]]);
        expect(server.getState).toHaveBeenCalledTimes(1);
    });

    it('goes on for the listeners that stay when one leaves', async () => {
        const leaving = await watchAt(answer('reauthentication-required'));
        const staying = watch();
        stops.shift()?.();
        server.getState.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        expect(leaving).toHaveBeenCalledTimes(1);
        expect(staying).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'connected' }));
    });

    it('starts no sign-in before it knows where, nor where there is none to start', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const listener = watch();
        store().signIn();
        await settled();
        store().signIn();
        expect(window.open).not.toHaveBeenCalled();
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it.each(['no-access', 'unavailable'] as const)(
        'says so when a sign-in has ended and is of no help: %s',
        async (state) => {
            const listener = await watchAt(answer('reauthentication-required'));
            store().signIn();
            server.confirmSignIn.mockResolvedValue(answer(state));
            announceReturn('Acme_Sign');
            await settled();
            expect(listener).toHaveBeenLastCalledWith(
                expect.objectContaining({ state, stage: undefined, message: `Acme Sign is ${state}.` })
            );
        }
    );

    it('confirms a sign-in also behind another question that waits its turn', async () => {
        await watchAt(answer('expiring'));
        store().signIn();
        const give = holdAnswer();
        comeBack();
        void store().check();
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await give(answer('expiring'));
        expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
    });

    it('tries the connection once for all who wait for their turn to have it tried', async () => {
        await watchAt(answer('connected'));
        const give = holdAnswer();
        const checks = Array.from({ length: 5 }, () => store().check());
        await give(answer('connected'));
        await Promise.all(checks);
        expect(server.getState.mock.calls.map(([{ live }]) => live)).toEqual([false, true, true]);
    });

    it('takes no reminder for that to the return of the user which was under way before', async () => {
        jest.useFakeTimers();
        const listener = await watchAt(answer('reauthentication-required'));
        store().signIn();
        const give = holdAnswer();
        jest.advanceTimersByTime(20_000);
        comeBack();
        server.getState.mockResolvedValue(answer('connected'));
        await give(answer('reauthentication-required'));
        expect(listener).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'connected' }));
        jest.useRealTimers();
    });

    it('asks once however often it hears of the return', async () => {
        await watchAt(answer('reauthentication-required'));
        store().signIn();
        server.getState.mockClear();
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        comeBack();
        comeBack();
        await settled();
        expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
        expect(server.getState).not.toHaveBeenCalled();
    });
});
