import { createElement } from 'lwc';
import { isEmpEnabled } from 'lightning/empApi';
import ReauthenticateFlow from 'c/reauthenticateFlow';
import { connectionStore, type Snapshot } from 'c/reauthStore';
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
    beforeEach(() => {
        jest.mocked(isEmpEnabled).mockResolvedValue(false);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it.each<[Snapshot['state'], string]>([
        ['never-connected', 'Sign in to Acme Sign first.'],
        ['reauthentication-required', 'Sign in to Acme Sign first.'],
        ['wrong-account', 'Acme Sign is wrong-account.'],
        ['no-access', 'Acme Sign is no-access.'],
        ['misconfigured', 'Acme Sign is misconfigured.'],
        ['unavailable', 'Acme Sign is unavailable.']
    ])('lets nobody go on while the connection is %s, and says why', async (state, errorMessage) => {
        server.getState.mockResolvedValue(answer(state));
        const screen = await mount();
        expect(screen.validate()).toEqual({ isValid: false, errorMessage });
        expect(screen.shadowRoot!.querySelector('c-reauthenticate')!.shadowRoot!.textContent).toContain(`is ${state}.`);
        expect(onChange).not.toHaveBeenCalled();
        await expect(screen).toBeAccessible();
    });

    it('lets the user go on as soon as the connection works, and tells the Flow', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const screen = await mount();
        server.getState.mockResolvedValue(answer('connected'));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(screen.validate()).toEqual({ isValid: true });
        expect(words(screen.shadowRoot!.querySelector('c-reauthenticate')!)).toEqual([]);
        await expect(screen).toBeAccessible();
        expect(told()).toEqual([{ attributeName: 'isConnected', newValue: true }]);
    });

    it('lets the user go on while the session is about to end', async () => {
        server.getState.mockResolvedValue(answer('expiring'));
        expect((await mount()).validate()).toEqual({ isValid: true });
        expect(told()).toEqual([{ attributeName: 'isConnected', newValue: true }]);
    });

    it('lets nobody go on before it knows, and says so', async () => {
        server.getState.mockReturnValue(new Promise(() => undefined));
        expect((await mount()).validate()).toEqual({ isValid: false, errorMessage: 'c.Reauth_Flow_Checking' });
    });

    it('asks about another connection when it gets another, and forgets what it knew', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const screen = await mount();
        server.getState.mockReturnValue(new Promise(() => undefined));
        Object.assign(screen, { connection: 'Other' });
        await settled();
        expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ connection: 'Other' }));
        expect(screen.validate().isValid).toBe(false);
    });
});
