import { createElement } from 'lwc';
import ReauthenticateFlow from 'c/reauthenticateFlow';
import { connectionStore } from 'c/reauthStore';
import { words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/label/c.Reauth_Flow_Wait', () => ({ default: 'Sign in to {0} first.' }), { virtual: true });

type Screen = HTMLElement & Pick<ReauthenticateFlow, 'validate'>;

const onChange = jest.fn<undefined, [Event]>();
const told = (): unknown[] => onChange.mock.calls.map(([event]) => (event as CustomEvent<unknown>).detail);

async function mount(): Promise<Screen> {
    const element = createElement('c-reauthenticate-flow', { is: ReauthenticateFlow }) as unknown as Screen;
    Object.assign(element, { connection: 'Acme_Sign' });
    element.addEventListener('lightning__flowattributechange', onChange);
    document.body.appendChild(element);
    await settled();
    return element;
}

describe('c-reauthenticate-flow', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('lets nobody go on without a sign-in, and says why', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const screen = await mount();
        expect(screen.validate()).toEqual({ isValid: false, errorMessage: 'Sign in to Acme Sign first.' });
        expect(words(screen.shadowRoot!.querySelector('c-reauth-button')!)).toEqual(['Re-authenticate']);
        expect(onChange).not.toHaveBeenCalled();
        await expect(screen).toBeAccessible();
    });

    it('lets the user go on as soon as the connection works, and tells the Flow', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const screen = await mount();
        server.getState.mockResolvedValue(answer('connected'));
        await connectionStore('Acme_Sign').check();
        expect(screen.validate()).toEqual({ isValid: true });
        expect(told()).toEqual([{ attributeName: 'isConnected', newValue: true }]);
    });

    it('lets the user go on while the session is about to end', async () => {
        server.getState.mockResolvedValue(answer('expiring'));
        expect((await mount()).validate()).toEqual({ isValid: true });
        expect(told()).toEqual([{ attributeName: 'isConnected', newValue: true }]);
    });

    it('lets nobody go on before it knows', async () => {
        server.getState.mockReturnValue(new Promise(() => undefined));
        expect((await mount()).validate()).toEqual({ isValid: false, errorMessage: 'Sign in to Acme_Sign first.' });
    });
});
