import { LightningElement, api } from 'lwc';
import copied from '@salesforce/label/c.Reauth_Copied';
import copy from '@salesforce/label/c.Reauth_Copy';
import notCopied from '@salesforce/label/c.Reauth_Not_Copied';
import title from '@salesforce/label/c.Reauth_Technical_Details';

/** Technical words for admins, out of the way until they are asked for. */
export default class ReauthDetail extends LightningElement {
    @api text = '';

    readonly labels = { copy, title };

    notice = '';

    handleCopy(): void {
        this.notice = ''; // the same words twice are announced only if they have gone in between
        navigator.clipboard.writeText(this.text).then(
            () => {
                this.notice = copied;
            },
            () => {
                this.notice = notCopied;
            }
        );
    }
}
