import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { confirmed } from 'c/reauthConfirm';
import { connectionStore } from 'c/reauthStore';
import disconnect from '@salesforce/apex/ReauthConnectionsController.disconnect';
import getConnections, { type MyConnection } from '@salesforce/apex/ReauthConnectionsController.getConnections';
import revoke from '@salesforce/apex/ReauthConnectionsController.revoke';
import account from '@salesforce/label/c.Reauth_My_Account';
import disconnectLabel from '@salesforce/label/c.Reauth_Disconnect';
import disconnected from '@salesforce/label/c.Reauth_Disconnected';
import disconnectFailed from '@salesforce/label/c.Reauth_Disconnect_Failed';
import empty from '@salesforce/label/c.Reauth_My_Empty';
import failed from '@salesforce/label/c.Reauth_My_Failed';
import lastSuccess from '@salesforce/label/c.Reauth_My_Last_Success';
import loading from '@salesforce/label/c.Reauth_Loading';
import menu from '@salesforce/label/c.Reauth_My_Menu';
import notTold from '@salesforce/label/c.Reauth_Disconnected_Not_Told';
import question from '@salesforce/label/c.Reauth_Disconnect_Question';
import questionTitle from '@salesforce/label/c.Reauth_Disconnect_Title';
import title from '@salesforce/label/c.Reauth_My_Title';

interface Card extends MyConnection {
    readonly menuName: string;
}

const about = (sentence: string, service: string): string => sentence.replaceAll('{0}', () => service);

/** Every connection of the user, with its button and the way out. Notifications lead here. */
export default class ReauthConnections extends LightningElement {
    readonly labels = { account, disconnect: disconnectLabel, empty, lastSuccess, loading, title };

    connections?: readonly MyConnection[];
    failure?: string;
    /** The connection that the address asks for: it comes first. */
    wanted?: string;
    isToBeFocused = false;

    @wire(CurrentPageReference)
    handlePage(page: PageReference | undefined): void {
        this.wanted = page?.state?.c__connection;
        this.isToBeFocused = !!this.wanted;
    }

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        const heading = this.isToBeFocused ? this.template?.querySelector('h2') : undefined;
        if (heading?.dataset.connection === this.wanted) {
            this.isToBeFocused = false;
            heading?.focus();
        }
    }

    get isLoading(): boolean {
        return !this.connections;
    }

    get isEmpty(): boolean {
        return this.connections?.length === 0;
    }

    get cards(): Card[] {
        const isWanted = ({ connection }: MyConnection): boolean => connection === this.wanted;
        const all = this.connections ?? [];
        return [...all.filter(isWanted), ...all.filter((one) => !isWanted(one))].map((one) => ({
            ...one,
            menuName: about(menu, one.label)
        }));
    }

    async load(): Promise<void> {
        try {
            this.connections = await getConnections();
        } catch {
            this.failure = failed;
        }
    }

    handleSignIn(): void {
        void this.load();
    }

    async handleMenu({ currentTarget }: Event): Promise<void> {
        const { connection } = (currentTarget as HTMLElement).dataset;
        const { label } = this.connections?.find((one) => one.connection === connection) ?? {};
        if (connection && label && (await confirmed(about(questionTitle, label), about(question, label)))) {
            await this.disconnect(connection, label);
        }
    }

    async disconnect(connection: string, label: string): Promise<void> {
        const isTold = await revoke({ connection }).catch(() => false);
        const isGone = await disconnect({ connection }).catch(() => false);
        const message = about(isGone ? (isTold ? disconnected : notTold) : disconnectFailed, label);
        this.dispatchEvent(new ShowToastEvent({ message, variant: isGone && isTold ? 'success' : 'warning' }));
        await Promise.all([connectionStore(connection).check(), this.load()]);
    }
}
