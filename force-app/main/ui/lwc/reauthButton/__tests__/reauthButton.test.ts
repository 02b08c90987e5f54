import { createElement } from 'lwc';
import Reauthenticate from 'c/reauthenticate';
import type { ReauthState, Snapshot } from 'c/reauthClient';
import { announceReturn } from 'c/signInWindow';
import { FakeBroadcastChannel } from '../../../../../test/jest-mocks/broadcastChannel';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/label/c.Reauth_Check_Failed', () => ({ default: 'Could not check {0}.' }), { virtual: true });
jest.mock('@salesforce/label/c.Reauth_Signing_In', () => ({ default: 'Sign in to {0} in the window.' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Reauth_Timeout', () => ({ default: 'The sign-in to {0} took too long.' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Reauth_Unfinished', () => ({ default: 'You are not signed in to {0} yet.' }), {
    virtual: true
});

const MINUTE = 60_000;
const LABEL_CANCEL = 'c.Reauth_Cancel';
const LABEL_CHECK = 'c.Reauth_Check_Now';

type Component = HTMLElement & Partial<Pick<Reauthenticate, 'connection' | 'healthy'>>;

async function show(state: ReauthState, healthy?: Reauthenticate['healthy']): Promise<Component> {
    server.getState.mockResolvedValue(state);
    return mount(healthy);
}

async function mount(healthy?: Reauthenticate['healthy']): Promise<Component> {
    const element = createElement('c-reauthenticate', { is: Reauthenticate }) as unknown as Component;
    Object.assign(element, { connection: 'Acme_Sign', ...(healthy && { healthy }) });
    document.body.appendChild(element);
    await settled();
    return element;
}

const root = (element: Component): ShadowRoot => element.shadowRoot!;
const message = (element: Component): string => root(element).querySelector('p')?.textContent ?? '';
const icon = (element: Component): string | undefined =>
    root(element).querySelector<HTMLElement & { iconName: string }>('lightning-icon')?.iconName;

type Button = HTMLElement & { label: string };

const buttons = (element: Component): Button[] => [...root(element).querySelectorAll<Button>('lightning-button')];

function press(element: Component, label: string): void {
    buttons(element)
        .find((button) => button.label === label)!
        .click();
}

async function focusPage(): Promise<void> {
    window.dispatchEvent(new CustomEvent('focus'));
    await settled();
}

describe('c-reauthenticate', () => {
    const popup = { close: jest.fn() };

    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.resetAllMocks();
    });

    describe('states', () => {
        it.each<[Snapshot['state'], string, string | undefined]>([
            ['connected', 'utility:success', undefined],
            ['expiring', 'utility:clock', 'Renew now'],
            ['never-connected', 'utility:link', 'Connect to Acme Sign'],
            ['reauthentication-required', 'utility:lock', 'Re-authenticate'],
            ['wrong-account', 'utility:user', 'Sign in again'],
            ['no-access', 'utility:ban', undefined],
            ['misconfigured', 'utility:settings', undefined],
            ['unavailable', 'utility:offline', 'Try again']
        ])('shows %s with its words, its icon and its action', async (state, iconName, action) => {
            const element = await show(answer(state), 'card');
            expect(message(element)).toBe(`Acme Sign is ${state}.`);
            expect(icon(element)).toBe(iconName);
            expect(buttons(element).map(({ label }) => label)).toEqual(action ? [action] : []);
            await expect(element).toBeAccessible();
        });

        it('is silent until it knows', async () => {
            server.getState.mockReturnValue(new Promise(() => undefined));
            const element = await mount();
            expect(root(element).textContent).toBe('');
            expect(buttons(element)).toEqual([]);
        });

        it('is quiet when all is well', async () => {
            const element = await show(answer('connected'));
            expect(root(element).textContent).toBe('');
            expect(root(element).querySelector('lightning-icon')).toBeNull();
        });

        it('is one line or a card when all is well, as the administrator chose', async () => {
            const line = await show(answer('connected'), 'line');
            const card = await show(answer('connected'), 'card');
            expect(message(line)).toBe('Acme Sign is connected.');
            expect(root(line).querySelector('.slds-card')).toBeNull();
            expect(root(card).querySelector('.slds-card')).not.toBeNull();
        });

        it('says when the session ends', async () => {
            const element = await show(answer('expiring', { sessionEndsAt: '2026-11-21T12:00:00.000Z' }));
            const time = root(element).querySelector<HTMLElement & { value: string }>('lightning-relative-date-time');
            expect(time!.value).toBe('2026-11-21T12:00:00.000Z');
        });

        it('shows technical words only when the server sends them', async () => {
            const forAdmin = await show(answer('misconfigured', { detail: 'Base_Url__c is missing' }));
            expect(root(forAdmin).querySelector('code')!.textContent).toBe('Base_Url__c is missing');
            await expect(forAdmin).toBeAccessible();
            document.body.replaceChildren();
            const forUser = await show(answer('misconfigured'));
            expect(root(forUser).querySelector('code')).toBeNull();
        });

        it('announces changes', async () => {
            const element = await show(answer('never-connected'));
            const sentence = root(element).querySelector('p')!;
            expect(sentence.closest('[aria-live="polite"]')).not.toBeNull();
        });
    });

    describe('the press', () => {
        it('opens the window in the same task, without any call in between', async () => {
            const element = await show(answer('never-connected'));
            server.getState.mockClear();
            press(element, 'Connect to Acme Sign');
            expect(window.open).toHaveBeenCalledTimes(1);
            expect(window.open).toHaveBeenCalledWith(
                answer('never-connected').kickoffUrl,
                expect.anything(),
                expect.anything()
            );
            expect(server.getState).not.toHaveBeenCalled();
        });

        it('says where to go on, and lets the user look, cancel or use a link', async () => {
            const element = await show(answer('reauthentication-required'));
            press(element, 'Re-authenticate');
            await settled();
            expect(message(element)).toBe('Sign in to Acme Sign in the window.');
            expect(buttons(element).map(({ label }) => label)).toEqual([LABEL_CHECK, LABEL_CANCEL]);
            const link = root(element).querySelector('a')!;
            expect(link.href).toBe(answer('reauthentication-required').kickoffUrl);
            expect(link.target).toBe('_blank');
            await expect(element).toBeAccessible();
        });

        it('leads a keyboard user from the button that goes to the sentence that stays', async () => {
            const element = await show(answer('reauthentication-required'));
            buttons(element)[0]!.focus();
            press(element, 'Re-authenticate');
            await settled();
            expect(root(element).activeElement).toBe(root(element).querySelector('p'));
        });

        it.each([
            ['gives no window', (): null => null],
            [
                'throws',
                (): never => {
                    throw new Error('refused');
                }
            ]
        ])('still offers a working link when the browser %s', async (_case, open) => {
            jest.spyOn(window, 'open').mockImplementation(open);
            const element = await show(answer('reauthentication-required'));
            press(element, 'Re-authenticate');
            await settled();
            expect(root(element).querySelector('a')!.href).toBe(answer('reauthentication-required').kickoffUrl);
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
        });

        it('tries the connection, and opens nothing, when the service was not answering', async () => {
            const element = await show(answer('unavailable'));
            server.getState.mockResolvedValue(answer('connected'));
            press(element, 'Try again');
            await settled();
            expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ live: true }));
            expect(window.open).not.toHaveBeenCalled();
            expect(root(element).textContent).toBe('');
        });
    });

    describe('the return', () => {
        async function startSignIn(state = answer('reauthentication-required')): Promise<Component> {
            const element = await show(state);
            press(element, state.action!);
            await settled();
            server.getState.mockClear();
            return element;
        }

        it('confirms what the landing page reports before it says connected, in one call', async () => {
            const element = await startSignIn();
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            expect(message(element)).toBe('Sign in to Acme Sign in the window.');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
            expect(buttons(element)).toEqual([]);
            expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
            expect(server.getState).not.toHaveBeenCalled();
            await expect(element).toBeAccessible();
        });

        it('does not mind a landing page of another connection', async () => {
            await startSignIn();
            announceReturn('Other');
            await settled();
            expect(server.confirmSignIn).not.toHaveBeenCalled();
        });

        it('notices by itself when the landing page was never reached, and closes the window', async () => {
            const element = await startSignIn();
            server.getState.mockResolvedValue(answer('connected'));
            await focusPage();
            expect(message(element)).toBe('Acme Sign is connected.');
            expect(popup.close).toHaveBeenCalledTimes(1);
        });

        it('says that nothing has happened yet and keeps the button for a user who comes back too early', async () => {
            const element = await startSignIn();
            await focusPage();
            expect(message(element)).toBe('You are not signed in to Acme Sign yet.');
            expect(buttons(element).map(({ label }) => label)).toEqual(['Re-authenticate']);
            await expect(element).toBeAccessible();
        });

        it('keeps the button after the user has said no at the service', async () => {
            const element = await startSignIn();
            server.confirmSignIn.mockResolvedValue(answer('reauthentication-required', { reason: 'access_denied' }));
            announceReturn('Acme_Sign');
            await settled();
            expect(buttons(element).map(({ label }) => label)).toEqual(['Re-authenticate']);
            press(element, 'Re-authenticate');
            expect(window.open).toHaveBeenCalledTimes(2);
        });

        it('still goes on when a user who came back too early finishes in the end', async () => {
            const element = await startSignIn();
            await focusPage();
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
        });

        it('looks when the user asks for it', async () => {
            const element = await startSignIn();
            server.getState.mockResolvedValue(answer('connected'));
            press(element, LABEL_CHECK);
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
        });

        it('accepts a sign-in that took ten minutes', async () => {
            jest.useFakeTimers();
            const element = await startSignIn();
            jest.advanceTimersByTime(10 * MINUTE);
            await settled();
            expect(message(element)).toBe('Sign in to Acme Sign in the window.');
            server.getState.mockResolvedValue(answer('connected'));
            jest.advanceTimersByTime(MINUTE);
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
            expect(jest.getTimerCount()).toBe(0);
        });

        it('ends a sign-in that took too long, with the button to start again', async () => {
            jest.useFakeTimers();
            const element = await startSignIn();
            jest.advanceTimersByTime(15 * MINUTE);
            await settled();
            expect(message(element)).toBe('The sign-in to Acme Sign took too long.');
            expect(buttons(element).map(({ label }) => label)).toEqual(['Re-authenticate']);
            expect(jest.getTimerCount()).toBe(0);
            expect(popup.close).not.toHaveBeenCalled();
            jest.useRealTimers();
            await expect(element).toBeAccessible();
        });

        it('cancels: the window goes, the button is back with a fresh address', async () => {
            jest.useFakeTimers();
            const element = await startSignIn();
            press(element, LABEL_CANCEL);
            await settled();
            expect(popup.close).toHaveBeenCalledTimes(1);
            expect(message(element)).toBe('Acme Sign is reauthentication-required.');
            expect(server.getState).toHaveBeenCalledTimes(1);
            expect(jest.getTimerCount()).toBe(0);
        });

        it('does not take an old session for a new one while the user renews it', async () => {
            const element = await startSignIn(answer('expiring'));
            await focusPage();
            expect(message(element)).toBe('You are not signed in to Acme Sign yet.');
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
        });

        it('shows the other account when the user signed in with it', async () => {
            const element = await startSignIn();
            server.confirmSignIn.mockResolvedValue(answer('wrong-account'));
            announceReturn('Acme_Sign');
            await settled();
            expect(message(element)).toBe('Acme Sign is wrong-account.');
        });

        it('does not mind an outage while the user signs in', async () => {
            jest.useFakeTimers();
            const element = await startSignIn();
            server.getState.mockResolvedValue(answer('unavailable'));
            jest.advanceTimersByTime(MINUTE);
            await settled();
            expect(message(element)).toBe('Sign in to Acme Sign in the window.');
        });

        it('notices a sign-in in another tab', async () => {
            const element = await show(answer('reauthentication-required'));
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            await settled();
            expect(root(element).textContent).toBe('');
        });
    });

    describe('the address of the sign-in', () => {
        it('is fetched again when the user comes back to a page on which it has grown old', async () => {
            jest.useFakeTimers();
            await show(answer('reauthentication-required', { kickoffMinutes: 10 }));
            await focusPage();
            expect(server.getState).toHaveBeenCalledTimes(1);
            jest.advanceTimersByTime(11 * MINUTE);
            await focusPage();
            expect(server.getState).toHaveBeenCalledTimes(2);
            expect(server.getState).toHaveBeenLastCalledWith({
                connection: 'Acme_Sign',
                returnPath: '/lightning/n/Reauth_Return?c__connection=Acme_Sign',
                live: false
            });
        });

        it('is not fetched again where there is none', async () => {
            jest.useFakeTimers();
            await show(answer('connected', { kickoffMinutes: null }));
            jest.advanceTimersByTime(24 * 60 * MINUTE);
            await focusPage();
            expect(server.getState).toHaveBeenCalledTimes(1);
        });
    });

    describe('trouble with our own server', () => {
        const uncatchable = {
            body: { exceptionType: 'System.UnexpectedException', message: 'Unable to fetch the OAuth token.' }
        };

        it('asks the server what an exception means that Apex could not catch', async () => {
            server.getState.mockRejectedValue(uncatchable);
            server.judgeError.mockResolvedValue(answer('reauthentication-required'));
            const element = await mount();
            expect(server.judgeError).toHaveBeenCalledWith(
                expect.objectContaining({ connection: 'Acme_Sign', ...uncatchable.body })
            );
            expect(buttons(element).map(({ label }) => label)).toEqual(['Re-authenticate']);
        });

        it('offers to try again when the server does not answer at all', async () => {
            server.getState.mockRejectedValue(new Error('Failed to fetch'));
            server.judgeError.mockRejectedValue(new Error('Failed to fetch'));
            const element = await mount();
            expect(message(element)).toBe('Could not check Acme Sign.');
            expect(buttons(element).map(({ label }) => label)).toEqual(['c.Reauth_Try_Again']);
            await expect(element).toBeAccessible();
        });

        it('offers nothing to press to a user who may not use the product', async () => {
            const refused = {
                body: { message: "You do not have access to the Apex class named 'ReauthController'." }
            };
            server.getState.mockRejectedValue(refused);
            server.judgeError.mockRejectedValue(refused);
            const element = await mount();
            expect(icon(element)).toBe('utility:ban');
            expect(buttons(element)).toEqual([]);
        });
    });

    describe('cost', () => {
        it('is one call for fifty instances on a page', async () => {
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            const elements = await Promise.all(Array.from({ length: 50 }, () => mount()));
            expect(server.getState).toHaveBeenCalledTimes(1);
            expect(elements.map((element) => buttons(element).length)).toEqual(Array(50).fill(1));
        });

        it('leaves nothing behind after a hundred visits', async () => {
            jest.useFakeTimers();
            const added = [jest.spyOn(window, 'addEventListener'), jest.spyOn(document, 'addEventListener')];
            const removed = [jest.spyOn(window, 'removeEventListener'), jest.spyOn(document, 'removeEventListener')];
            for (let visit = 0; visit < 100; visit++) {
                const element = await show(answer('reauthentication-required'));
                press(element, 'Re-authenticate');
                document.body.replaceChildren();
            }
            expect(jest.getTimerCount()).toBe(0);
            expect(FakeBroadcastChannel.open.size).toBe(0);
            // the engine of the page listens for itself, so only our own events count
            const ours = (spies: jest.SpyInstance[]): number =>
                spies
                    .flatMap(({ mock }) => mock.calls as unknown[][])
                    .filter(([type]) => type === 'focus' || type === 'visibilitychange').length;
            expect(ours(added)).toBe(200);
            expect(ours(removed)).toBe(200);
            expect(popup.close).not.toHaveBeenCalled();
        });
    });
});
