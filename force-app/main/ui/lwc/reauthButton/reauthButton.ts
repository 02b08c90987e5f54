import { LightningElement, api } from 'lwc';
import { connectionStore, type ConnectionStore, type Snapshot } from 'c/reauthClient';
import cancel from '@salesforce/label/c.Reauth_Cancel';
import checkNow from '@salesforce/label/c.Reauth_Check_Now';
import openLink from '@salesforce/label/c.Reauth_Open_Link';

const ICONS: Record<Snapshot['state'], string> = {
    connected: 'success',
    expiring: 'clock',
    'never-connected': 'link',
    'reauthentication-required': 'lock',
    'wrong-account': 'user',
    'no-access': 'ban',
    misconfigured: 'settings',
    unavailable: 'offline'
};

/** Shows how one connection is doing and, when the user has to act, the button for it. */
export default class Reauthenticate extends LightningElement {
    /** Developer name of the Reauth_Connection record. */
    @api connection = '';
    /** What to show while all is well. */
    @api healthy: 'hidden' | 'line' | 'card' = 'hidden';

    readonly labels = { cancel, checkNow, openLink };

    snapshot?: Snapshot;
    stopWatching?: () => void;

    get store(): ConnectionStore {
        return connectionStore(this.connection);
    }

    connectedCallback(): void {
        this.stopWatching = this.store.watch((snapshot) => {
            this.snapshot = snapshot;
        });
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    /** Quiet when healthy, unless the user has just signed in here and waits to hear about it. */
    get isShown(): boolean {
        const isQuiet = this.isConnected && this.healthy === 'hidden' && this.snapshot?.stage !== 'done';
        return !!this.snapshot && !isQuiet;
    }

    get isConnected(): boolean {
        return this.snapshot?.state === 'connected';
    }

    get isSigningIn(): boolean {
        return this.snapshot?.stage === 'open';
    }

    get icon(): string | undefined {
        return this.snapshot && `utility:${ICONS[this.snapshot.state]}`;
    }

    get boxClass(): string {
        const isCard = this.isShown && (!this.isConnected || this.healthy === 'card');
        return `slds-media ${isCard ? 'slds-card slds-p-around_medium' : ''}`;
    }

    /** The pressed button is about to go: a keyboard user goes on at the sentence, which stays. */
    focusMessage(): void {
        this.template?.querySelector('p')?.focus();
    }

    handleAction(): void {
        this.focusMessage();
        if (this.snapshot?.kickoffUrl) {
            this.store.signIn();
        } else {
            void this.store.check();
        }
    }

    handleCancel(): void {
        this.focusMessage();
        this.store.cancel();
    }

    handleCheck(): void {
        this.focusMessage();
        void this.store.check();
    }
}
