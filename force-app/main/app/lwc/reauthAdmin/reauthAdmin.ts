import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { describe } from 'c/reauthClient';
import getOverview, { type Overview } from '@salesforce/apex/ReauthAdminController.getOverview';
import startSchedule from '@salesforce/apex/ReauthSchedule.start';
import type ReauthStatuses from 'c/reauthStatuses';
import counts from '@salesforce/label/c.Reauth_Overview_Counts';
import days from '@salesforce/label/c.Reauth_Overview_Days';
import errorLabel from '@salesforce/label/c.Reauth_Overview_Error';
import failed from '@salesforce/label/c.Reauth_Overview_Failed';
import loading from '@salesforce/label/c.Reauth_Loading';
import noCounts from '@salesforce/label/c.Reauth_Overview_No_Counts';
import noProblems from '@salesforce/label/c.Reauth_Overview_No_Problems';
import notScheduled from '@salesforce/label/c.Reauth_Overview_Not_Scheduled';
import problems from '@salesforce/label/c.Reauth_Overview_Problems';
import provider from '@salesforce/label/c.Reauth_Overview_Provider';
import reload from '@salesforce/label/c.Reauth_Overview_Reload';
import schedule from '@salesforce/label/c.Reauth_Overview_Schedule';
import scheduled from '@salesforce/label/c.Reauth_Overview_Scheduled';
import step from '@salesforce/label/c.Reauth_Overview_Step';
import time from '@salesforce/label/c.Reauth_Overview_Time';
import title from '@salesforce/label/c.Reauth_Overview_Title';

/** The menu of a header offers nothing that anybody needs here. */
const PLAIN = { hideDefaultActions: true, wrapText: true };

interface ConnectionCounts {
    readonly connection: string;
    readonly label: string;
    readonly states: readonly { readonly state: string; readonly label: string; readonly users: number }[];
}

/** The sign-ins of all users: how many are in which state, what happened lately, each one, and what went wrong. */
export default class ReauthAdmin extends LightningElement {
    readonly labels = { counts, days, loading, noCounts, noProblems, notScheduled, problems, reload, schedule, title };
    readonly problemColumns = [
        {
            ...PLAIN,
            label: time,
            fieldName: 'Occurred_At__c',
            type: 'date',
            typeAttributes: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
        },
        { ...PLAIN, label: provider, fieldName: 'Provider__c' },
        { ...PLAIN, label: step, fieldName: 'Step__c' },
        { ...PLAIN, label: errorLabel, fieldName: 'Error_Code__c' }
    ];

    overview?: Overview;
    failure?: string;
    /** What the chart is about: all connections when empty. */
    connection = '';
    /** Questions to the server so far: an answer to an earlier one than the last comes too late. */
    asked = 0;

    connectedCallback(): void {
        void this.load();
    }

    get isLoading(): boolean {
        return !this.overview && !this.failure;
    }

    get isNotScheduled(): boolean {
        return this.overview?.isScheduled === false;
    }

    get connectionCounts(): ConnectionCounts[] {
        const { connections = [], states = [], counts: found = [] } = this.overview ?? {};
        return connections
            .map(({ value: connection, label }) => ({
                connection,
                label,
                states: states.flatMap(({ value: state, label: stateLabel }) =>
                    found
                        .filter((one) => one.connection === connection && one.state === state)
                        .map(({ users }) => ({ state, label: stateLabel, users }))
                )
            }))
            .filter((one) => one.states.length > 0);
    }

    get hasNoCounts(): boolean {
        return this.connectionCounts.length === 0;
    }

    get hasNoProblems(): boolean {
        return this.overview?.failures.length === 0;
    }

    async load(): Promise<void> {
        const asked = ++this.asked;
        const overview = await getOverview({ connection: this.connection }).catch(() => undefined);
        if (asked === this.asked) {
            this.overview = overview ?? this.overview;
            this.failure = overview ? undefined : failed;
        }
    }

    async handleSchedule(): Promise<void> {
        try {
            await startSchedule();
            this.dispatchEvent(new ShowToastEvent({ message: scheduled, variant: 'success' }));
        } catch (error) {
            this.dispatchEvent(new ShowToastEvent({ message: describe(error).message, variant: 'warning' }));
        }
        await this.load();
    }

    handleConnection({ detail }: CustomEvent<string>): void {
        this.connection = detail;
        void this.load();
    }

    handleChange(): void {
        void this.load();
    }

    handleReload(): void {
        void this.load();
        void this.template?.querySelector<HTMLElement & ReauthStatuses>('c-reauth-statuses')?.load();
    }
}
