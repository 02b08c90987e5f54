import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import ReauthReturn from 'c/reauthReturn';
import { listenForReturn } from 'c/signInWindow';

const page = CurrentPageReference as unknown as { emit: (reference: unknown) => void };

describe('c-reauth-return', () => {
    const onReturn = jest.fn();
    let stopListening: () => void;

    beforeEach(() => {
        jest.spyOn(window, 'close').mockReturnValue(undefined);
        stopListening = listenForReturn({ onReturn, onFocus: () => undefined });
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
        expect(onReturn.mock.calls).toEqual([['Acme_Sign']]);
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

    it('tells nobody anything when opened by hand', () => {
        land({});
        expect(onReturn).not.toHaveBeenCalled();
        expect(window.close).not.toHaveBeenCalled();
    });
});
