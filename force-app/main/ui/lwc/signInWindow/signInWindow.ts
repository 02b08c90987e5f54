const CHECK_EVERY_MS = 20_000;
const GIVE_UP_AFTER_MS = 15 * 60_000;

/** Tells this page's own messages from those of other tabs. */
const PAGE = Math.random();

let landingPage = '/lightning/n/Reauth_Return';

/** Has sign-ins end on another page than the tab of Lightning Experience. */
export function landAt(path: string): void {
    landingPage = path;
}

/** Where the sign-in to a connection ends: a path of this org. */
export function returnPath(connection: string): string {
    return `${landingPage}?c__connection=${connection}`;
}

/** The name of the window of a sign-in, that under which the tab keeps the page on which it started, and of the channel. */
const nameOf = (connection: string): string => `reauth_${connection}`;

/**
 * Stops the reminders of a sign-in. Where it is over for good, closes its window, if the browser allows it, and forgets
 * the page on which it started.
 */
export type EndSignIn = (isOver?: boolean) => void;

/**
 * Opens the sign-in page, in a window where the device has room for one, in the caller's own task, so that the press
 * still counts. While it is under way, onCheck is a rare reminder to look whether the user has finished; onTimeout says
 * that it took too long.
 * Nothing is read from the window: Cross-Origin-Opener-Policy makes `closed` and `opener` lie, and no window at all
 * means blocked just as well as opened by Lightning Web Security, which keeps the handle to itself.
 */
export function openSignIn(
    url: string,
    connection: string,
    hasWindows: boolean,
    onCheck: () => void,
    onTimeout: () => void
): EndSignIn {
    const name = nameOf(connection);
    let opened: Window | null | undefined;
    // a new window gets a copy of what this tab keeps, and would take itself for this tab
    sessionStorage.removeItem(name);
    try {
        opened = window.open(url, hasWindows ? name : '_self', 'popup,width=600,height=700');
    } catch {
        // Lightning Web Security refuses some addresses; the page offers the same one as a link
    }
    sessionStorage.setItem(name, document.URL);
    tell(name, PAGE);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the end
    const reminder = setInterval(onCheck, CHECK_EVERY_MS);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the end
    const deadline = setTimeout(onTimeout, GIVE_UP_AFTER_MS);
    return (isOver) => {
        clearInterval(reminder);
        clearTimeout(deadline);
        if (isOver) {
            opened?.close();
            sessionStorage.removeItem(name);
        }
    };
}

/**
 * Listens for what happens to a connection until the returned function is called: the landing page says that a sign-in
 * has ended, whichever tab started it; the user starts one in another tab, which takes the place of one under way here;
 * the user looks at this page again.
 */
export function listenForReturn(
    connection: string,
    onReturn: () => void,
    onStartElsewhere: () => void,
    onFocus: () => void
): () => void {
    const channel = new BroadcastChannel(nameOf(connection));
    channel.onmessage = ({ data: startsOn }: MessageEvent<number | undefined>) => {
        if (startsOn !== PAGE) {
            (startsOn ? onStartElsewhere : onReturn)();
        }
    };
    const handleLook = (): void => {
        if (!document.hidden) {
            onFocus();
        }
    };
    window.addEventListener('focus', handleLook);
    window.addEventListener('visibilitychange', handleLook);
    return () => {
        channel.close();
        window.removeEventListener('focus', handleLook);
        window.removeEventListener('visibilitychange', handleLook);
    };
}

/** A sign-in starts on a page, or ends when no page is named. */
function tell(name: string, startsOn?: number): void {
    const channel = new BroadcastChannel(name);
    channel.postMessage(startsOn);
    channel.close();
}

/**
 * For the landing page: tells every open page of this user that a sign-in has ended. Answers, once, the address of the
 * page on which it started, if that was in this tab.
 */
export function announceReturn(connection: string): string | null {
    const name = nameOf(connection);
    const start = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    tell(name);
    return start;
}
