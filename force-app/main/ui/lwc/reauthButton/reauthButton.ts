import { LightningElement, api } from 'lwc';
import { connectionStore, type ConnectionStore, type Snapshot } from 'c/reauthStore';
import cancel from '@salesforce/label/c.Reauth_Cancel';
import checkNow from '@salesforce/label/c.Reauth_Check_Now';
import checking from '@salesforce/label/c.Reauth_Checking';
import keepAccount from '@salesforce/label/c.Reauth_Keep_Account';
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

/** Shows how one connection is doing and, when the user has to act, the button for it. The same on every surface. */
export default class ReauthButton extends LightningElement {
    /** Developer name of the Reauth_Connection record. */
    @api connection = '';
    /** What to show while all is well. */
    @api healthy: 'hidden' | 'line' | 'card' = 'hidden';
    /** What to show when the user has to act. */
    @api variant: 'card' | 'line' = 'card';

    readonly labels = { cancel, checkNow, keepAccount, openLink };

    /** Empty before the first answer. */
    snapshot: Partial<Snapshot> = {};

    // declared only: no template shows these, so the engine need not notice their changes
    declare stopWatching: () => void;
    /** Whether the sign-in under way was started here, on this instance. */
    declare isPressed?: boolean;

    get store(): ConnectionStore {
        return connectionStore(this.connection);
    }

    connectedCallback(): void {
        this.stopWatching = this.store.watch((snapshot) => {
            if (this.template?.activeElement && snapshot.message !== this.snapshot.message) {
                this.focusMessage();
            }
            this.snapshot = snapshot;
            if (this.isPressed && snapshot.stage === 'done') {
                this.isPressed = false;
                this.celebrate(snapshot);
            }
        });
    }

    disconnectedCallback(): void {
        this.stopWatching();
    }

    /** The user has signed in here; surfaces add what they have besides an event. */
    celebrate({ connection, state }: Snapshot): void {
        this.dispatchEvent(new CustomEvent('reauthenticated', { detail: { connection, state } }));
    }

    /** Quiet when healthy, unless the user has just acted here and waits to hear about it, or would lose the focus. */
    get look(): 'hidden' | 'line' | 'card' {
        const { state, stage } = this.snapshot;
        if (state !== 'connected') {
            return state ? this.variant : 'hidden';
        }
        const isAwaited = stage === 'done' || this.template?.activeElement;
        return isAwaited && this.healthy === 'hidden' ? 'line' : this.healthy;
    }

    get isShown(): boolean {
        return this.look !== 'hidden';
    }

    get isSigningIn(): boolean {
        return this.snapshot.stage === 'open';
    }

    /** Milliseconds since 1970, the form that the base component takes; false or not a number when nothing is to end. */
    get endsAt(): number | false {
        const { snapshot } = this;
        return snapshot.state === 'expiring' && Date.parse(snapshot.sessionEndsAt ?? '');
    }

    get icon(): string | undefined {
        const { state } = this.snapshot;
        return state && `utility:${ICONS[state]}`;
    }

    get boxClass(): string {
        return `slds-grid ${this.look === 'card' ? 'slds-card slds-p-around_medium' : ''}`;
    }

    /** A line has the sentence and its buttons in one row, which breaks where the page is narrow. */
    get bodyClass(): string {
        return this.look === 'card' ? '' : 'slds-grid slds-wrap slds-grid_vertical-align-end';
    }

    /** What has the focus may be about to go: a keyboard user goes on at the sentence, which stays. */
    focusMessage(): void {
        this.template?.querySelector('p')?.focus();
    }

    /** Says that the answer takes a moment. */
    wait(): void {
        this.focusMessage();
        this.snapshot = { ...this.snapshot, message: checking };
    }

    handleAction(): void {
        if (this.snapshot.kickoffUrl) {
            this.isPressed = true;
            this.store.signIn();
        } else {
            this.wait();
            void this.store.check().then(() => {
                // the server could not renew the session without the user
                if (this.endsAt && this.snapshot.kickoffUrl) {
                    this.handleAction();
                }
            });
        }
    }

    handleKeepAccount(): void {
        this.wait();
        void this.store.keepAccount();
    }

    handleCancel(): void {
        this.store.cancel();
    }

    handleCheck(): void {
        this.wait();
        void this.store.check();
    }
}
