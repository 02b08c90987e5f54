import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ReauthReturn from 'c/reauthReturn';
import { listenForReturn } from 'c/signInWindow';
import { navigate } from '../../../../../test/jest-mocks/lightning/navigation';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

const page = CurrentPageReference as unknown as { emit: (reference: unknown) => void };

describe('c-reauth-return', () => {
    const onReturn = jest.fn();
    let stopListening: () => void;

    beforeEach(() => {
        jest.spyOn(window, 'close').mockReturnValue(undefined);
        stopListening = listenForReturn('Acme_Sign', { onReturn, onStartElsewhere: jest.fn(), onFocus: jest.fn() });
    });

    afterEach(() => {
        stopListening();
        document.body.replaceChildren();
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

    describe('in the only window', () => {
        const PATH = '/lightning/r/Account/001000000000001AAA/view';

        it('confirms the sign-in, then leads back and leaves nothing to go back to', async () => {
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            const element = land({ c__connection: 'Acme_Sign', c__back: PATH });
            expect(navigate).not.toHaveBeenCalled();
            await settled();
            expect(server.confirmSignIn).toHaveBeenCalledWith({ connection: 'Acme_Sign', returnPath: PATH });
            expect(navigate.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url: PATH } }, true]]);
            expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).toBe(PATH);
            expect(window.close).not.toHaveBeenCalled();
            await expect(element).toBeAccessible();
        });

        it('leads back to a page of a site whose name is no ASCII', async () => {
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            land({ c__connection: 'Acme_Sign', c__back: '/partners/s/%C3%9Cbersicht' });
            await settled();
            expect(navigate).toHaveBeenCalledTimes(1);
        });

        it('leads back even when the sign-in could not be confirmed', async () => {
            server.confirmSignIn.mockRejectedValue(new Error('no answer'));
            land({ c__connection: 'Acme_Sign', c__back: PATH });
            await settled();
            expect(navigate).toHaveBeenCalledTimes(1);
        });

        it.each([
            ['https://evil.example.com/'],
            ['//evil.example.com'],
            ['/\\evil.example.com'],
            ['/lightning//evil.example.com'],
            // eslint-disable-next-line no-script-url -- this is what must be refused
            ['javascript:alert(1)'],
            ['/lightning/\njavascript:alert(1)'],
            ['lightning/page'],
            ['/lightning/page?next=https://evil.example.com'],
            ['/@evil.example.com'],
            ['/%2F%2Fevil.example.com'],
            ['/%2fevil.example.com'],
            ['/%5Cevil.example.com'],
            ['/%252Fevil.example.com'],
            ['/lightning/%0Aevil'],
            ['/lightning/\u0000evil'],
            ['/\t/evil.example.com'],
            ['data:text/html,evil'],
            ['/']
        ])('does not lead to %p', async (path) => {
            const element = land({ c__connection: 'Acme_Sign', c__back: path });
            await settled();
            expect(navigate).not.toHaveBeenCalled();
            expect(element.shadowRoot!.querySelector('a')).toBeNull();
        });
    });

    it('tells nobody anything when opened by hand', () => {
        land({});
        expect(onReturn).not.toHaveBeenCalled();
        expect(window.close).not.toHaveBeenCalled();
    });
});
