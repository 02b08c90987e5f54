// Imitates: platform events reach a page by empApi; no replay of earlier ones — LWC developer guide: lightning/empApi [C]
import { eventStream } from '../server.ts';

interface EventMessage {
    readonly channel: string;
    readonly data: { readonly payload: unknown; readonly event: { readonly replayId: number } };
}

type Listener = (message: EventMessage) => void;

interface Subscription {
    readonly id: number;
    readonly channel: string;
}

const listeners = new Map<number, { readonly channel: string; readonly listener: Listener }>();
const errorListeners = new Set<(error: object) => void>();
let isListening = false;
let lastId = 0;

export function subscribe(channel: string, _replayId: number, listener: Listener): Promise<Subscription> {
    const id = ++lastId;
    listeners.set(id, { channel, listener });
    if (!isListening) listen();
    return Promise.resolve({ id, channel });
}

export function unsubscribe(subscription: Subscription, done?: (response: object) => void): Promise<void> {
    listeners.delete(subscription.id);
    done?.({ successful: true, subscription: subscription.channel });
    return Promise.resolve();
}

export function onError(listener: (error: object) => void): Promise<void> {
    errorListeners.add(listener);
    return Promise.resolve();
}

export function isEmpEnabled(): Promise<boolean> {
    return Promise.resolve(true);
}

function listen(): void {
    isListening = true;
    const source = eventStream();
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const message = JSON.parse(data) as EventMessage;
        for (const { channel, listener } of [...listeners.values()]) {
            if (channel === message.channel) listener(message);
        }
    });
    source.addEventListener('error', () => {
        for (const listener of errorListeners) listener({ error: 'The stream of events was interrupted' });
    });
}
