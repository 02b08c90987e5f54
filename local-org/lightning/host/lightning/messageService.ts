// Imitates: Lightning Message Service, within one page only — LWC developer guide: Message Service [C]
interface MessageChannel {
    readonly channelName: string;
}

interface Subscription {
    readonly context: object;
    readonly channelName: string;
    readonly listener: (message: unknown) => void;
}

/** Every component here is in the active area of the page, so the scope makes no difference. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();

export function createMessageContext(): object {
    return {};
}

export function releaseMessageContext(context: object): void {
    for (const subscription of subscriptions) if (subscription.context === context) subscriptions.delete(subscription);
}

export function publish(_context: object, { channelName }: MessageChannel, message?: unknown): void {
    for (const subscription of [...subscriptions]) {
        if (subscription.channelName === channelName) subscription.listener(message);
    }
}

export function subscribe(
    context: object,
    { channelName }: MessageChannel,
    listener: (message: unknown) => void
): Subscription {
    const subscription = { context, channelName, listener };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription): void {
    subscriptions.delete(subscription);
}

/** Wire adapter for the context of a component, released with it. */
export class MessageContext {
    readonly #context = createMessageContext();

    constructor(provide: (context: object) => void) {
        provide(this.#context);
    }

    connect(): void {
        // the context is there from the start
    }

    update(): void {
        // it takes no configuration
    }

    disconnect(): void {
        releaseMessageContext(this.#context);
    }
}
