import { createElement } from 'lwc';
// what a template uses is invisible to Jest, which looks for the tests of a file by imports
import 'c/reauthenticateGuard';
import { connectionStore } from 'c/reauthStore';
import { words } from '../../../../../test/jest-mocks/button';
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
const button = (guard: HTMLElement): HTMLElement => guard.shadowRoot!.querySelector('c-reauth-button')!;

describe('c-reauthenticate-guard', () => {
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

    it('keeps what the user has typed while the sign-in is missing', async () => {
        server.getState.mockResolvedValue(answer('connected'));
        const guard = await mount();
        input(guard)!.value = 'half a sentence';
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(isVisible(guard)).toBe(false);
        server.getState.mockResolvedValue(answer('connected'));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(isVisible(guard)).toBe(true);
        expect(input(guard)!.value).toBe('half a sentence');
    });
});
