import { connectionStore } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import { message, press, pressKey, root, show, words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

describe('renewing a session that is about to end', () => {
    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(null);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.resetAllMocks();
    });

    const soon = { sessionEndsAt: '2026-11-21T12:00:00.000Z' };
    const ending = answer('expiring', { ...soon, kickoffUrl: null });

    it('is tried without a window where the server offers that', async () => {
        const element = await show(ending);
        server.getState.mockResolvedValue(answer('connected'));
        press(element, 'Renew now');
        await settled();
        expect(server.getState.mock.calls).toEqual([
            [expect.objectContaining({ live: false })],
            [expect.objectContaining({ live: true })]
        ]);
        expect(window.open).not.toHaveBeenCalled();
        expect(message(element)).toBe('Acme Sign is connected.');
    });

    it('opens the window when the server could not do without, or has a link instead', async () => {
        const element = await show(ending);
        server.getState.mockResolvedValue(answer('expiring', soon));
        press(element, 'Renew now');
        expect(window.open).not.toHaveBeenCalled();
        await settled();
        expect(window.open).toHaveBeenCalledTimes(1);
        expect(root(element).querySelector('a')!.href).toBe(answer('expiring').kickoffUrl);
        server.confirmSignIn.mockResolvedValue(answer('connected'));
        announceReturn('Acme_Sign');
        await settled();
        expect(message(element)).toBe('Acme Sign is connected.');
    });

    it('opens no window after a press for something else', async () => {
        const element = await show(answer('unavailable'));
        server.getState.mockResolvedValue(answer('expiring', soon));
        press(element, 'Try again');
        await settled();
        expect(window.open).not.toHaveBeenCalled();
        expect(words(element)).toEqual(['Renew now']);
    });

    it('does not try for ever what the server neither did nor refused', async () => {
        const element = await show(ending);
        press(element, 'Renew now');
        await settled();
        expect(server.getState).toHaveBeenCalledTimes(2);
        expect(window.open).not.toHaveBeenCalled();
        expect(words(element)).toEqual(['Renew now']);
    });

    it('counts down only beside the words that it belongs to', async () => {
        const element = await show(answer('expiring', soon));
        expect(root(element).querySelector('lightning-relative-date-time')).not.toBeNull();
        press(element, 'Renew now');
        await settled();
        expect(root(element).querySelector('lightning-relative-date-time')).toBeNull();
    });

    it('leaves the focus on the sentence when the button goes', async () => {
        const element = await show(ending);
        server.getState.mockResolvedValue(answer('connected'));
        pressKey(element, 'Renew now');
        await settled();
        expect(root(element).activeElement).toBe(root(element).querySelector('p'));
    });

    it('is no reason to interrupt a user who types elsewhere', async () => {
        jest.useFakeTimers();
        const element = await show(answer('connected', { retryAfterSeconds: 60 }));
        const input = document.body.appendChild(document.createElement('input'));
        input.focus();
        server.getState.mockResolvedValue(ending);
        jest.advanceTimersByTime(60_000);
        await settled();
        expect(words(element)).toEqual(['Renew now']);
        expect(document.activeElement).toBe(input);
    });

    it('is quiet again when the user has gone on', async () => {
        const element = await show(ending);
        server.getState.mockResolvedValue(answer('connected'));
        press(element, 'Renew now');
        await settled();
        const input = document.body.appendChild(document.createElement('input'));
        input.focus();
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(root(element).textContent).toBe('');
    });
});
