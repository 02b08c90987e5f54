import { openSignIn } from 'c/signInWindow';

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

describe('c/signInWindow', () => {
    it.each([
        ['the same page on a phone, because there is no room for a window', 'Small', '_self'],
        ['the same page on a tablet, whose app has no windows', 'Medium', '_self'],
        ['a window on a desktop', 'Large', 'reauth_Acme_Sign']
    ])('signs in on %s', (_case, formFactor, target) => {
        mockFormFactor = formFactor;
        const open = jest.spyOn(window, 'open').mockReturnValue(null);
        jest.isolateModules(() => {
            const { openSignIn: openThere } = jest.requireActual<{ openSignIn: typeof openSignIn }>('c/signInWindow');
            openThere('https://org.example.com/start', 'Acme_Sign', jest.fn(), jest.fn())();
        });
        expect(open).toHaveBeenCalledWith('https://org.example.com/start', target, expect.any(String));
    });
});
