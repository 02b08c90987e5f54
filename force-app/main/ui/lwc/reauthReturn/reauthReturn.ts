import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { announceReturn } from 'c/signInWindow';
import confirmSignIn from '@salesforce/apex/ReauthController.confirmSignIn';
import back from '@salesforce/label/c.Reauth_Back';
import close from '@salesforce/label/c.Reauth_Return_Close';
import thanks from '@salesforce/label/c.Reauth_Return_Thanks';

/** The part of an address after its host, in a form that cannot name another host. */
function pathOf(address: string): string {
    const { pathname, search, hash } = new URL(address);
    return pathname.replace(/^\/+/, '/') + search + hash;
}

/**
 * Where a sign-in ends: tells the page that started it and closes the window, if the browser allows it. After a sign-in
 * in the tab of that page it has gone, so this one does its work and leads back to it.
 */
export default class ReauthReturn extends NavigationMixin(LightningElement) {
    readonly labels = { back, close, thanks };

    /** Of the page on which the sign-in started, if that was in this tab. */
    backPath?: string;

    @wire(CurrentPageReference)
    handlePage(page: PageReference | undefined): void {
        const connection = page?.state?.c__connection;
        // the platform may give the same page again, when the start has been taken already
        if (!connection || this.backPath) {
            return;
        }
        const start = announceReturn(connection);
        if (start) {
            this.backPath = pathOf(start);
            void this.goBack(connection, this.backPath);
        } else {
            window.close();
        }
    }

    async goBack(connection: string, url: string): Promise<void> {
        try {
            await confirmSignIn({ connection, returnPath: '' });
        } catch {
            // the page that the user returns to asks again and shows what is wrong
        }
        this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } }, true);
    }
}
