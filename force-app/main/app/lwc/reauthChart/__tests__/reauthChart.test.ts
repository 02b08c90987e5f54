import { createElement } from 'lwc';
import ReauthChart from 'c/reauthChart';
import type { Day } from '@salesforce/apex/ReauthAdminController.getOverview';

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

const heights = (root: ShadowRoot): (string | null)[] =>
    [...root.querySelectorAll('rect')].map((bar) => bar.getAttribute('height'));

describe('c-reauth-chart', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('draws three bars for each day, the highest over the full height', async () => {
        const root = await mount(DAYS);
        expect(heights(root)).toEqual(['100', '25', '0', '0', '50', '75']);
        const places = [...root.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('x')));
        expect(places).toEqual([...places].sort((one, other) => one - other));
        expect(new Set(places).size).toBe(6);
    });

    it('says the same as a table', async () => {
        const root = await mount(DAYS);
        const rows = [...root.querySelectorAll('tbody tr')].map((row) =>
            [...row.children].map((cell) => cell.textContent)
        );
        expect(rows).toEqual([
            ['2026-01-01', '4', '1', '0'],
            ['2026-01-02', '0', '2', '3']
        ]);
        await expect(root.host).toBeAccessible();
    });

    it('is flat when nothing happened', async () => {
        const root = await mount([{ day: '2026-01-01', losses: 0, signIns: 0, refreshFailures: 0 }]);
        expect(heights(root)).toEqual(['0', '0', '0']);
        await expect(root.host).toBeAccessible();
    });
});
