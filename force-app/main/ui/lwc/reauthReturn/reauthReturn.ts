import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { announceReturn } from 'c/signInWindow';
import close from '@salesforce/label/c.Reauth_Return_Close';
import thanks from '@salesforce/label/c.Reauth_Return_Thanks';

/** Where a sign-in ends: tells the page that started it and closes the window, if the browser allows it. */
export default class ReauthReturn extends LightningElement {
    readonly labels = { close, thanks };

    @wire(CurrentPageReference)
    handlePage(page: PageReference | undefined): void {
        const connection = page?.state?.c__connection;
        if (connection) {
            announceReturn(connection);
            window.close();
        }
    }
}
