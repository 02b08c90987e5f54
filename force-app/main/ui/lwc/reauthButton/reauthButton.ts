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

/** Each look has a surface of its own, since the links of some themes are hard to read on the grey of a page. */
const BOXES = {
    hidden: 'slds-assistive-text',
    line: 'slds-grid slds-theme_default slds-p-around_x-small',
    card: 'slds-grid slds-card slds-p-around_medium'
};

/** Shows how one connection is doing and, when the user has to act, the button for it. The same on every surface. */
export default class ReauthButton extends LightningElement {
    /** Developer name of the Reauth_Connection record; nothing is shown before there is one. */
    @api
    get connection(): string {
        return this.name;
    }
    set connection(name: string) {
        this.disconnectedCallback();
        this.name = name;
        if (this.isConnected) {
            this.connectedCallback();
        }
    }
    /** What to show while all is well. */
    @api healthy: 'hidden' | 'line' | 'card' = 'hidden';
    /** What to show when the user has to act. */
    @api variant: 'card' | 'line' = 'card';

    readonly labels = { cancel, checkNow, keepAccount, openLink };

    /** Empty before the first answer. */
    snapshot: Partial<Snapshot> = {};
    /** What is left to see of a connection that works, where nothing is to be seen of it in the long run. */
    trace?: 'line' | 'hidden' | '' | false;

    // declared only: no template shows these, so the engine need not notice their changes
    declare name: string;
    declare store: ConnectionStore;
    declare stopWatching?: () => void;

    connectedCallback(): void {
        this.snapshot = {};
        if (this.name) {
            this.store = connectionStore(this.name);
            this.stopWatching = this.store.watch((snapshot) => {
                const { message } = this.snapshot;
                const isNews = message && message !== snapshot.message;
                if (isNews && this.focused) {
                    this.focusMessage();
                }
                this.snapshot = snapshot;
                // what was said before must not go without a word to those who cannot see it go
                this.trace = this.focused ? 'line' : isNews && 'hidden';
            });
        }
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    /** What the user has pressed here has led to an account; surfaces add what they have besides an event. */
    celebrate({ connection, state }: Snapshot): void {
        this.trace = 'line';
        this.dispatchEvent(new CustomEvent('reauthenticated', { detail: { connection, state } }));
    }

    get look(): keyof typeof BOXES | '' | false | undefined {
        const { state } = this.snapshot;
        if (state !== 'connected') {
            return state && this.variant;
        }
        return this.healthy === 'hidden' ? this.trace : this.healthy;
    }

    get focused(): Element | null | undefined {
        return this.template?.activeElement;
    }

    get isSigningIn(): boolean {
        return this.snapshot.stage === 'open';
    }

    /** Milliseconds since 1970, the form that the base component takes; false or not a number when nothing is to end. */
    get endsAt(): number | false {
        const { snapshot } = this;
        return snapshot.state === 'expiring' && !snapshot.stage && Date.parse(snapshot.sessionEndsAt ?? '');
    }

    get icon(): string {
        return `utility:${ICONS[this.snapshot.state as Snapshot['state']]}`;
    }

    get boxClass(): string | undefined {
        return BOXES[this.look as keyof typeof BOXES];
    }

    /** A line has the sentence and its buttons in one row, which breaks where the page is narrow. */
    get bodyClass(): string {
        return this.look === 'card' ? '' : 'slds-grid slds-wrap slds-grid_vertical-align-end';
    }

    /** What has the focus may be about to go: a keyboard user goes on at the sentence, which stays. */
    focusMessage(): void {
        this.template?.querySelector('p')?.focus();
    }

    /** Has the server answer a press, and says that this takes a moment. */
    ask(question: 'check' | 'keepAccount'): void {
        const { endsAt } = this;
        this.focusMessage();
        this.snapshot = { ...this.snapshot, message: checking };
        void this.store[question](this.celebrate.bind(this)).then(() => {
            // the server could not renew the session without the user
            if (endsAt && this.endsAt && this.snapshot.kickoffUrl) {
                this.handleAction();
            }
        });
    }

    handleBlur(): void {
        if (!this.focused) {
            this.trace = '';
        }
    }

    /** Leads on: to the sign-in or, without a link to it or while it is under way, to a look. */
    handleAction(): void {
        if (this.snapshot.kickoffUrl && !this.isSigningIn) {
            this.store.signIn(this.celebrate.bind(this));
        } else {
            this.ask('check');
        }
    }

    handleKeepAccount(): void {
        this.ask('keepAccount');
    }

    handleCancel(): void {
        this.store.cancel();
    }
}
