import { announceReturn, landAt, listenForReturn, openSignIn, returnPath, type EndSignIn } from 'c/signInWindow';
import { FakeBroadcastChannel, startInOtherTab } from '../../../../../test/jest-mocks/broadcastChannel';

const URL = 'https://org.example.com/start';
const MINUTE = 60_000;

const popup = { close: jest.fn() };
const events = { onCheck: jest.fn(), onTimeout: jest.fn() };

const start = (): EndSignIn => openSignIn(URL, 'Acme_Sign', true, events.onCheck, events.onTimeout);

function openReturns(result: unknown): jest.SpyInstance {
    return jest.spyOn(window, 'open').mockReturnValue(result as Window | null);
}

describe('c/signInWindow', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        openReturns(popup);
    });

    afterEach(() => {
        jest.useRealTimers();
        jest.restoreAllMocks();
        jest.clearAllMocks();
    });

    describe('openSignIn', () => {
        it('opens one window per connection in the task of the caller', () => {
            const end = start();
            expect(window.open).toHaveBeenCalledTimes(1);
            expect(window.open).toHaveBeenCalledWith(URL, 'reauth_Acme_Sign', expect.stringContaining('popup'));
            end();
        });

        it('tells other tabs of its connection, once', () => {
            const otherTab = new FakeBroadcastChannel('reauth_Acme_Sign');
            const heard = jest.fn<undefined, [{ data: unknown }]>();
            otherTab.onmessage = heard;
            start()();
            expect(heard.mock.calls).toEqual([[{ data: expect.any(Number) as unknown }]]);
            otherTab.close();
        });

        it('reminds its owner to look, rarely', () => {
            const end = start();
            jest.advanceTimersByTime(MINUTE);
            expect(events.onCheck).toHaveBeenCalledTimes(3);
            expect(events.onTimeout).not.toHaveBeenCalled();
            end();
        });

        it('reports a timeout only after a user had plenty of time', () => {
            const end = start();
            jest.advanceTimersByTime(14 * MINUTE);
            expect(events.onTimeout).not.toHaveBeenCalled();
            jest.advanceTimersByTime(MINUTE);
            expect(events.onTimeout).toHaveBeenCalledTimes(1);
            end();
        });

        it('leaves the window open and no timer behind when stopped', () => {
            start()();
            expect(jest.getTimerCount()).toBe(0);
            expect(popup.close).not.toHaveBeenCalled();
        });

        it('closes the window and leaves no timer behind when closed', () => {
            start()(true);
            expect(jest.getTimerCount()).toBe(0);
            expect(popup.close).toHaveBeenCalledTimes(1);
        });

        it('goes on without a handle, because a missing one does not prove that no window has opened', () => {
            openReturns(null);
            const end = start();
            jest.advanceTimersByTime(MINUTE);
            expect(events.onCheck).toHaveBeenCalled();
            end(true);
            expect(jest.getTimerCount()).toBe(0);
        });

        it('goes on when the sandbox refuses to open the address', () => {
            jest.spyOn(window, 'open').mockImplementation(() => {
                throw new Error('Cannot open same-origin URL in a new browsing context.');
            });
            const end = start();
            jest.advanceTimersByTime(MINUTE);
            expect(events.onCheck).toHaveBeenCalled();
            end(true);
        });

        it('reads nothing from a window that may lie about itself', () => {
            const lies = jest.fn();
            openReturns({
                get closed() {
                    lies();
                    return true;
                },
                get opener() {
                    lies();
                    return null;
                },
                close: popup.close
            });
            const end = start();
            jest.advanceTimersByTime(MINUTE);
            end(true);
            expect(lies).not.toHaveBeenCalled();
        });
    });

    describe('announceReturn', () => {
        afterEach(() => {
            sessionStorage.clear();
            window.history.replaceState({}, '', '/');
        });

        it('answers where the sign-in started in this tab, with all that its address says, once', () => {
            window.history.replaceState({}, '', '/lightning/r/Account/1/view?tab=2#top');
            start()();
            window.history.replaceState({}, '', '/lightning/n/Reauth_Return');
            expect(announceReturn('Other')).toBeNull();
            expect(announceReturn('Acme_Sign')).toBe(`${window.location.origin}/lightning/r/Account/1/view?tab=2#top`);
            expect(announceReturn('Acme_Sign')).toBeNull();
        });

        it('answers nothing once the page has noticed the end by itself', () => {
            start()(true);
            expect(announceReturn('Acme_Sign')).toBeNull();
        });

        it('answers nothing in the window that was opened, not even what an earlier sign-in has left', () => {
            start()();
            const kept = jest.fn();
            jest.spyOn(window, 'open').mockImplementation(() => {
                kept(sessionStorage.length);
                return null;
            });
            start()();
            expect(kept.mock.calls).toEqual([[0]]);
        });
    });

    describe('returnPath', () => {
        it('is the tab of Lightning Experience, until a site names its own page', () => {
            expect(returnPath('Acme_Sign')).toBe('/lightning/n/Reauth_Return?c__connection=Acme_Sign');
            landAt('/partners/s/reauth-return');
            expect(returnPath('Acme_Sign')).toBe('/partners/s/reauth-return?c__connection=Acme_Sign');
        });
    });

    describe('listenForReturn', () => {
        const returns = { onReturn: jest.fn(), onStartElsewhere: jest.fn(), onFocus: jest.fn() };
        const listen = (): (() => void) =>
            listenForReturn('Acme_Sign', returns.onReturn, returns.onStartElsewhere, returns.onFocus);

        it('hears from the landing page that the sign-in to its connection has ended', () => {
            const stop = listen();
            announceReturn('Other');
            expect(returns.onReturn).not.toHaveBeenCalled();
            announceReturn('Acme_Sign');
            expect(returns.onReturn).toHaveBeenCalledTimes(1);
            expect(returns.onStartElsewhere).not.toHaveBeenCalled();
            stop();
        });

        it('hears of a sign-in that starts in another tab, to its own connection only', () => {
            const stop = listen();
            startInOtherTab('Other');
            expect(returns.onStartElsewhere).not.toHaveBeenCalled();
            startInOtherTab('Acme_Sign');
            expect(returns.onStartElsewhere).toHaveBeenCalledTimes(1);
            expect(returns.onReturn).not.toHaveBeenCalled();
            stop();
        });

        it('does not take a sign-in of its own page for one of another tab', () => {
            const stop = listen();
            start()();
            expect(returns.onStartElsewhere).not.toHaveBeenCalled();
            expect(returns.onReturn).not.toHaveBeenCalled();
            stop();
        });

        it('notices that the user looks at the page again', () => {
            const stop = listen();
            window.dispatchEvent(new CustomEvent('focus'));
            document.dispatchEvent(new CustomEvent('visibilitychange', { bubbles: true }));
            expect(returns.onFocus).toHaveBeenCalledTimes(2);
            stop();
        });

        it('does not take a hidden page for one that is looked at', () => {
            const stop = listen();
            jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
            document.dispatchEvent(new CustomEvent('visibilitychange', { bubbles: true }));
            expect(returns.onFocus).not.toHaveBeenCalled();
            stop();
        });

        it('hears nothing and leaves no channel open once stopped', () => {
            listen()();
            announceReturn('Acme_Sign');
            window.dispatchEvent(new CustomEvent('focus'));
            document.dispatchEvent(new CustomEvent('visibilitychange', { bubbles: true }));
            expect(returns.onReturn).not.toHaveBeenCalled();
            expect(returns.onFocus).not.toHaveBeenCalled();
            expect(FakeBroadcastChannel.open.size).toBe(0);
        });
    });
});
