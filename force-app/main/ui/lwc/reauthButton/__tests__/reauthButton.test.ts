import type { Snapshot } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import {
    buttons,
    icon,
    message,
    mount,
    press,
    pressKey,
    root,
    show,
    words
} from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/label/c.Reauth_Signing_In', () => ({ default: 'Sign in to {0} in the window.' }), {
    virtual: true
});

const LABEL_CANCEL = 'c.Reauth_Cancel';
const LABEL_CHECK = 'c.Reauth_Check_Now';

describe('c-reauth-button', () => {
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
        it.each<[Snapshot['state'], string, string[]]>([
            ['connected', 'utility:success', []],
            ['expiring', 'utility:clock', ['Renew now']],
            ['never-connected', 'utility:link', ['Connect to Acme Sign']],
            ['reauthentication-required', 'utility:lock', ['Re-authenticate']],
            ['wrong-account', 'utility:user', ['Sign in again', 'c.Reauth_Keep_Account']],
            ['no-access', 'utility:ban', []],
            ['misconfigured', 'utility:settings', []],
            ['unavailable', 'utility:offline', ['Try again']]
        ])('shows %s with its words, its icon and its actions', async (state, iconName, actions) => {
            for (const look of ['card', 'line'] as const) {
                const element = await show(answer(state), { healthy: look, variant: look });
                expect(message(element)).toBe(`Acme Sign is ${state}.`);
                expect(icon(element)).toBe(iconName);
                expect(words(element)).toEqual(actions);
                await expect(element).toBeAccessible();
            }
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
            const line = await show(answer('connected'), { healthy: 'line' });
            const card = await show(answer('connected'), { healthy: 'card' });
            expect(message(line)).toBe('Acme Sign is connected.');
            expect(root(line).querySelector('.slds-card')).toBeNull();
            expect(root(card).querySelector('.slds-card')).not.toBeNull();
        });

        it('stays a card when the user has put something right, where cards are chosen', async () => {
            const element = await show(answer('unavailable'), { healthy: 'card' });
            server.getState.mockResolvedValue(answer('connected'));
            press(element, 'Try again');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
            expect(root(element).querySelector('.slds-card')).not.toBeNull();
        });

        it('is a card or one line when the user has to act, as the administrator chose', async () => {
            const card = await show(answer('never-connected'), { healthy: 'line' });
            const line = await show(answer('never-connected'), { variant: 'line' });
            expect(root(card).querySelector('.slds-card')).not.toBeNull();
            expect(root(card).querySelector('.slds-wrap')).toBeNull();
            expect(root(line).querySelector('.slds-card')).toBeNull();
            expect(root(line).querySelector('.slds-wrap > lightning-button')).not.toBeNull();
            await expect(line).toBeAccessible();
        });

        it('says when the session ends, without announcing each minute', async () => {
            const element = await show(answer('expiring', { sessionEndsAt: '2026-11-21T12:00:00.000Z' }));
            const time = root(element).querySelector<HTMLElement & { value: number }>('lightning-relative-date-time')!;
            expect(time.value).toBe(Date.UTC(2026, 10, 21, 12));
            expect(time.closest('[aria-live]')!.getAttribute('aria-live')).toBe('off');
        });

        it('counts nothing down while the end of the session is far away', async () => {
            const known = answer('connected', { sessionEndsAt: '2026-11-21T12:00:00.000Z' });
            const element = await show(known, { healthy: 'line' });
            expect(root(element).querySelector('lightning-relative-date-time')).toBeNull();
        });

        it('shows technical words only when the server sends them', async () => {
            const forAdmin = await show(answer('misconfigured', { detail: 'Base_Url__c is missing' }));
            const detail = root(forAdmin).querySelector<HTMLElement & { text: string }>('c-reauth-detail');
            expect(detail!.text).toBe('Base_Url__c is missing');
            await expect(forAdmin).toBeAccessible();
            document.body.replaceChildren();
            const forUser = await show(answer('misconfigured'));
            expect(root(forUser).querySelector('c-reauth-detail')).toBeNull();
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
            expect(words(element)).toEqual([LABEL_CHECK, LABEL_CANCEL]);
            const link = root(element).querySelector('a')!;
            expect(link.href).toBe(answer('reauthentication-required').kickoffUrl);
            expect(link.target).toBe('');
            await expect(element).toBeAccessible();
        });

        it('leads a keyboard user from the button that goes to the sentence that stays', async () => {
            const element = await show(answer('reauthentication-required'));
            pressKey(element, 'Re-authenticate');
            await settled();
            expect(root(element).activeElement).toBe(root(element).querySelector('p'));
        });

        it('leaves the focus where it is when the user is elsewhere', async () => {
            const element = await show(answer('reauthentication-required'));
            const input = document.body.appendChild(document.createElement('input'));
            input.focus();
            press(element, 'Re-authenticate');
            await settled();
            expect(document.activeElement).toBe(input);
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
            expect(message(element)).toBe('Acme Sign is connected.');
        });
    });

    it('says that the answer to a press takes a moment, and keeps the focus meanwhile', async () => {
        const element = await show(answer('unavailable'));
        server.getState.mockResolvedValue(answer('unavailable'));
        pressKey(element, 'Try again');
        await Promise.resolve();
        expect(message(element)).toBe('c.Reauth_Checking');
        expect(words(element)).toEqual(['Try again']);
        await settled();
        expect(message(element)).toBe('Acme Sign is unavailable.');
    });

    it('opens no window that the user did not ask for when the service answers again, and wants a sign-in', async () => {
        const element = await show(answer('unavailable'));
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        press(element, 'Try again');
        await settled();
        expect(words(element)).toEqual(['Re-authenticate']);
        expect(window.open).not.toHaveBeenCalled();
    });

    describe('another account', () => {
        it('is accepted when the user says so', async () => {
            const element = await show(answer('wrong-account'));
            server.keepAccount.mockResolvedValue(answer('connected'));
            press(element, 'c.Reauth_Keep_Account');
            await settled();
            expect(server.keepAccount).toHaveBeenCalledWith(expect.objectContaining({ connection: 'Acme_Sign' }));
            expect(message(element)).toBe('Acme Sign is connected.');
            expect(window.open).not.toHaveBeenCalled();
        });

        it('can be exchanged by signing in again', async () => {
            const element = await show(answer('wrong-account'));
            press(element, 'Sign in again');
            await settled();
            expect(words(element)).toEqual([LABEL_CHECK, LABEL_CANCEL]);
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            announceReturn('Acme_Sign');
            await settled();
            expect(message(element)).toBe('Acme Sign is connected.');
        });
    });
});
