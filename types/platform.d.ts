declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        type: string;
        attributes?: Record<string, unknown>;
        state?: Partial<Record<string, string>>;
    }
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;

    const Navigate: unique symbol;
    interface Navigator {
        [Navigate](page: PageReference, replace?: boolean): void;
    }
    export const NavigationMixin: {
        (
            Base: typeof LightningElement
        ): Omit<typeof LightningElement, 'prototype'> & (new () => LightningElement & Navigator);
        readonly Navigate: typeof Navigate;
    };
}

declare module '@salesforce/messageChannel/*' {
    const channel: { readonly channelName: string };
    export default channel;
}

declare module 'lightning/messageService' {
    export function createMessageContext(): object;
    export function releaseMessageContext(context: object): void;
    export function publish(context: object, channel: { readonly channelName: string }, message: object): void;
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: { message: string; variant: 'success' | 'warning' });
    }
}

declare module 'lightning/refresh' {
    export class RefreshEvent extends CustomEvent<undefined> {
        constructor();
    }
}

declare module 'lightning/empApi' {
    export type Subscription = object;
    export interface Message<Payload> {
        readonly data: { readonly payload: Payload };
    }
    export function isEmpEnabled(): Promise<boolean>;
    export function subscribe<Payload>(
        channel: string,
        replayId: number,
        onMessage: (message: Message<Payload>) => void
    ): Promise<Subscription>;
    export function unsubscribe(subscription: Subscription): Promise<unknown>;
}

declare module 'lightning/actions' {
    export class CloseActionScreenEvent extends CustomEvent<undefined> {
        constructor();
    }
}

declare module 'lightning/flowSupport' {
    export class FlowAttributeChangeEvent extends CustomEvent<unknown> {
        constructor(attributeName: string, newValue: unknown);
    }
}
