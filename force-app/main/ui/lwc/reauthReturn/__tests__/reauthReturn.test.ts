import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ReauthReturn from 'c/reauthReturn';
import { listenForReturn, openSignIn } from 'c/signInWindow';
import { navigate } from '../../../../../test/jest-mocks/lightning/navigation';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

const page = CurrentPageReference as unknown as { emit: (reference: unknown) => void };

describe('c-reauth-return', () => {
    const onReturn = jest.fn();
    let stopListening: () => void;

    beforeEach(() => {
        jest.spyOn(window, 'close').mockReturnValue(undefined);
        stopListening = listenForReturn('Acme_Sign', onReturn, jest.fn(), jest.fn());
    });

    afterEach(() => {
        stopListening();
        document.body.replaceChildren();
        sessionStorage.clear();
        jest.resetAllMocks();
    });

    function land(state: Record<string, string>): HTMLElement {
        const element = createElement('c-reauth-return', { is: ReauthReturn });
        document.body.appendChild(element);
        page.emit({ type: 'standard__navItemPage', attributes: { apiName: 'Reauth_Return' }, state });
        return element;
    }

    it('tells the page that started the sign-in, then closes itself', () => {
        land({ c__connection: 'Acme_Sign' });
        expect(onReturn).toHaveBeenCalledTimes(1);
        expect(window.close).toHaveBeenCalledTimes(1);
        expect(onReturn.mock.invocationCallOrder[0]).toBeLessThan(
            jest.mocked(window.close).mock.invocationCallOrder[0]!
        );
    });

    it('tells the user to close the window, in case the browser does not let it close itself', async () => {
        const element = land({ c__connection: 'Acme_Sign' });
        expect(element.shadowRoot!.textContent).toContain('c.Reauth_Return_Close');
        await expect(element).toBeAccessible();
    });

    describe('in the tab in which the sign-in started', () => {
        const PATH = '/lightning/r/Account/001000000000001AAA/view?tab=2#notes';

        beforeEach(() => {
            window.history.replaceState({}, '', PATH);
            jest.spyOn(window, 'open').mockReturnValue(null);
            openSignIn('https://org.example.com/start', 'Acme_Sign', true, jest.fn(), jest.fn())();
            window.history.replaceState({}, '', '/lightning/n/Reauth_Return');
        });

        it('confirms the sign-in, then leads back and leaves nothing to go back to', async () => {
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            const element = land({ c__connection: 'Acme_Sign' });
            expect(onReturn).toHaveBeenCalledTimes(1);
            expect(navigate).not.toHaveBeenCalled();
            await settled();
            expect(server.confirmSignIn).toHaveBeenCalledWith({ connection: 'Acme_Sign', returnPath: '' });
            expect(navigate.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url: PATH } }, true]]);
            expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).toBe(PATH);
            expect(element.shadowRoot!.textContent).not.toContain('c.Reauth_Return_Close');
            await expect(element).toBeAccessible();
        });

        it('leads back even when the sign-in could not be confirmed', async () => {
            server.confirmSignIn.mockRejectedValue(new Error('no answer'));
            land({ c__connection: 'Acme_Sign' });
            await settled();
            expect(navigate).toHaveBeenCalledTimes(1);
        });

        it('does not close the tab, which is the one in which the user works', async () => {
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            land({ c__connection: 'Acme_Sign' });
            page.emit({ type: 'standard__navItemPage', state: { c__connection: 'Acme_Sign' } });
            await settled();
            expect(window.close).not.toHaveBeenCalled();
            expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
        });

        it('leads to no other host, whatever the address was', async () => {
            sessionStorage.setItem('reauth_Acme_Sign', 'https://org.example.com//evil.example.com/?a=b');
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            land({ c__connection: 'Acme_Sign' });
            await settled();
            expect(navigate.mock.calls).toEqual([
                [{ type: 'standard__webPage', attributes: { url: '/evil.example.com/?a=b' } }, true]
            ]);
        });
    });

    it('neither confirms nor goes anywhere when opened by hand, whatever its address says', async () => {
        const element = land({ c__connection: 'Acme_Sign', c__back: '/secur/logout.jsp' });
        await settled();
        expect(server.confirmSignIn).not.toHaveBeenCalled();
        expect(navigate).not.toHaveBeenCalled();
        expect(element.shadowRoot!.querySelector('a')).toBeNull();
    });

    it('tells nobody anything when it does not know of which connection', () => {
        land({});
        expect(onReturn).not.toHaveBeenCalled();
        expect(window.close).not.toHaveBeenCalled();
    });
});
