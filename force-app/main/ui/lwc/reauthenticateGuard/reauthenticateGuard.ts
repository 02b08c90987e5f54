import { LightningElement, api } from 'lwc';
import { connectionStore, needsSignIn, type Snapshot } from 'c/reauthStore';

/**
 * Put around a component that needs a connection: shows it when the connection works, and the button when not. Slots:
 * the component itself; `loading` while nothing is known yet; `disconnected`, words of its own above the button.
 */
export default class ReauthenticateGuard extends LightningElement {
    snapshot?: Snapshot;
    /** Once shown, the component stays: what the user has typed there must not go when the sign-in ends. */
    hasWorked = false;
    isHidden = false;

    // declared only: no template shows these, so the engine need not notice their changes
    declare stopWatching?: () => void;
    /** Whether the user is at work in the component. */
    declare isInUse?: boolean;

    name = '';

    /** Developer name of the Reauth_Connection record. */
    @api
    get connection(): string {
        return this.name;
    }

    set connection(name: string) {
        this.name = name;
        if (this.isConnected) {
            this.watch();
        }
    }

    connectedCallback(): void {
        this.watch();
    }

    disconnectedCallback(): void {
        this.stopWatching?.();
    }

    watch(): void {
        this.stopWatching?.();
        this.snapshot = undefined;
        if (this.name) {
            this.stopWatching = connectionStore(this.name).watch((snapshot) => {
                const isWorking = snapshot.state === 'connected' || snapshot.state === 'expiring';
                this.snapshot = snapshot;
                this.hasWorked ||= isWorking;
                // an outage says nothing about the sign-in, and nobody loses sight of what they are typing
                if (isWorking || (snapshot.state !== 'unavailable' && !this.isInUse)) {
                    this.isHidden = !isWorking;
                }
            });
        }
    }

    get isUnknown(): boolean {
        return !this.snapshot;
    }

    get isSignInMissing(): boolean {
        return !!this.snapshot && needsSignIn(this.snapshot);
    }

    get contentClass(): string {
        return this.isHidden ? 'slds-hide' : '';
    }

    handleEnter(): void {
        this.isInUse = true;
    }

    handleLeave(): void {
        // who goes to another window comes back to the same place
        this.isInUse = !document.hasFocus();
    }

    handleReauthenticated({ detail }: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent('reauthenticated', { detail }));
    }
}
