/** Refresh of a view: an event asks for it, the page gathers fresh data and every registered handler takes part. */
export const RefreshEventName = 'lightning__refresh';

export class RefreshEvent extends CustomEvent<undefined> {
    constructor() {
        super(RefreshEventName, { bubbles: true, composed: true, cancelable: true });
    }
}

type Handler = () => Promise<unknown>;

const handlers = new Map<object, Handler>();

export function registerRefreshHandler(element: object, handler: Handler): object {
    const registration = { element };
    handlers.set(registration, handler.bind(element));
    return registration;
}

export function unregisterRefreshHandler(registration: object): void {
    handlers.delete(registration);
}

export async function refreshHandlers(): Promise<void> {
    await Promise.all([...handlers.values()].map((handler) => handler()));
}
