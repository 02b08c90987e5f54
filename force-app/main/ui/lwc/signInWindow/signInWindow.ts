import formFactor from '@salesforce/client/formFactor';

const CHANNEL = 'reauth';
const CHECK_EVERY_MS = 20_000;
const GIVE_UP_AFTER_MS = 15 * 60_000;

/** Phones and tablets have one window: the sign-in replaces this page, and the landing page leads back here. */
const IN_WINDOW = formFactor === 'Large';

/** Tells this page's own messages from those of other tabs. */
const PAGE = Math.random();

/** A sign-in to a connection starts on a page, or ends when no page is named. */
type ChannelMessage = readonly [connection: string, startsOn?: number];

let landingPage = '/lightning/n/Reauth_Return';

/** Has sign-ins end on another page than the tab of Lightning Experience. */
export function landAt(path: string): void {
    landingPage = path;
}

/** Where the sign-in to a connection ends: a path of this org. */
export function returnPath(connection: string): string {
    return `${landingPage}?c__connection=${connection}`;
}

/** The name of the window of a sign-in, and that under which the tab keeps the page on which it started. */
const nameOf = (connection: string): string => `reauth_${connection}`;

/** What the owner of a sign-in wants to know while it is under way. */
interface SignInEvents {
    /** A rare reminder to look whether the user has finished. */
    readonly onCheck: () => void;
    /** The user took too long. */
    readonly onTimeout: () => void;
}

/** What tells that the user may be back. */
interface ReturnEvents {
    /** The landing page says that a sign-in has ended, whichever tab started it. */
    readonly onReturn: () => void;
    /** The user has started a sign-in in another tab, which takes the place of one under way here. */
    readonly onStartElsewhere: () => void;
    /** The user looks at this page again. */
    readonly onFocus: () => void;
}

/** A sign-in that is under way. */
export interface SignIn {
    /** Stops the reminders and leaves the window alone. */
    readonly stop: () => void;
    /** Stops the reminders and closes the window, if the browser allows it. */
    readonly close: () => void;
}

/**
 * Opens the sign-in page in a window, in the caller's own task, so that the press still counts.
 * Nothing is read from the window: Cross-Origin-Opener-Policy makes `closed` and `opener` lie, and no window at all
 * means blocked just as well as opened by Lightning Web Security, which keeps the handle to itself.
 */
export function openSignIn(url: string, connection: string, { onCheck, onTimeout }: SignInEvents): SignIn {
    const name = nameOf(connection);
    let opened: Window | null | undefined;
    // a new window gets a copy of what this tab keeps, and would take itself for this tab
    sessionStorage.removeItem(name);
    try {
        opened = window.open(url, IN_WINDOW ? name : '_self', 'popup,width=600,height=700');
    } catch {
        // Lightning Web Security refuses some addresses; the page offers the same one as a link
    }
    sessionStorage.setItem(name, document.URL);
    tell([connection, PAGE]);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by stop
    const reminder = setInterval(onCheck, CHECK_EVERY_MS);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by stop
    const deadline = setTimeout(onTimeout, GIVE_UP_AFTER_MS);
    const stop = (): void => {
        clearInterval(reminder);
        clearTimeout(deadline);
    };
    return {
        stop,
        close: () => {
            stop();
            opened?.close();
        }
    };
}

/** Listens for what happens to a connection until the returned function is called. */
export function listenForReturn(connection: string, { onReturn, onStartElsewhere, onFocus }: ReturnEvents): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data: [about, startsOn] }: MessageEvent<ChannelMessage>) => {
        if (about === connection && startsOn !== PAGE) {
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

function tell(message: ChannelMessage): void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(message);
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
    tell([connection]);
    return start;
}
