import type * as reauthStore from 'c/reauthStore';
import type * as page from '../../../../../test/jest-mocks/page';
import { settled } from '../../../../../test/jest-mocks/page';

let mockFormFactor = '';
jest.mock(
    '@salesforce/client/formFactor',
    () => ({
        __esModule: true,
        get default() {
            return mockFormFactor;
        }
    }),
    { virtual: true }
);

describe('the store of a connection', () => {
    it.each([
        ['the same page on a phone, because there is no room for a window', 'Small', '_self'],
        ['the same page on a tablet, whose app has no windows', 'Medium', '_self'],
        ['a window on a desktop', 'Large', 'reauth_Acme_Sign']
    ])('has the user sign in on %s', async (_case, formFactor, target) => {
        mockFormFactor = formFactor;
        const open = jest.spyOn(window, 'open').mockReturnValue(null);
        const url = 'https://org.example.com/services/auth/start';
        let store: reauthStore.ConnectionStore | undefined;
        jest.isolateModules(() => {
            const { answer, server } = jest.requireActual<typeof page>('../../../../../test/jest-mocks/page');
            server.getState.mockResolvedValue(answer('reauthentication-required', { kickoffUrl: url }));
            store = jest.requireActual<typeof reauthStore>('c/reauthStore').connectionStore('Acme_Sign');
        });
        const stop = store!.watch(() => undefined);
        await settled();
        store!.signIn();
        expect(open).toHaveBeenCalledWith(url, target, expect.any(String));
        stop();
    });
});
