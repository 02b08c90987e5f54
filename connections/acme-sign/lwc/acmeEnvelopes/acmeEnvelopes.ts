import { LightningElement } from 'lwc';
import { connectionStore, describe, isReauthRequired, run } from 'c/reauthClient';
import getEnvelopes from '@salesforce/apex/AcmeEnvelopes.getEnvelopes';
import empty from '@salesforce/label/c.Acme_Sign_Empty';
import loading from '@salesforce/label/c.Acme_Sign_Loading';
import noAccess from '@salesforce/label/c.Acme_Sign_No_Access';
import reload from '@salesforce/label/c.Acme_Sign_Reload';
import signInMissing from '@salesforce/label/c.Acme_Sign_Sign_In_Missing';
import title from '@salesforce/label/c.Acme_Sign_Title';
import type { Envelope } from '@salesforce/apex/AcmeEnvelopes.getEnvelopes';

const CONNECTION = 'Acme_Sign';

/** The user's documents at Acme Sign; fills by itself when the user has signed in. */
export default class AcmeEnvelopes extends LightningElement {
    readonly labels = { empty, loading, reload, signInMissing, title };

    envelopes?: readonly Envelope[];
    isSignInMissing = false;
    failure?: string;
    stopWatching?: () => void;

    connectedCallback(): void {
        // after a cancelled sign-in nothing waits any more, but the user may still sign in later
        this.stopWatching = connectionStore(CONNECTION).watch(({ state }) => {
            if (state === 'connected' && this.failure) {
                void this.load();
            }
        });
        void this.load();
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    get isLoading(): boolean {
        return !this.envelopes && !this.isSignInMissing && !this.failure;
    }

    get isEmpty(): boolean {
        return this.envelopes?.length === 0;
    }

    async load(): Promise<void> {
        this.failure = undefined;
        try {
            this.envelopes = await run(() => getEnvelopes(), {
                connection: CONNECTION,
                replay: true,
                onWaiting: () => {
                    this.isSignInMissing = true;
                }
            });
            this.isSignInMissing = false;
        } catch (error) {
            this.isSignInMissing = isReauthRequired(error);
            const { state, message } = describe(error);
            // the platform's own words name an Apex class, which is nothing to a user; the button says whom to ask
            this.failure = state === 'no-access' ? noAccess : message;
        }
    }

    handleReload(): void {
        void this.load();
    }
}
