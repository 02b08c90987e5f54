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
        this.stopWatching?.();
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
            const { state, reason, message } = describe(error);
            const hasButton = reason !== 'no_button' && reason !== 'page_left';
            this.isSignInMissing = hasButton && isReauthRequired(error);
            // the platform's own words name an Apex class, which is nothing to a user; the button says whom to ask
            this.failure = state === 'no-access' ? noAccess : message;
            if (hasButton && this.isConnected) {
                this.watch();
            }
        }
    }

    /**
     * Loads again when the connection comes to work: after a cancelled sign-in nothing waits any more, but the user may
     * still sign in later. Not before a failure, since calls take whoever watches for a button that they can wait for.
     */
    watch(): void {
        let works = true;
        this.stopWatching?.();
        this.stopWatching = connectionStore(CONNECTION).watch(({ state }) => {
            const worked = works;
            works = state === 'connected' || state === 'expiring';
            if (works && !worked) {
                void this.load();
            }
        });
    }

    handleReload(): void {
        void this.load();
    }
}
