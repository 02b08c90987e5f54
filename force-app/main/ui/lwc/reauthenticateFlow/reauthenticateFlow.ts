import { LightningElement, api } from 'lwc';
import { FlowAttributeChangeEvent } from 'lightning/flowSupport';
import { connectionStore, type Snapshot } from 'c/reauthStore';
import wait from '@salesforce/label/c.Reauth_Flow_Wait';

/** The button on a Flow screen: the user goes on when the connection works. */
export default class ReauthenticateFlow extends LightningElement {
    /** Developer name of the Reauth_Connection record. */
    @api connection = '';
    /** For the Flow: whether the connection works. */
    @api isConnected = false;

    snapshot?: Snapshot;
    stopWatching?: () => void;

    connectedCallback(): void {
        this.stopWatching = connectionStore(this.connection).watch((snapshot) => {
            this.snapshot = snapshot;
            const isConnected = snapshot.state === 'connected' || snapshot.state === 'expiring';
            if (isConnected !== this.isConnected) {
                this.dispatchEvent(new FlowAttributeChangeEvent('isConnected', isConnected));
            }
        });
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    /** Called by the Flow when the user wants to go on. */
    @api
    validate(): { isValid: boolean; errorMessage?: string } {
        const { label = this.connection, state } = this.snapshot ?? {};
        return state === 'connected' || state === 'expiring'
            ? { isValid: true }
            : { isValid: false, errorMessage: wait.replace('{0}', () => label) };
    }
}
