import { LightningElement, api } from 'lwc';
import { FlowAttributeChangeEvent } from 'lightning/flowSupport';
import { connectionStore, needsSignIn, type Snapshot } from 'c/reauthStore';
import checking from '@salesforce/label/c.Reauth_Flow_Checking';
import wait from '@salesforce/label/c.Reauth_Flow_Wait';

const isWorking = (snapshot: Snapshot): boolean => snapshot.state === 'connected' || snapshot.state === 'expiring';

/** The button on a Flow screen: the user goes on when the connection works. */
export default class ReauthenticateFlow extends LightningElement {
    /** For the Flow: whether the connection works. */
    @api isConnected = false;

    name = '';

    // declared only: no template shows these, so the engine need not notice their changes
    declare snapshot?: Snapshot;
    declare stopWatching?: () => void;

    /** Developer name of the Reauth_Connection record. */
    @api
    get connection(): string {
        return this.name;
    }

    set connection(name: string) {
        this.name = name;
        if (this.stopWatching) {
            this.watch();
        }
    }

    connectedCallback(): void {
        this.watch();
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
        this.stopWatching = undefined;
    }

    watch(): void {
        this.stopWatching?.();
        this.snapshot = undefined;
        this.stopWatching = connectionStore(this.name).watch((snapshot) => {
            const isConnected = isWorking(snapshot);
            this.snapshot = snapshot;
            if (isConnected !== this.isConnected) {
                this.dispatchEvent(new FlowAttributeChangeEvent('isConnected', isConnected));
            }
        });
    }

    /** Called by the Flow when the user wants to go on. */
    @api
    validate(): { isValid: boolean; errorMessage?: string } {
        const { snapshot } = this;
        if (!snapshot) {
            return { isValid: false, errorMessage: checking };
        }
        if (isWorking(snapshot)) {
            return { isValid: true };
        }
        const { label, message } = snapshot;
        return { isValid: false, errorMessage: needsSignIn(snapshot) ? wait.replace('{0}', () => label) : message };
    }
}
