import type { ReauthState } from 'c/reauthStore';
import { FakeBroadcastChannel } from '../../../../../test/jest-mocks/broadcastChannel';
import { buttons, focusPage, icon, message, mount, press, show, words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/label/c.Reauth_Check_Failed', () => ({ default: 'Could not check {0}.' }), { virtual: true });

const MINUTE = 60_000;

describe('c-reauth-button and the server', () => {
    const popup = { close: jest.fn() };

    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.resetAllMocks();
    });

    describe('what the server asked for', () => {
        it('is another question after the time that it named', async () => {
            jest.useFakeTimers();
            const element = await show(answer('unavailable', { retryAfterSeconds: 30 }));
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            jest.advanceTimersByTime(29_000);
            expect(server.getState).toHaveBeenCalledTimes(1);
            jest.advanceTimersByTime(1000);
            await settled();
            expect(server.getState).toHaveBeenLastCalledWith(expect.objectContaining({ live: true }));
            expect(words(element)).toEqual(['Re-authenticate']);
            expect(jest.getTimerCount()).toBe(0);
        });

        it('ends with the page', async () => {
            jest.useFakeTimers();
            await show(answer('unavailable', { retryAfterSeconds: 30 }));
            document.body.replaceChildren();
            expect(jest.getTimerCount()).toBe(0);
        });

        it('does not begin when the answer comes after the page has gone', async () => {
            jest.useFakeTimers();
            let give: (state: ReauthState) => void = () => undefined;
            server.getState.mockReturnValue(
                new Promise((resolve) => {
                    give = resolve;
                })
            );
            await mount();
            document.body.replaceChildren();
            give(answer('unavailable', { retryAfterSeconds: 30 }));
            await settled();
            expect(jest.getTimerCount()).toBe(0);
        });
    });

    describe('the address of the sign-in', () => {
        it('is fetched again when the user comes back to a page on which it has grown old', async () => {
            jest.useFakeTimers();
            await show(answer('reauthentication-required', { kickoffMinutes: 10 }));
            jest.advanceTimersByTime(10 * MINUTE);
            await focusPage();
            expect(server.getState).toHaveBeenCalledTimes(1);
            jest.advanceTimersByTime(1);
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
            expect(words(element)).toEqual(['Re-authenticate']);
        });

        it('offers to try again when the server does not answer at all', async () => {
            server.getState.mockRejectedValue(new Error('Failed to fetch'));
            server.judgeError.mockRejectedValue(new Error('Failed to fetch'));
            const element = await mount();
            expect(message(element)).toBe('Could not check Acme Sign.');
            expect(words(element)).toEqual(['c.Reauth_Action_Try_Again']);
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
