import { isEmpEnabled, subscribe, unsubscribe, type Message, type Subscription } from 'lightning/empApi';
import { connectionStore, needsSignIn } from 'c/reauthStore';
import userId from '@salesforce/user/Id';

/** What background work found. It goes to everybody who has a page open, so what a page finds stays out of it. */
const CHANNEL = '/event/Reauth_Open_Pages__chn';
const NEW_EVENTS_ONLY = -1;
/** What a page found, for the other tabs of this browser. */
const TABS = 'reauth';
/** The answer to a question of this page may be on its way. */
const OWN_ANSWER_MS = 1000;
/** Somebody wants the user to sign in, whatever the service answers to a tab that looks again. */
const MARKED = 'marked';

interface Payload {
    readonly Connection__c: string;
    /** 18 characters. */
    readonly User_Id__c: string;
    readonly State__c: string;
}

interface News {
    readonly connection: string;
    readonly state: string;
}

interface Followed {
    followers: number;
    /** The state that the page shows. */
    shown?: string;
    stopWatching?: () => void;
    waiting?: ReturnType<typeof setTimeout>;
}

const followed = new Map<string, Followed>();
let subscription: Promise<Subscription | undefined> | undefined;
let tabs: BroadcastChannel;

function hear({ connection, state }: News): void {
    const known = followed.get(connection);
    if (known && state !== known.shown) {
        clearTimeout(known.waiting);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the next news and with the last follower
        known.waiting = setTimeout(() => {
            if (state !== known.shown) {
                void connectionStore(connection).check();
            }
        }, OWN_ANSWER_MS);
    }
}

function handleEvent({ data }: Message<Payload>): void {
    const { Connection__c: connection, User_Id__c: user, State__c: state } = data.payload;
    if (user === userId) {
        hear({ connection, state });
    }
}

/** Pages outside Lightning Experience on a desktop have no event bus, and go on without. */
function start(): Promise<Subscription | undefined> {
    tabs = new BroadcastChannel(TABS);
    tabs.onmessage = ({ data }: MessageEvent<News>) => {
        hear(data);
    };
    return isEmpEnabled()
        .then((isEnabled) => (isEnabled ? subscribe(CHANNEL, NEW_EVENTS_ONLY, handleEvent) : undefined))
        .catch(() => undefined);
}

/**
 * Has the page look again when background work of this user, or another tab, met another state of the connection, until
 * the returned function is called. One subscription serves all connections of a page.
 */
export function followEvents(connection: string): () => void {
    const known: Followed = followed.get(connection) ?? { followers: 0 };
    followed.set(connection, known);
    known.followers++;
    subscription ??= start();
    known.stopWatching ??= connectionStore(connection).watch((snapshot) => {
        const state = snapshot.state === 'expiring' ? 'connected' : snapshot.state; // which it is, for the time being
        const { shown = '' } = known;
        const isRecovery = state === 'connected' && (shown === 'wrong-account' || needsSignIn({ state: shown }));
        const isLoss = needsSignIn(snapshot) && snapshot.reason !== MARKED;
        if (state !== shown && (isLoss || isRecovery)) {
            tabs.postMessage({ connection, state });
        }
        known.shown = state;
    });
    return () => {
        known.followers--;
        if (!known.followers) {
            known.stopWatching?.();
            clearTimeout(known.waiting);
            followed.delete(connection);
        }
        if (!followed.size) {
            void subscription?.then((held) => held && unsubscribe(held));
            subscription = undefined;
            tabs.close();
        }
    };
}
