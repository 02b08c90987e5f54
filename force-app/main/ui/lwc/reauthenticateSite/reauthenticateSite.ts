import { api } from 'lwc';
import basePath from '@salesforce/community/basePath';
import ReauthButton from 'c/reauthButton';
import { landAt } from 'c/signInWindow';

// As soon as the module is there, before a component higher on the page asks. The documentation gives the path of the
// site without its leading slash, others report it with one.
landAt(`/${basePath}/reauth-return`.replace(/^\/+/, '/'));

/** The button on pages of an Experience Cloud site, which needs a page of the address `reauth-return`. */
export default class ReauthenticateSite extends ReauthButton {
    // Experience Builder offers only properties that the component itself declares
    @api
    override get connection(): string {
        return super.connection;
    }
    override set connection(name: string) {
        super.connection = name;
    }
    @api healthy: ReauthButton['healthy'] = 'hidden';
    @api variant: ReauthButton['variant'] = 'card';
}
