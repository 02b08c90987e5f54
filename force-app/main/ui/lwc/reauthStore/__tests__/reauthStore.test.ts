import { connectionStore, type ReauthState, type Snapshot } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
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
});
