import { LightningElement, api } from 'lwc';
import { connectionStore, type Snapshot } from 'c/reauthStore';

/**
 * Put around a component that needs a connection: shows it when the connection works, and the button when not. Slots:
 * the component itself; `loading` while nothing is known yet; `disconnected`, words of its own above the button.
 */
export default class ReauthenticateGuard extends LightningElement {
    /** Developer name of the Reauth_Connection record. */
    @api connection = '';

    snapshot?: Snapshot;
    /** Once shown, the component stays: what the user has typed there must not go when the sign-in ends. */
    hasWorked = false;
    stopWatching?: () => void;

    connectedCallback(): void {
        this.stopWatching = connectionStore(this.connection).watch((snapshot) => {
            this.snapshot = snapshot;
            this.hasWorked ||= this.isWorking;
        });
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    get isWorking(): boolean {
        return this.snapshot?.state === 'connected' || this.snapshot?.state === 'expiring';
    }

    get isUnknown(): boolean {
        return !this.snapshot;
    }

    get isBroken(): boolean {
        return !this.isUnknown && !this.isWorking;
    }

    get contentClass(): string {
        return this.isWorking ? '' : 'slds-hide';
    }
}
