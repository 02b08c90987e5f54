import { connectionStore } from 'c/reauthStore';
import { announceReturn } from 'c/signInWindow';
import { startInOtherTab } from '../../../../../test/jest-mocks/broadcastChannel';
import { focusPage, message, press, pressKey, root, seen, show } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

const TEN_SECONDS = 10_000;
const CONNECTED = 'Acme Sign is connected.';
const LABEL_CANCEL = 'c.Reauth_Cancel';

type Heard = ReturnType<typeof jest.fn<undefined, [CustomEvent<unknown>]>>;

describe('after a press of c-reauth-button', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        jest.spyOn(window, 'open').mockReturnValue(null);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.resetAllMocks();
    });

    function listen(element: HTMLElement): Heard {
        const heard = jest.fn<undefined, [CustomEvent<unknown>]>();
        element.addEventListener('reauthenticated', heard as unknown as EventListener);
        return heard;
    }

    const details = ({ mock }: Heard): unknown[] => mock.calls.map(([{ detail }]) => detail);

    async function land(state: Parameters<typeof answer>[0]): Promise<void> {
        server.confirmSignIn.mockResolvedValue(answer(state));
        announceReturn('Acme_Sign');
        await settled();
    }

    async function goElsewhere(): Promise<void> {
        document.body.appendChild(document.createElement('input')).focus();
        await settled();
    }

    async function pass(milliseconds: number): Promise<void> {
        jest.advanceTimersByTime(milliseconds);
        await settled();
    }

    describe('the word that all is well', () => {
        it('is seen where the user pressed, for as long as it takes to read, and nowhere else', async () => {
            const pressed = await show(answer('reauthentication-required'));
            const bystander = await show(answer('reauthentication-required'));
            press(pressed, 'Re-authenticate');
            await land('connected');
            expect(seen(pressed)).toBe(CONNECTED);
            expect(seen(bystander)).toBe('');
            await pass(TEN_SECONDS - 1);
            expect(seen(pressed)).toBe(CONNECTED);
            await pass(1);
            expect(root(pressed).textContent).toBe('');
            expect(server.getState).toHaveBeenCalledTimes(1);
            expect(jest.getTimerCount()).toBe(0);
        });

        it('is said once, to those who cannot see the button go', async () => {
            const element = await show(answer('reauthentication-required'));
            const region = root(element).querySelector('[aria-live="polite"]')!;
            startInOtherTab('Acme_Sign');
            await land('connected');
            expect(seen(element)).toBe('');
            expect(region.textContent).toBe(CONNECTED);
            await pass(TEN_SECONDS);
            expect(region.textContent).toBe('');
        });

        it('is not said where there was nothing else before', async () => {
            const element = await show(answer('connected'));
            await connectionStore('Acme_Sign').check();
            await settled();
            expect(root(element).textContent).toBe('');
            expect(jest.getTimerCount()).toBe(0);
        });

        it('is a line or a card for good where the administrator chose that', async () => {
            const element = await show(answer('reauthentication-required'), { healthy: 'card' });
            press(element, 'Re-authenticate');
            await land('connected');
            await pass(TEN_SECONDS);
            expect(seen(element)).toBe(CONNECTED);
            expect(root(element).querySelector('.slds-card')).not.toBeNull();
        });

        it('stays while the focus is on it, and goes with the focus', async () => {
            const element = await show(answer('reauthentication-required'));
            pressKey(element, 'Re-authenticate');
            await land('connected');
            await pass(TEN_SECONDS);
            expect(seen(element)).toBe(CONNECTED);
            expect(root(element).activeElement).toBe(root(element).querySelector('p'));
            await goElsewhere();
            expect(root(element).textContent).toBe('');
        });

        it('does not go with the focus while something else is wrong', async () => {
            const element = await show(answer('reauthentication-required'));
            pressKey(element, 'Re-authenticate');
            await land('wrong-account');
            await goElsewhere();
            expect(seen(element)).toContain('Acme Sign is wrong-account.');
        });

        it('makes way for the next question of the server', async () => {
            const element = await show(answer('reauthentication-required'));
            press(element, 'Re-authenticate');
            server.confirmSignIn.mockResolvedValue(answer('connected', { retryAfterSeconds: 60 }));
            announceReturn('Acme_Sign');
            await settled();
            server.getState.mockClear();
            await pass(TEN_SECONDS + 59_000);
            expect(server.getState).not.toHaveBeenCalled();
            await pass(1000);
            expect(server.getState).toHaveBeenCalledTimes(1);
        });
    });

    describe('the event', () => {
        it('follows when the user has kept another account', async () => {
            const element = await show(answer('reauthentication-required'));
            const heard = listen(element);
            press(element, 'Re-authenticate');
            await land('wrong-account');
            server.keepAccount.mockResolvedValue(answer('connected'));
            press(element, 'c.Reauth_Keep_Account');
            await settled();
            expect(details(heard)).toEqual([
                { connection: 'Acme_Sign', state: 'wrong-account' },
                { connection: 'Acme_Sign', state: 'connected' }
            ]);
            expect(seen(element)).toBe(CONNECTED);
        });

        it('follows a second sign-in with the wrong account', async () => {
            const element = await show(answer('wrong-account'));
            const heard = listen(element);
            press(element, 'Sign in again');
            await land('wrong-account');
            expect(details(heard)).toEqual([{ connection: 'Acme_Sign', state: 'wrong-account' }]);
        });

        it('follows a renewal that the user asked for here, not one that came by itself', async () => {
            const ending = answer('expiring', { kickoffUrl: null });
            const element = await show(ending);
            const heard = listen(element);
            server.getState.mockResolvedValue(answer('connected'));
            await connectionStore('Acme_Sign').check();
            expect(heard).not.toHaveBeenCalled();
            server.getState.mockResolvedValue(ending);
            await connectionStore('Acme_Sign').check();
            await settled();
            server.getState.mockResolvedValue(answer('connected'));
            press(element, 'Renew now');
            await settled();
            expect(details(heard)).toEqual([{ connection: 'Acme_Sign', state: 'connected' }]);
        });

        it.each<[string, (element: HTMLElement) => void]>([
            [
                'cancelled',
                (element) => {
                    press(element, LABEL_CANCEL);
                }
            ],
            [
                'out of time',
                () => {
                    jest.advanceTimersByTime(15 * 60_000);
                }
            ]
        ])('is not for a sign-in that is %s, but for the one that came after it', async (_case, end) => {
            const first = await show(answer('reauthentication-required'));
            const second = await show(answer('reauthentication-required'));
            const heard = [listen(first), listen(second)];
            press(first, 'Re-authenticate');
            await settled();
            end(first);
            await settled();
            press(second, 'Re-authenticate');
            await land('connected');
            expect(heard.map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
            expect([seen(first), seen(second)]).toEqual(['', CONNECTED]);
        });

        it('is not for a sign-in that the user gave up, when the connection works later', async () => {
            const element = await show(answer('reauthentication-required'));
            const heard = listen(element);
            press(element, 'Re-authenticate');
            await settled();
            press(element, LABEL_CANCEL);
            await settled();
            await land('connected');
            expect(heard).not.toHaveBeenCalled();
        });

        it('is for the press that started the sign-in, not for one that looks after it', async () => {
            const first = await show(answer('expiring'));
            const second = await show(answer('expiring'));
            const heard = [listen(first), listen(second)];
            press(first, 'Renew now');
            await settled();
            server.getState.mockResolvedValue(answer('unavailable'));
            await connectionStore('Acme_Sign').check();
            await settled();
            server.getState.mockResolvedValue(answer('expiring'));
            press(second, 'c.Reauth_Check_Now');
            await settled();
            expect(message(second)).toBe('c.Reauth_Signing_In');
            server.getState.mockResolvedValue(answer('connected'));
            press(second, 'c.Reauth_Check_Now');
            await settled();
            expect(heard.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
        });

        it('is for the last of two presses', async () => {
            const first = await show(answer('reauthentication-required'));
            const second = await show(answer('reauthentication-required'));
            const heard = [listen(first), listen(second)];
            press(first, 'Re-authenticate');
            await focusPage();
            press(second, 'Re-authenticate');
            await land('connected');
            expect(heard.map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
        });

        it('comes also where the sign-in of another tab has taken the place of the one here', async () => {
            const element = await show(answer('reauthentication-required'));
            const heard = listen(element);
            press(element, 'Re-authenticate');
            await settled();
            startInOtherTab('Acme_Sign');
            await settled();
            await land('connected');
            await land('connected');
            expect(details(heard)).toEqual([{ connection: 'Acme_Sign', state: 'connected' }]);
        });
    });

    describe('another connection', () => {
        const other = answer('never-connected', { connection: 'Other', message: 'Other is never-connected.' });

        it('is watched instead when the property changes', async () => {
            const element = await show(answer('reauthentication-required'));
            server.getState.mockResolvedValue(other);
            element.connection = 'Other';
            await settled();
            expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ connection: 'Other' }));
            expect(message(element)).toBe('Other is never-connected.');
            press(element, 'Connect to Acme Sign');
            expect(window.open).toHaveBeenCalledWith(expect.anything(), 'reauth_Other', expect.anything());
            server.confirmSignIn.mockResolvedValue(answer('connected', { connection: 'Other' }));
            announceReturn('Acme_Sign');
            expect(server.confirmSignIn).not.toHaveBeenCalled();
            announceReturn('Other');
            await settled();
            expect(seen(element)).toBe(CONNECTED);
        });

        it('shows nothing of the one before while nothing is known', async () => {
            const element = await show(answer('reauthentication-required'));
            server.getState.mockReturnValue(new Promise(() => undefined));
            element.connection = 'Other';
            await settled();
            expect(root(element).textContent).toBe('');
            expect(element.connection).toBe('Other');
        });

        it('is awaited quietly, since a parent may name it late', async () => {
            const element = await show(answer('never-connected'), { connection: undefined });
            expect(server.getState).not.toHaveBeenCalled();
            expect(root(element).textContent).toBe('');
            element.connection = 'Acme_Sign';
            await settled();
            expect(message(element)).toBe('Acme Sign is never-connected.');
        });

        it('is not watched by a component that has left the page', async () => {
            const element = await show(answer('never-connected'));
            element.remove();
            const staying = await show(answer('never-connected'));
            server.getState.mockClear();
            element.connection = 'Other';
            await settled();
            expect(server.getState).not.toHaveBeenCalled();
            startInOtherTab('Acme_Sign');
            await land('connected');
            expect(message(staying)).toBe(CONNECTED);
            await show(answer('connected'));
            expect(server.getState).not.toHaveBeenCalled();
        });
    });
});
