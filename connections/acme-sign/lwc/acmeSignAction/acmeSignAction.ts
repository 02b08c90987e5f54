import { LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { RefreshEvent } from 'lightning/refresh';
import title from '@salesforce/label/c.Acme_Sign_Action_Title';

/** A record's quick action for the sign-in to Acme Sign: closes when the user has signed in, and refreshes the record. */
export default class AcmeSignAction extends LightningElement {
    readonly labels = { title };

    handleReauthenticated(): void {
        this.dispatchEvent(new RefreshEvent());
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
