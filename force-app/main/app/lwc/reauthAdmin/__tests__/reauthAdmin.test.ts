import { createElement } from 'lwc';
import ReauthAdmin from 'c/reauthAdmin';
import getOverview, { type Overview } from '@salesforce/apex/ReauthAdminController.getOverview';
import getStatuses from '@salesforce/apex/ReauthAdminController.getStatuses';
import startSchedule from '@salesforce/apex/ReauthSchedule.start';
import { settled } from '../../../../../test/jest-mocks/page';

const calls = {
    getOverview: jest.mocked(getOverview),
    getStatuses: jest.mocked(getStatuses),
    startSchedule: jest.mocked(startSchedule)
};

const FAILURE: Record<string, string> = {
    Id: 'a01000000000001',
    Occurred_At__c: '2026-01-02T03:04:05.000Z',
    Provider__c: 'Acme_Auth',
    Step__c: 'refresh',
    Error_Code__c: 'invalid_grant'
};

const OVERVIEW: Overview = {
    connections: [
        { value: 'Acme_Sign', label: 'Acme Sign' },
        { value: 'Unused', label: 'Unused' }
    ],
    states: [
        { value: 'connected', label: 'Connected' },
        { value: 'no-access', label: 'No access' }
    ],
    counts: [
        { connection: 'Acme_Sign', state: 'connected', users: 12 },
        { connection: 'Removed', state: 'connected', users: 1 }
    ],
    days: [{ day: '2026-01-01', losses: 1, signIns: 2, refreshFailures: 0 }],
    isScheduled: true,
    failures: [FAILURE]
};

async function mount(facts: Partial<Overview> = {}): Promise<ShadowRoot> {
    calls.getOverview.mockResolvedValue({ ...OVERVIEW, ...facts });
    const element = createElement('c-reauth-admin', { is: ReauthAdmin });
    document.body.appendChild(element);
    await settled();
    return element.shadowRoot!;
}

