import { LightningElement, api } from 'lwc';
import type { Day } from '@salesforce/apex/ReauthAdminController.getOverview';
import asTable from '@salesforce/label/c.Reauth_Overview_As_Table';
import day from '@salesforce/label/c.Reauth_Overview_Day';
import losses from '@salesforce/label/c.Reauth_Overview_Losses';
import refreshFailures from '@salesforce/label/c.Reauth_Overview_Refresh_Failures';
import signIns from '@salesforce/label/c.Reauth_Overview_Sign_Ins';
import words from '@salesforce/label/c.Reauth_Overview_Chart';

type Series = Exclude<keyof Day, 'day'>;

interface Bar {
    readonly key: string;
    readonly name: Series;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

const SERIES: readonly { readonly name: Series; readonly label: string }[] = [
    { name: 'losses', label: losses },
    { name: 'signIns', label: signIns },
    { name: 'refreshFailures', label: refreshFailures }
];

const HEIGHT = 100;
/** Room for the bars of one day, and the gap to the next. */
const BAR = 3;
const GAP = 3;
const DAY = SERIES.length * BAR + GAP;

/** What happened on each day: three bars, a sentence that says it, and a table with the numbers. */
export default class ReauthChart extends LightningElement {
    /** The oldest first. */
    @api days: readonly Day[] = [];

    readonly labels = { asTable, day };
    readonly dateFormat = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' };
    readonly series = SERIES.map((one) => ({ ...one, keyClass: `key ${one.name}` }));

    /** What the highest bar stands for. */
    get most(): number {
        return Math.max(1, ...this.days.flatMap((one) => SERIES.map(({ name }) => one[name])));
    }

    get viewBox(): string {
        return [0, 0, this.days.length * DAY, HEIGHT].join(' ');
    }

    get bars(): Bar[] {
        const unit = HEIGHT / this.most;
        return this.days.flatMap((one, place) =>
            SERIES.map(({ name }, at) => ({
                key: `${one.day} ${name}`,
                name,
                x: place * DAY + at * BAR,
                y: HEIGHT - one[name] * unit,
                width: BAR,
                height: one[name] * unit
            }))
        );
    }

    get summary(): string {
        return SERIES.reduce(
            (text, { name }, place) => text.replace('{' + String(place) + '}', String(this.sum(name))),
            words
        );
    }

    get firstDay(): string | undefined {
        return this.days[0]?.day;
    }

    get lastDay(): string | undefined {
        return this.days.at(-1)?.day;
    }

    sum(name: Series): number {
        return this.days.reduce((sum, one) => sum + one[name], 0);
    }
}
