import { LightningElement, api } from 'lwc';
import { connectionStore, type ConnectionStore, type Snapshot } from 'c/reauthClient';
import cancel from '@salesforce/label/c.Reauth_Cancel';
import checkNow from '@salesforce/label/c.Reauth_Check_Now';
import openLink from '@salesforce/label/c.Reauth_Open_Link';

/** The part of the template to show: the one for the state, or for the sign-in that is under way. */
type Branch =
    | 'connected'
    | 'expiring'
    | 'neverConnected'
    | 'reauthenticationRequired'
    | 'wrongAccount'
    | 'noAccess'
    | 'misconfigured'
    | 'unavailable'
    | 'signingIn';

const ICONS: Record<Branch, string> = {
    connected: 'success',
    expiring: 'clock',
    neverConnected: 'link',
    reauthenticationRequired: 'lock',
    wrongAccount: 'user',
    noAccess: 'ban',
    misconfigured: 'settings',
    unavailable: 'offline',
    signingIn: 'new_window'
};

/** Shows how one connection is doing and, when the user has to act, the button for it. */
export default class Reauthenticate extends LightningElement {
    /** Developer name of the Reauth_Connection record. */
    @api connection = '';
    /** What to show while all is well. */
    @api healthy: 'hidden' | 'line' | 'card' = 'hidden';

    readonly labels = { cancel, checkNow, openLink };

    snapshot?: Snapshot;
    hasSignedInHere = false;
    stopWatching?: () => void;

    get store(): ConnectionStore {
        return connectionStore(this.connection);
    }

    connectedCallback(): void {
        this.stopWatching = this.store.watch((snapshot) => {
            this.hasSignedInHere ||= !!this.snapshot?.stage && snapshot.state === 'connected';
            this.snapshot = snapshot;
        });
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    /** Absent while there is nothing to show. */
    get branch(): Branch | undefined {
        const { state, stage } = this.snapshot ?? {};
        if (stage === 'open') {
            return 'signingIn';
        }
        const isQuiet = state === 'connected' && this.healthy === 'hidden' && !this.hasSignedInHere;
        return isQuiet
            ? undefined
            : (state?.replace(/-(.)/, (_match, letter: string) => letter.toUpperCase()) as Branch);
    }

    get is(): Partial<Record<Branch, true>> {
        return this.branch ? { [this.branch]: true } : {};
    }

    get icon(): string | undefined {
        return this.branch && `utility:${ICONS[this.branch]}`;
    }

    get boxClass(): string {
        const isCard = this.branch && (this.branch !== 'connected' || this.healthy === 'card');
        return isCard ? 'slds-grid slds-grid_vertical-align-center slds-wrap slds-card slds-p-around_medium' : '';
    }

    get message(): string | undefined {
        return this.branch && this.snapshot?.message;
    }

    /** The pressed button is about to go: a keyboard user goes on at the sentence, which stays. */
    focusMessage(): void {
        this.template?.querySelector('p')?.focus();
    }

    handleSignIn(): void {
        this.focusMessage();
        this.store.signIn();
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
