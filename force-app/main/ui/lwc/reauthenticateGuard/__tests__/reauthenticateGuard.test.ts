import { createElement } from 'lwc';
import { isEmpEnabled } from 'lightning/empApi';
// what a template uses is invisible to Jest, which looks for the tests of a file by imports
import 'c/reauthenticateGuard';
import { connectionStore, type Snapshot } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import { press, words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';
import GuardedPage from './guardedPage';

async function mount(): Promise<HTMLElement> {
    const page = createElement('c-guarded-page', { is: GuardedPage });
    document.body.appendChild(page);
    await settled();
    return page.shadowRoot!.querySelector<HTMLElement>('c-reauthenticate-guard')!;
}

const input = (guard: HTMLElement): HTMLInputElement | null => guard.querySelector('input');
const isVisible = (guard: HTMLElement): boolean => !!input(guard) && !guard.shadowRoot!.querySelector('.slds-hide');
const button = (guard: HTMLElement): HTMLElement => guard.shadowRoot!.querySelector('c-reauthenticate')!;

/** The page hears from the server that the connection is in another state. */
async function becomes(state: Snapshot['state']): Promise<void> {
    server.getState.mockResolvedValue(answer(state));
    await connectionStore('Acme_Sign').check();
    await settled();
}

describe('c-reauthenticate-guard', () => {
    beforeEach(() => {
        jest.mocked(isEmpEnabled).mockResolvedValue(false);
        jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('shows neither the component nor the button before it knows', async () => {
        server.getState.mockReturnValue(new Promise(() => undefined));
        const guard = await mount();
        expect(guard.textContent).toBe('One moment');
        expect(words(button(guard))).toEqual([]);
    });

    it.each(['connected', 'expiring'] as const)('shows the component while the connection is %s', async (state) => {
        server.getState.mockResolvedValue(answer(state));
        const guard = await mount();
        expect(isVisible(guard)).toBe(true);
        expect(guard.shadowRoot!.querySelector('div')!.className).toBe('');
        expect(guard.textContent).not.toContain('Your documents need');
        await expect(guard).toBeAccessible();
    });

    it('shows the button and the words of the page instead of the component', async () => {
        server.getState.mockResolvedValue(answer('never-connected'));
        const guard = await mount();
        expect(input(guard)).toBeNull();
        expect(guard.textContent).toContain('Your documents need a sign-in.');
        expect(words(button(guard))).toEqual(['Connect to Acme Sign']);
        await expect(guard).toBeAccessible();
    });

    it.each(['wrong-account', 'no-access', 'misconfigured', 'unavailable'] as const)(
        'asks for no sign-in that would not help while the connection is %s',
        async (state) => {
            server.getState.mockResolvedValue(answer(state));
            const guard = await mount();
            expect(input(guard)).toBeNull();
            expect(guard.textContent).not.toContain('Your documents need');
            expect(button(guard).shadowRoot!.textContent).toContain(`Acme Sign is ${state}.`);
            await expect(guard).toBeAccessible();
        }
    );

    it('keeps what the user has typed while the sign-in is missing', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const guard = await mount();
        input(guard)!.value = 'half a sentence';
        await becomes('reauthentication-required');
        expect(isVisible(guard)).toBe(false);
        await becomes('connected');
        expect(isVisible(guard)).toBe(true);
        expect(input(guard)!.value).toBe('half a sentence');
    });

    describe('whoever is at work in the component', () => {
        let guard: HTMLElement;

        beforeEach(async () => {
            server.getState.mockResolvedValue(answer('connected'));
            guard = await mount();
            input(guard)!.focus();
        });

        it('goes on in sight when the sign-in ends, below the button', async () => {
            await becomes('reauthentication-required');
            expect(isVisible(guard)).toBe(true);
            expect(words(button(guard))).toEqual(['Re-authenticate']);
            expect(button(guard).nextElementSibling!.querySelector('slot')).not.toBeNull();
            await expect(guard).toBeAccessible();
        });

        it('finds it as it was after a look at another window', async () => {
            jest.mocked(document.hasFocus).mockReturnValue(false);
            input(guard)!.blur();
            await becomes('reauthentication-required');
            expect(isVisible(guard)).toBe(true);
        });

        it('has it no longer after turning to the sign-in', async () => {
            input(guard)!.blur();
            await becomes('reauthentication-required');
            expect(isVisible(guard)).toBe(false);
        });
    });

    it('leaves the component in sight during an outage, which says nothing about the sign-in', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const guard = await mount();
        await becomes('unavailable');
        expect(isVisible(guard)).toBe(true);
        expect(words(button(guard))).toEqual(['Try again']);
        await becomes('reauthentication-required');
        await becomes('unavailable');
        expect(isVisible(guard)).toBe(false);
    });

    it('passes on that the user has signed in', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        const guard = await mount();
        const onReauthenticated = jest.fn<undefined, [CustomEvent<unknown>]>();
        guard.addEventListener('reauthenticated', onReauthenticated as unknown as EventListener);
        jest.spyOn(window, 'open').mockReturnValue(null);
        press(button(guard), 'Re-authenticate');
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        expect(onReauthenticated.mock.calls.map(([{ detail }]) => detail)).toEqual([
            { connection: 'Acme_Sign', state: 'connected' }
        ]);
    });

    it('asks about another connection when it gets another', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const guard = await mount();
        server.getState.mockResolvedValue(answer('never-connected', { connection: 'Other' }));
        Object.assign(guard, { connection: 'Other' });
        await settled();
        expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ connection: 'Other' }));
        expect(isVisible(guard)).toBe(false);
        await becomes('connected');
        expect(isVisible(guard)).toBe(false);
    });

    it('shows the words for loading and asks nobody until it knows about which connection', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const guard = await mount();
        server.getState.mockClear();
        Object.assign(guard, { connection: undefined });
        await settled();
        expect(guard.shadowRoot!.querySelector('slot[name="loading"]')).not.toBeNull();
        expect(server.getState).not.toHaveBeenCalled();
        Object.assign(guard, { connection: 'Acme_Sign' });
        await settled();
        expect(isVisible(guard)).toBe(true);
        guard.remove();
        server.getState.mockClear();
        Object.assign(guard, { connection: 'Other' });
        expect(server.getState).not.toHaveBeenCalled();
    });
});
