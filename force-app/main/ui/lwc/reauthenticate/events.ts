import { isEmpEnabled, subscribe, unsubscribe, type Message, type Subscription } from 'lightning/empApi';
import { connectionStore } from 'c/reauthStore';
import userId from '@salesforce/user/Id';

const CHANNEL = '/event/Reauth_Event__e';
const NEW_EVENTS_ONLY = -1;
/** A check of the page itself publishes its event shortly before its answer arrives. */
const OWN_ANSWER_MS = 1000;
/** Somebody wants the user to sign in, whatever the service answers: the next view shows it. */
const MARKED = 'marked';

interface Payload {
    readonly Connection__c: string;
    /** 18 characters. */
    readonly User_Id__c: string;
    readonly State__c: string;
    readonly Reason__c?: string | null;
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

function handleEvent({ data }: Message<Payload>): void {
    const { Connection__c: connection, User_Id__c: user, State__c: state, Reason__c: reason } = data.payload;
    const known = followed.get(connection);
    if (known && user === userId && state !== known.shown && reason !== MARKED) {
        clearTimeout(known.waiting);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the next event and with the last follower
        known.waiting = setTimeout(() => {
            if (state !== known.shown) {
                void connectionStore(connection).check();
            }
        }, OWN_ANSWER_MS);
    }
}

/** Pages outside Lightning Experience on a desktop have no event bus, and go on without. */
function start(): Promise<Subscription | undefined> {
    return isEmpEnabled()
        .then((isEnabled) => (isEnabled ? subscribe(CHANNEL, NEW_EVENTS_ONLY, handleEvent) : undefined))
        .catch(() => undefined);
}

/**
 * Has the page look again when background work of this user met another state of the connection, until the returned
 * function is called. One subscription serves all connections of a page.
 */
export function followEvents(connection: string): () => void {
    const known: Followed = followed.get(connection) ?? { followers: 0 };
    followed.set(connection, known);
    known.followers++;
    known.stopWatching ??= connectionStore(connection).watch(({ state }) => {
        known.shown = state === 'expiring' ? 'connected' : state; // which it is, for the time being
    });
    subscription ??= start();
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
        }
    };
}
