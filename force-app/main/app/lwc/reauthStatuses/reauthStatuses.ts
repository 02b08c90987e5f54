import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { confirmed } from 'c/reauthConfirm';
import askToDisconnect from '@salesforce/apex/ReauthAdminController.askToDisconnect';
import getState from '@salesforce/apex/ReauthController.getState';
import getStatuses, { type StatusPage } from '@salesforce/apex/ReauthAdminController.getStatuses';
import type { Choice } from '@salesforce/apex/ReauthAdminController.getOverview';
import notifyUser from '@salesforce/apex/ReauthAdminController.notifyUser';
import actionFailed from '@salesforce/label/c.Reauth_Overview_Action_Failed';
import allConnections from '@salesforce/label/c.Reauth_Overview_All_Connections';
import allStates from '@salesforce/label/c.Reauth_Overview_All_States';
import connection from '@salesforce/label/c.Reauth_Overview_Connection';
import disconnectNoted from '@salesforce/label/c.Reauth_Overview_Disconnect_Noted';
import disconnectQuestion from '@salesforce/label/c.Reauth_Overview_Disconnect_Question';
import disconnectTitle from '@salesforce/label/c.Reauth_Overview_Disconnect_User';
import failed from '@salesforce/label/c.Reauth_Overview_Failed';
import next from '@salesforce/label/c.Reauth_Overview_Next';
import noneFound from '@salesforce/label/c.Reauth_Overview_None_Found';
import notified from '@salesforce/label/c.Reauth_Overview_Notified';
import notNotified from '@salesforce/label/c.Reauth_Overview_Not_Notified';
import previous from '@salesforce/label/c.Reauth_Overview_Previous';
import range from '@salesforce/label/c.Reauth_Overview_Range';
import search from '@salesforce/label/c.Reauth_Overview_Search';
import state from '@salesforce/label/c.Reauth_Overview_State';
import { COLUMNS, tableRow, type RowAction, type TableRow } from './table';

/** Puts texts into the places of a sentence. */
function fill(sentence: string, ...texts: readonly (string | number)[]): string {
    return texts.reduce<string>(
        (filled, text, at) => filled.replaceAll('{' + String(at) + '}', () => String(text)),
        sentence
    );
}

/** What an administrator is told about an action. */
interface Outcome {
    readonly message: string;
    readonly isGood: boolean;
}

/** The statuses of all users. The server filters, sorts and pages, so that the browser never holds more than it shows. */
export default class ReauthStatuses extends LightningElement {
    @api connections: readonly Choice[] = [];
    @api states: readonly Choice[] = [];

    readonly labels = { connection, next, noneFound, previous, search, state };
    readonly columns = COLUMNS;

    connection = '';
    state = '';
    text = '';
    sortedBy = 'since';
    sortedDirection: 'asc' | 'desc' = 'desc';
    offset = 0;
    /** What the server answered last. */
    found?: StatusPage;
    failure?: string;
    /** Questions to the server so far: an answer to an earlier one than the last comes too late. */
    asked = 0;

    connectedCallback(): void {
        void this.load();
    }

    get connectionOptions(): Choice[] {
        return [{ value: '', label: allConnections }, ...this.connections];
    }

    get stateOptions(): Choice[] {
        return [{ value: '', label: allStates }, ...this.states];
    }

    get rows(): TableRow[] {
        return (this.found?.rows ?? []).map(tableRow);
    }

    get isEmpty(): boolean {
        return this.found?.rows.length === 0;
    }

    get range(): string {
        const { rows = [], total = 0 } = this.found ?? {};
        return rows.length ? fill(range, this.offset + 1, this.offset + rows.length, total) : '';
    }

    get isFirst(): boolean {
        return this.offset === 0;
    }

    get isPaged(): boolean {
        return !this.isFirst || !this.isLast;
    }

    get isLast(): boolean {
        return !this.found?.hasNext;
    }

    /** Asks the server again, for the same page. */
    @api
    async load(): Promise<void> {
        const { connection: chosen, state: chosenState, text, sortedBy, sortedDirection, offset } = this;
        const asked = ++this.asked;
        const found = await getStatuses({
            connection: chosen,
            state: chosenState,
            text,
            sortedBy,
            direction: sortedDirection,
            offset
        }).catch(() => undefined);
        if (asked === this.asked) {
            this.found = found ?? this.found;
            this.failure = found ? undefined : failed;
        }
    }

    loadFrom(offset: number): void {
        this.offset = offset;
        void this.load();
    }

    handleFilter({ target }: Event): void {
        const { name, value } = target as HTMLElement & { name: 'connection' | 'state' | 'text'; value: string };
        this[name] = value;
        if (name === 'connection') {
            this.dispatchEvent(new CustomEvent('connectionchange', { detail: value }));
        }
        this.loadFrom(0);
    }

    handleSort({ detail }: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
        this.sortedBy = detail.fieldName;
        this.sortedDirection = detail.sortDirection;
        this.loadFrom(0);
    }

    handlePrevious(): void {
        this.loadFrom(Math.max(0, this.offset - (this.found?.size ?? 0)));
    }

    handleNext(): void {
        this.loadFrom(this.offset + (this.found?.size ?? 0));
    }

    async handleRowAction({ detail }: CustomEvent<{ action: { name: RowAction }; row: TableRow }>): Promise<void> {
        const { action, row } = detail;
        try {
            const outcome = await this.actions[action.name](row);
            if (outcome) {
                this.tell(outcome.message, outcome.isGood ? 'success' : 'warning');
                this.dispatchEvent(new CustomEvent('change'));
            }
        } catch {
            this.tell(actionFailed, 'warning');
        }
        await this.load();
    }

    /** Each answers what to tell the administrator; nothing when nothing was done. */
    readonly actions: Record<RowAction, (row: TableRow) => Promise<Outcome | undefined>> = {
        check: async ({ connection: name }) => {
            const answer = await getState({ connection: name, returnPath: '', live: true });
            return { message: answer.message, isGood: answer.state === 'connected' || answer.state === 'expiring' };
        },
        notify: async ({ id, user }) => {
            const isGood = await notifyUser({ status: id });
            return { message: fill(isGood ? notified : notNotified, user), isGood };
        },
        disconnect: async ({ id, user, connectionLabel }) => {
            const question = fill(disconnectQuestion, user, connectionLabel);
            if (!(await confirmed(disconnectTitle, question))) {
                return undefined;
            }
            if (!(await askToDisconnect({ status: id }))) {
                throw new Error('not noted');
            }
            return { message: fill(disconnectNoted, user, connectionLabel), isGood: true };
        }
    };

    tell(message: string, variant: 'success' | 'warning'): void {
        this.dispatchEvent(new ShowToastEvent({ message, variant }));
    }
}
