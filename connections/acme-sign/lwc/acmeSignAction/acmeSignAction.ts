import { LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { RefreshEvent } from 'lightning/refresh';
import title from '@salesforce/label/c.Acme_Sign_Action_Title';

/** A record's quick action for the sign-in to Acme Sign: closes when the connection works, and refreshes the record. */
export default class AcmeSignAction extends LightningElement {
    readonly labels = { title };

    handleReauthenticated({ detail }: CustomEvent<{ readonly state: string }>): void {
        if (detail.state === 'wrong-account') {
            return; // the user has yet to say which account it shall be
        }
        this.dispatchEvent(new RefreshEvent());
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
