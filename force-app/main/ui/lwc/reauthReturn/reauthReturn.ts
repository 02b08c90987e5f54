import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { announceReturn } from 'c/signInWindow';
import confirmSignIn from '@salesforce/apex/ReauthController.confirmSignIn';
import back from '@salesforce/label/c.Reauth_Back';
import close from '@salesforce/label/c.Reauth_Return_Close';
import thanks from '@salesforce/label/c.Reauth_Return_Thanks';

/** A path of this org, without anything that could be read as a host, a scheme or a script, now or once decoded. */
const PATH = /^(\/([\w.~-]|%(?!2f|5c|25|[01]))+)+\/?$/i;

/**
 * Where a sign-in ends: tells the page that started it and closes the window, if the browser allows it. After a sign-in
 * in the only window there is, that page has gone, so this one does its work and leads back to it.
 */
export default class ReauthReturn extends NavigationMixin(LightningElement) {
    readonly labels = { back, close, thanks };

    backPath?: string;

    @wire(CurrentPageReference)
    handlePage(page: PageReference | undefined): void {
        const { c__connection: connection, c__back: path } = page?.state ?? {};
        if (!connection) {
            return;
        }
        announceReturn(connection);
        if (path && PATH.test(path)) {
            void this.confirm(connection, path);
        } else {
            window.close();
        }
    }

    async confirm(connection: string, path: string): Promise<void> {
        try {
            await confirmSignIn({ connection, returnPath: path });
        } catch {
            // the page that the user returns to asks again and shows what is wrong
        }
        this.backPath = path;
        this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: path } }, true);
    }
}
