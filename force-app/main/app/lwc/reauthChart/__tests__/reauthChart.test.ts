import { createElement } from 'lwc';
import ReauthChart from 'c/reauthChart';
import type { Day } from '@salesforce/apex/ReauthAdminController.getOverview';

jest.mock('@salesforce/label/c.Reauth_Overview_Chart', () => ({ default: 'Ended: {0}. In: {1}. Failed: {2}.' }), {
    virtual: true
});

const DAYS: readonly Day[] = [
    { day: '2026-01-01', losses: 4, signIns: 1, refreshFailures: 0 },
    { day: '2026-01-02', losses: 0, signIns: 2, refreshFailures: 3 }
];

async function mount(days: readonly Day[]): Promise<ShadowRoot> {
    const element = createElement('c-reauth-chart', { is: ReauthChart });
    Object.assign(element, { days });
    document.body.appendChild(element);
    await Promise.resolve();
    return element.shadowRoot!;
}

/** A number of each bar. */
const numbers = (root: ShadowRoot, attribute: 'height' | 'width' | 'x' | 'y'): number[] =>
    [...root.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute(attribute)));

const texts = (root: ShadowRoot, selector: string): string[] =>
    [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

/** A day is the same one wherever the administrator is. */
const written = (place: Element): unknown[] =>
    [
        ...place.querySelectorAll<HTMLElement & { value?: string; timeZone?: string }>('lightning-formatted-date-time')
    ].map(({ value, timeZone }) => [value, timeZone]);

describe('c-reauth-chart', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('draws three bars for each day, the highest over the full height', async () => {
        const root = await mount(DAYS);
        expect(numbers(root, 'height')).toEqual([100, 25, 0, 0, 50, 75]);
        expect(texts(root, 'figure p')[0]).toBe('4');
    });

    it('stands every bar on the ground, side by side with its day and apart from the next', async () => {
        const root = await mount(DAYS);
        expect(numbers(root, 'y')).toEqual([0, 75, 100, 100, 50, 25]);
        expect(numbers(root, 'x')).toEqual([0, 3, 6, 12, 15, 18]);
        expect(numbers(root, 'width')).toEqual([3, 3, 3, 3, 3, 3]);
        expect(root.querySelector('svg')!.getAttribute('viewBox')).toBe('0 0 24 100');
    });

    it('gives the bars of each kind the colour that its name has', async () => {
        const root = await mount(DAYS.slice(0, 1));
        const kinds = ['losses', 'signIns', 'refreshFailures'];
        expect([...root.querySelectorAll('rect')].map((bar) => bar.getAttribute('class'))).toEqual(kinds);
        expect([...root.querySelectorAll('li span')].map(({ className }) => className)).toEqual(
            kinds.map((kind) => `key ${kind}`)
        );
        const names = ['c.Reauth_Overview_Losses', 'c.Reauth_Overview_Sign_Ins', 'c.Reauth_Overview_Refresh_Failures'];
        expect(texts(root, 'li')).toEqual(names);
        expect(texts(root, 'thead th')).toEqual(['c.Reauth_Overview_Day', ...names]);
    });

    it('says the sums in a sentence, and which days they are of', async () => {
        const root = await mount([...DAYS, { day: '2026-01-03', losses: 1, signIns: 0, refreshFailures: 0 }]);
        expect(root.querySelector('svg')!.getAttribute('aria-label')).toBe('Ended: 5. In: 3. Failed: 3.');
        expect(written(root.querySelector('figure')!)).toEqual([
            ['2026-01-01', 'UTC'],
            ['2026-01-03', 'UTC']
        ]);
    });

    it('says the same as a table', async () => {
        const root = await mount(DAYS);
        const rows = [...root.querySelectorAll('tbody tr')].map((row) => [
            ...written(row),
            ...[...row.querySelectorAll('td')].map((cell) => cell.textContent)
        ]);
        expect(rows).toEqual([
            [['2026-01-01', 'UTC'], '4', '1', '0'],
            [['2026-01-02', 'UTC'], '0', '2', '3']
        ]);
        await expect(root.host).toBeAccessible();
    });

    it('is flat when nothing happened', async () => {
        const root = await mount([{ day: '2026-01-01', losses: 0, signIns: 0, refreshFailures: 0 }]);
        expect(numbers(root, 'height')).toEqual([0, 0, 0]);
        await expect(root.host).toBeAccessible();
    });

    it('is empty without a day', async () => {
        const root = await mount([]);
        expect(root.querySelector('rect')).toBeNull();
        expect(texts(root, 'figure p')[1]).toBe('');
    });
});
