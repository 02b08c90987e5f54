import { connectionStore } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import { startInOtherTab } from '../../../../../test/jest-mocks/broadcastChannel';
import {
    buttons,
    focusPage,
    message,
    press,
    pressKey,
    root,
    seen,
    show,
    words
} from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

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

describe('the return to c-reauth-button', () => {
    const popup = { close: jest.fn() };

    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.resetAllMocks();
    });

    async function startSignIn(state = answer('reauthentication-required')): Promise<HTMLElement> {
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

    it('loses no focus when the buttons of the sign-in go', async () => {
        const element = await startSignIn();
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        pressKey(element, LABEL_CHECK);
        announceReturn('Acme_Sign');
        await settled();
        expect(root(element).activeElement).toBe(root(element).querySelector('p'));
        expect(message(element)).toBe('Acme Sign is connected.');
    });

    it('has the sentence say that a look is under way, and then what it found', async () => {
        const element = await startSignIn();
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        pressKey(element, LABEL_CHECK);
        await Promise.resolve();
        expect(message(element)).toBe('c.Reauth_Checking');
        await settled();
        expect(message(element)).toBe('Sign in to Acme Sign in the window.');
        expect(root(element).activeElement).toBe(root(element).querySelector('p'));
    });

    it('tells the page around it, once, and only where the user pressed', async () => {
        const element = await startSignIn();
        const bystander = await show(answer('reauthentication-required'));
        const heard = [jest.fn(), jest.fn()];
        element.addEventListener('reauthenticated', heard[0]!);
        bystander.addEventListener('reauthenticated', heard[1]!);
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        announceReturn('Acme_Sign');
        await settled();
        expect(heard.map((listener) => listener.mock.calls.length)).toEqual([1, 0]);
        const [event] = heard[0]!.mock.calls[0] as [CustomEvent<unknown>];
        expect(event.detail).toEqual({ connection: 'Acme_Sign', state: 'connected' });
        expect(event.bubbles).toBe(false);
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
        expect(words(element)).toEqual(['Re-authenticate']);
        await expect(element).toBeAccessible();
    });

    it('keeps the button after the user has said no at the service', async () => {
        const element = await startSignIn();
        server.confirmSignIn.mockResolvedValue(answer('reauthentication-required', { reason: 'access_denied' }));
        announceReturn('Acme_Sign');
        await settled();
        expect(words(element)).toEqual(['Re-authenticate']);
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
        jest.advanceTimersByTime(MINUTE);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('ends a sign-in that took too long, with the button to start again', async () => {
        jest.useFakeTimers();
        const element = await startSignIn();
        jest.advanceTimersByTime(15 * MINUTE);
        await settled();
        expect(message(element)).toBe('The sign-in to Acme Sign took too long.');
        expect(words(element)).toEqual(['Re-authenticate']);
        expect(jest.getTimerCount()).toBe(0);
        expect(popup.close).not.toHaveBeenCalled();
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('tells of an outage after a sign-in that took too long, not of that sign-in', async () => {
        jest.useFakeTimers();
        const element = await startSignIn();
        jest.advanceTimersByTime(15 * MINUTE);
        await settled();
        server.getState.mockResolvedValue(answer('unavailable'));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(message(element)).toBe('Acme Sign is unavailable.');
    });

    it('has forgotten a sign-in that took too long when the next one ends', async () => {
        jest.useFakeTimers();
        const element = await startSignIn();
        jest.advanceTimersByTime(15 * MINUTE);
        await settled();
        server.getState.mockResolvedValue(answer('connected'));
        await connectionStore('Acme_Sign').check();
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(message(element)).toBe('Acme Sign is reauthentication-required.');
    });

    it('cancels: the window goes, the button is back with a fresh address', async () => {
        jest.useFakeTimers();
        const element = await startSignIn();
        press(element, LABEL_CANCEL);
        await settled();
        expect(popup.close).toHaveBeenCalledTimes(1);
        expect(message(element)).toBe('You are not signed in to Acme Sign yet.');
        expect(words(element)).toEqual(['Re-authenticate']);
        expect(server.getState).toHaveBeenCalledTimes(1);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('does not take an old session for a new one while the user renews it', async () => {
        const element = await startSignIn(answer('expiring'));
        await focusPage();
        expect(message(element)).toBe('Acme Sign is expiring.');
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

    it('gives way to a sign-in that the user starts in another tab, and follows that one', async () => {
        jest.useFakeTimers();
        const element = await startSignIn();
        startInOtherTab('Other');
        expect(popup.close).not.toHaveBeenCalled();
        startInOtherTab('Acme_Sign');
        await settled();
        expect(popup.close).toHaveBeenCalledTimes(1);
        expect(words(element)).toEqual(['Re-authenticate']);
        expect(jest.getTimerCount()).toBe(0);
        expect(server.getState.mock.calls).toEqual([[expect.objectContaining({ live: false })]]);
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        await focusPage();
        expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
        expect(server.getState).toHaveBeenCalledTimes(1);
        expect(seen(element)).toBe('Acme Sign is connected.');
    });

    it('costs no call when another tab starts a sign-in and none is under way here', async () => {
        const element = await show(answer('reauthentication-required'));
        startInOtherTab('Acme_Sign');
        await settled();
        expect(server.getState).toHaveBeenCalledTimes(1);
        expect(words(element)).toEqual(['Re-authenticate']);
    });

    it('notices a sign-in in another tab', async () => {
        const element = await show(answer('expiring'));
        startInOtherTab('Acme_Sign');
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        expect(seen(element)).toBe('');
        expect(message(element)).toBe('Acme Sign is connected.');
        await expect(element).toBeAccessible();
    });

    it('takes no landing page for a sign-in that nobody has started, only for a reason to look', async () => {
        await show(answer('expiring'));
        server.getState.mockClear();
        announceReturn('Acme_Sign');
        await settled();
        expect(server.confirmSignIn).not.toHaveBeenCalled();
        expect(server.getState.mock.calls).toEqual([[expect.objectContaining({ live: true })]]);
    });

    it('confirms a sign-in once', async () => {
        await startSignIn();
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        announceReturn('Acme_Sign');
        await settled();
        expect(server.confirmSignIn).toHaveBeenCalledTimes(1);
    });
});