const texts = (root: ShadowRoot, selector: string): string[] =>
    [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

interface Table extends HTMLElement {
    readonly columns: readonly { readonly label: string; readonly fieldName: string }[];
}

const table = (root: ShadowRoot): Table => root.querySelector<Table>('lightning-datatable')!;

const scheduleButton = (root: ShadowRoot): HTMLElement | null => root.querySelector('lightning-button');

describe('c-reauth-admin', () => {
    beforeEach(() => {
        calls.getStatuses.mockResolvedValue({ rows: [], total: 0, size: 50, hasNext: false });
    });

    afterEach(async () => {
        document.body.replaceChildren();
        await settled();
        jest.resetAllMocks();
    });

    it('counts users by connection and state, and leaves out what nobody uses', async () => {
        const root = await mount();
        expect(calls.getOverview).toHaveBeenCalledWith({ connection: '' });
        expect(texts(root, 'dt')).toEqual(['Acme Sign']);
        expect(texts(root, 'dd')).toEqual(['Connected12']);
        await expect(root.host).toBeAccessible();
    });

    it('hands the days to the chart and the choices to the table', async () => {
        const root = await mount();
        expect(root.querySelector('c-reauth-chart')).toMatchObject({ days: OVERVIEW.days });
        expect(root.querySelector('c-reauth-statuses')).toMatchObject({ connections: OVERVIEW.connections });
        expect(root.querySelector('lightning-datatable')).toMatchObject({ data: OVERVIEW.failures });
    });

    it('says of each problem when it was, where, at which step, and what the service answered', async () => {
        const { columns } = table(await mount());
        expect(columns.map(({ label, fieldName }) => [label, FAILURE[fieldName]])).toEqual([
            ['c.Reauth_Overview_Time', '2026-01-02T03:04:05.000Z'],
            ['c.Reauth_Overview_Provider', 'Acme_Auth'],
            ['c.Reauth_Overview_Step', 'refresh'],
            ['c.Reauth_Overview_Error', 'invalid_grant']
        ]);
        expect(columns[0]).toMatchObject({
            type: 'date',
            typeAttributes: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
        });
    });

    it('shows long words whole, and no menu in a header', async () => {
        for (const column of table(await mount()).columns) {
            expect(column).toMatchObject({ wrapText: true, hideDefaultActions: true });
        }
    });

    it('says so where there is nothing', async () => {
        const root = await mount({ counts: [], failures: [] });
        expect(texts(root, 'p')).toEqual(['c.Reauth_Overview_No_Counts', 'c.Reauth_Overview_No_Problems']);
        await expect(root.host).toBeAccessible();
    });

    it('says so when the administrator lacks a permission', async () => {
        calls.getOverview.mockRejectedValue(new Error('no access'));
        const element = createElement('c-reauth-admin', { is: ReauthAdmin });
        document.body.appendChild(element);
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await settled();
        expect(texts(element.shadowRoot!, 'p')).toEqual(['c.Reauth_Overview_Failed']);
        await expect(element).toBeAccessible();
    });

    it('keeps all that it shows when it cannot be loaded again, and says so until it can', async () => {
        const root = await mount();
        const statuses = root.querySelector('c-reauth-statuses')!;
        calls.getOverview.mockRejectedValueOnce(new Error('broken'));
        statuses.dispatchEvent(new CustomEvent('connectionchange', { detail: 'Acme_Sign' }));
        await settled();
        expect(texts(root, 'p')).toEqual(['c.Reauth_Overview_Failed']);
        await expect(root.host).toBeAccessible();
        root.querySelector<HTMLElement>('lightning-button-icon')!.click();
        await settled();
        expect(texts(root, 'p')).toEqual([]);
        expect(calls.getOverview).toHaveBeenLastCalledWith({ connection: 'Acme_Sign' });
        expect(root.querySelector('c-reauth-statuses')).toBe(statuses);
    });

    it('draws the chart of the chosen connection', async () => {
        const root = await mount();
        root.querySelector('c-reauth-statuses')!.dispatchEvent(
            new CustomEvent('connectionchange', { detail: 'Acme_Sign' })
        );
        expect(calls.getOverview).toHaveBeenLastCalledWith({ connection: 'Acme_Sign' });
    });

    it('keeps to the connection chosen last, whichever answer comes last', async () => {
        const root = await mount();
        const choose = (detail: string): boolean =>
            root.querySelector('c-reauth-statuses')!.dispatchEvent(new CustomEvent('connectionchange', { detail }));
        let refuseLate: (error: Error) => void = () => undefined;
        calls.getOverview.mockReturnValueOnce(new Promise((_resolve, reject) => (refuseLate = reject)));
        choose('Acme_Sign');
        const days = [{ day: '2026-01-02', losses: 5, signIns: 0, refreshFailures: 0 }];
        calls.getOverview.mockResolvedValue({ ...OVERVIEW, days });
        choose('Unused');
        await settled();
        refuseLate(new Error('broken'));
        await settled();
        expect(root.querySelector('c-reauth-chart')).toMatchObject({ days });
    });

    it('looks again after an action on a row, and when asked to', async () => {
        const root = await mount();
        root.querySelector('c-reauth-statuses')!.dispatchEvent(new CustomEvent('change'));
        expect(calls.getOverview).toHaveBeenCalledTimes(2);
        root.querySelector<HTMLElement>('lightning-button-icon')!.click();
        await settled();
        expect(calls.getOverview).toHaveBeenCalledTimes(3);
        expect(calls.getStatuses).toHaveBeenCalledTimes(2);
    });

    describe('background work', () => {
        async function schedule(root: ShadowRoot): Promise<string[]> {
            const toasts: string[] = [];
            root.host.addEventListener('lightning__showtoast', (event) => {
                const { message, variant } = (event as CustomEvent<{ message: string; variant: string }>).detail;
                toasts.push(`${variant}: ${message}`);
            });
            scheduleButton(root)!.click();
            await settled();
            return toasts;
        }

        it('needs no word while it is scheduled', async () => {
            expect(scheduleButton(await mount())).toBeNull();
        });

        it('is scheduled with one press', async () => {
            const root = await mount({ isScheduled: false });
            await expect(root.host).toBeAccessible();
            calls.getOverview.mockResolvedValue(OVERVIEW);
            expect(await schedule(root)).toEqual(['success: c.Reauth_Overview_Scheduled']);
            expect(scheduleButton(root)).toBeNull();
        });

        it('says why it cannot be scheduled', async () => {
            calls.startSchedule.mockRejectedValue({ body: { message: 'You need another permission set.' } });
            const root = await mount({ isScheduled: false });
            expect(await schedule(root)).toEqual(['warning: You need another permission set.']);
        });
    });
});
