import { openSignIn, returnPath } from 'c/signInWindow';

jest.mock('@salesforce/client/formFactor', () => ({ default: 'Small' }), { virtual: true });

describe('c/signInWindow on a phone', () => {
    it('signs in on the same page, because there is no room for a window', () => {
        const open = jest.spyOn(window, 'open').mockReturnValue(null);
        openSignIn('https://org.example.com/start', 'Acme_Sign', { onCheck: jest.fn(), onTimeout: jest.fn() }).stop();
        expect(open.mock.calls).toEqual([['https://org.example.com/start', '_self']]);
    });

    it('has the landing page lead back here', () => {
        window.history.pushState({}, '', '/lightning/r/Account/001000000000001AAA/view?tab=2');
        expect(returnPath('Acme_Sign')).toBe(
            '/lightning/n/Reauth_Return?c__connection=Acme_Sign&c__back=%2Flightning%2Fr%2FAccount%2F001000000000001AAA%2Fview'
        );
    });
});
