import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { describe } from 'c/reauthClient';
import { confirmed } from 'c/reauthConfirm';
import { connectionStore } from 'c/reauthStore';
import disconnect from '@salesforce/apex/ReauthConnectionsController.disconnect';
import getConnections, { type MyConnection } from '@salesforce/apex/ReauthConnectionsController.getConnections';
import revoke from '@salesforce/apex/ReauthConnectionsController.revoke';
import startKeeping from '@salesforce/apex/ReauthKeepSignedIn.start';
import stopKeeping from '@salesforce/apex/ReauthKeepSignedIn.stop';
import account from '@salesforce/label/c.Reauth_My_Account';
import disconnectLabel from '@salesforce/label/c.Reauth_Disconnect';
import disconnected from '@salesforce/label/c.Reauth_Disconnected';
import disconnectFailed from '@salesforce/label/c.Reauth_Disconnect_Failed';
import empty from '@salesforce/label/c.Reauth_My_Empty';
import failed from '@salesforce/label/c.Reauth_My_Failed';
import keep from '@salesforce/label/c.Reauth_Keep';
import keepBegun from '@salesforce/label/c.Reauth_Keep_Begun';
import keepEnded from '@salesforce/label/c.Reauth_Keep_Ended';
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
    readonly labels = { account, disconnect: disconnectLabel, empty, keep, lastSuccess, loading, title };

    connections?: readonly MyConnection[];
    failure?: string;
    /** The connection that the address asks for: it comes first. */
    wanted?: string;
    isToBeFocused = false;
    /** Questions to the server so far: an answer to an earlier one than the last comes too late. */
    asked = 0;

    @wire(CurrentPageReference)
    handlePage(page: PageReference | undefined): void {
        this.wanted = page?.state?.c__connection;
        this.isToBeFocused = !!this.wanted;
    }

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        const heading = this.isToBeFocused ? this.headingOf(this.wanted) : undefined;
        if (heading) {
            this.isToBeFocused = false;
            heading.focus();
        }
    }

    get isLoading(): boolean {
        return !this.connections && !this.failure;
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
        const asked = ++this.asked;
        const connections = await getConnections().catch(() => undefined);
        if (asked === this.asked) {
            this.connections = connections ?? this.connections;
            this.failure = connections ? undefined : failed;
        }
    }

    handleSignIn(): void {
        void this.load();
    }

    async handleMenu({ currentTarget, detail }: CustomEvent<{ value: 'disconnect' | 'keep' }>): Promise<void> {
        const { connection } = (currentTarget as HTMLElement).dataset;
        const chosen = this.connections?.find((one) => one.connection === connection);
        if (chosen && detail.value === 'keep') {
            await this.toggleKeeping(chosen);
        } else if (chosen && (await confirmed(about(questionTitle, chosen.label), about(question, chosen.label)))) {
            await this.disconnect(chosen);
        }
    }

    async toggleKeeping({ connection, label, isKept }: MyConnection): Promise<void> {
        try {
            await (isKept ? stopKeeping : startKeeping)({ connection });
            this.tell(about(isKept ? keepEnded : keepBegun, label), 'success');
        } catch (error) {
            this.tell(describe(error).message, 'warning');
        }
        await this.load();
    }

    async disconnect({ connection, label, isKept }: MyConnection): Promise<void> {
        const isTold = await revoke({ connection }).catch(() => false);
        const isGone = await disconnect({ connection }).catch(() => false);
        if (isGone && isKept) {
            await stopKeeping({ connection }).catch(() => undefined);
        }
        this.tell(
            about(isGone ? (isTold ? disconnected : notTold) : disconnectFailed, label),
            isGone && isTold ? 'success' : 'warning'
        );
        await Promise.all([connectionStore(connection).check(), this.load()]);
        // the menu that had the focus may be gone
        this.headingOf(connection)?.focus();
    }

    headingOf(connection?: string): HTMLElement | undefined {
        const headings = this.template?.querySelectorAll('h2') ?? [];
        return [...headings].find(({ dataset }) => dataset.connection === connection);
    }

    tell(message: string, variant: 'success' | 'warning'): void {
        this.dispatchEvent(new ShowToastEvent({ message, variant }));
    }
}
