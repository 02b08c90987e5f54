import { api } from 'lwc';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import ReauthButton from 'c/reauthButton';
import type { Snapshot } from 'c/reauthStore';
import CHANNEL from '@salesforce/messageChannel/Reauth__c';
import { followEvents } from './events';

/** The button on pages of Lightning Experience: the rest of the page hears about a sign-in, and it of background work. */
export default class Reauthenticate extends ReauthButton {
    // App Builder offers only properties that the component itself declares
    @api
    override get connection(): string {
        return super.connection;
    }
    override set connection(name: string) {
        super.connection = name;
    }
    @api healthy: ReauthButton['healthy'] = 'hidden';
    @api variant: ReauthButton['variant'] = 'card';

    stopFollowing?: () => void;

    override connectedCallback(): void {
        super.connectedCallback();
        this.stopFollowing = this.connection ? followEvents(this.connection) : undefined;
    }

    override disconnectedCallback(): void {
        this.stopFollowing?.();
        this.stopFollowing = undefined;
        super.disconnectedCallback();
    }

    override celebrate(snapshot: Snapshot): void {
        const { connection, state, message } = snapshot;
        super.celebrate(snapshot);
        const context = createMessageContext();
        publish(context, CHANNEL, { connection, state });
        releaseMessageContext(context);
        this.dispatchEvent(new ShowToastEvent({ message, variant: state === 'connected' ? 'success' : 'warning' }));
        this.dispatchEvent(new RefreshEvent());
    }
}
