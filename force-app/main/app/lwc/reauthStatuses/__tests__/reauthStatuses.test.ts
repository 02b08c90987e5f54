import { createElement } from 'lwc';
import ReauthStatuses from 'c/reauthStatuses';
import { confirmed } from 'c/reauthConfirm';
import askToDisconnect from '@salesforce/apex/ReauthAdminController.askToDisconnect';
import getStatuses, { type StatusPage, type StatusRow } from '@salesforce/apex/ReauthAdminController.getStatuses';
import notifyUser from '@salesforce/apex/ReauthAdminController.notifyUser';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';
import { COLUMNS } from '../table';
import { ROW } from './row';

jest.mock('c/reauthConfirm', () => ({ confirmed: jest.fn() }));
jest.mock(
    '@salesforce/label/c.Reauth_Overview_Disconnect_Noted',
    () => ({ default: '{0} will be disconnected from {1}.' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Reauth_Overview_Disconnect_Question',
    () => ({ default: '{0} loses {1} when {0} comes back.' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Reauth_Overview_Notified', () => ({ default: '{0} was notified.' }), { virtual: true });
jest.mock('@salesforce/label/c.Reauth_Overview_Range', () => ({ default: '{0} to {1} of {2}' }), { virtual: true });

const calls = {
    askToDisconnect: jest.mocked(askToDisconnect),
    getStatuses: jest.mocked(getStatuses),
    notifyUser: jest.mocked(notifyUser)
};

interface Table extends HTMLElement {
    readonly data: readonly Record<string, unknown>[];
    readonly columns: unknown;
}

function page(rows: readonly StatusRow[], facts: Partial<StatusPage> = {}): StatusPage {
    return { rows, total: rows.length, size: 50, hasNext: false, ...facts };
}

async function mount(answered: StatusPage): Promise<ShadowRoot> {
    calls.getStatuses.mockResolvedValue(answered);
    const element = createElement('c-reauth-statuses', { is: ReauthStatuses });
    Object.assign(element, {
        connections: [{ value: 'Acme_Sign', label: 'Acme Sign' }],
        states: [{ value: 'connected', label: 'Connected' }]
    });
    document.body.appendChild(element);
    await settled();
    return element.shadowRoot!;
}

const table = (root: ShadowRoot): Table => root.querySelector<Table>('lightning-datatable')!;

function choose(root: ShadowRoot, name: string, value: string): Promise<void> {
    const fields = root.querySelectorAll<HTMLElement & { name: string; value: string }>(
        'lightning-combobox, lightning-input'
    );
    const field = [...fields].find((one) => one.name === name)!;
    field.value = value;
    field.dispatchEvent(new CustomEvent(name === 'text' ? 'commit' : 'change', { detail: { value } }));
    return settled();
}

function press(root: ShadowRoot, label: string): Promise<void> {
    const buttons = root.querySelectorAll<HTMLElement & { label: string }>('lightning-button');
    [...buttons].find((button) => button.label === label)!.click();
    return settled();
}

/** Which rows are shown, and where one can go from there. */
const paging = (root: ShadowRoot): string[] => [
    root.querySelector('span[role="status"]')!.textContent,
    ...[...root.querySelectorAll<HTMLElement & { label: string; disabled: boolean }>('lightning-button')]
        .filter(({ disabled }) => !disabled)
        .map(({ label }) => label)
];

/** What the administrator is told about an action on a row. */
async function act(root: ShadowRoot, name: string, row: Partial<StatusRow> = {}): Promise<string[]> {
    const toasts: string[] = [];
    root.host.addEventListener('lightning__showtoast', (event) => {
        const { message, variant } = (event as CustomEvent<{ message: string; variant: string }>).detail;
        toasts.push(`${variant}: ${message}`);
    });
    table(root).dispatchEvent(new CustomEvent('rowaction', { detail: { action: { name }, row: { ...ROW, ...row } } }));
    await settled();
    return toasts;
}

describe('c-reauth-statuses', () => {
    beforeEach(() => {
        jest.mocked(confirmed).mockResolvedValue(true);
        calls.askToDisconnect.mockResolvedValue(true);
        server.getState.mockResolvedValue(answer('connected'));
    });

    afterEach(async () => {
        document.body.replaceChildren();
        await settled();
        jest.resetAllMocks();
    });

    it('shows the newest changes first, in words', async () => {
        const root = await mount(page([ROW, { ...ROW, id: '2', user: null }]));
        expect(calls.getStatuses).toHaveBeenCalledWith({
            connection: '',
            state: '',
            text: '',
            sortedBy: 'since',
            direction: 'desc',
            offset: 0
        });
        const [first, second] = table(root).data;
        expect(first).toMatchObject({ user: 'Erin Okafor' });
        expect(second).toMatchObject({ user: 'c.Reauth_Overview_Whole_Org' });
        expect(table(root).columns).toEqual(COLUMNS);
        await expect(root.host).toBeAccessible();
    });

    it('offers all connections and states, and each of them', async () => {
        const root = await mount(page([ROW]));
        const choices = [...root.querySelectorAll<HTMLElement & { options: unknown }>('lightning-combobox')];
        expect(choices.map(({ options }) => options)).toEqual([
            [
                { value: '', label: 'c.Reauth_Overview_All_Connections' },
                { value: 'Acme_Sign', label: 'Acme Sign' }
            ],
            [
                { value: '', label: 'c.Reauth_Overview_All_States' },
                { value: 'connected', label: 'Connected' }
            ]
        ]);
    });

    it('says so when nothing is found', async () => {
        const root = await mount(page([]));
        expect(root.querySelector('p')!.textContent).toBe('c.Reauth_Overview_None_Found');
        await expect(root.host).toBeAccessible();
    });

    it('says so when the server refuses, and goes on when it answers again', async () => {
        const root = await mount(page([ROW]));
        calls.getStatuses.mockRejectedValueOnce(new Error('no access'));
        await choose(root, 'state', 'connected');
        expect(root.querySelector('p')!.textContent).toBe('c.Reauth_Overview_Failed');
        await expect(root.host).toBeAccessible();
        await choose(root, 'state', '');
        expect(table(root).data).toHaveLength(1);
    });

    it('has the server filter, from the first page on', async () => {
        const root = await mount(page([ROW], { total: 120, hasNext: true }));
        await press(root, 'c.Reauth_Overview_Next');
        await choose(root, 'connection', 'Acme_Sign');
        await choose(root, 'state', 'connected');
        await choose(root, 'text', 'erin');
        expect(calls.getStatuses).toHaveBeenLastCalledWith(
            expect.objectContaining({ connection: 'Acme_Sign', state: 'connected', text: 'erin', offset: 0 })
        );
    });

    it('tells which connection is chosen', async () => {
        const root = await mount(page([ROW]));
        const heard = jest.fn<undefined, [CustomEvent<string>]>();
        root.host.addEventListener('connectionchange', heard as unknown as EventListener);
        await choose(root, 'connection', 'Acme_Sign');
        await choose(root, 'state', 'connected');
        expect(heard.mock.calls.map(([{ detail }]) => detail)).toEqual(['Acme_Sign']);
    });

    it('has the server sort', async () => {
        const root = await mount(page([ROW]));
        table(root).dispatchEvent(new CustomEvent('sort', { detail: { fieldName: 'user', sortDirection: 'asc' } }));
        expect(calls.getStatuses).toHaveBeenLastCalledWith(
            expect.objectContaining({ sortedBy: 'user', direction: 'asc' })
        );
    });

    it('goes from page to page', async () => {
        const root = await mount(page([ROW], { total: 120, hasNext: true }));
        expect(paging(root)).toEqual(['1 to 1 of 120', 'c.Reauth_Overview_Next']);
        await press(root, 'c.Reauth_Overview_Next');
        expect(calls.getStatuses).toHaveBeenLastCalledWith(expect.objectContaining({ offset: 50 }));
        expect(paging(root)).toEqual(['51 to 51 of 120', 'c.Reauth_Overview_Previous', 'c.Reauth_Overview_Next']);
        calls.getStatuses.mockResolvedValue(page([ROW, { ...ROW, id: '2' }], { total: 102 }));
        await press(root, 'c.Reauth_Overview_Next');
        expect(paging(root)).toEqual(['101 to 102 of 102', 'c.Reauth_Overview_Previous']);
        await press(root, 'c.Reauth_Overview_Previous');
        expect(calls.getStatuses).toHaveBeenLastCalledWith(expect.objectContaining({ offset: 50 }));
    });

    it('says no range where the page has become empty', async () => {
        const root = await mount(page([ROW], { total: 51, hasNext: true }));
        calls.getStatuses.mockResolvedValue(page([], { total: 50 }));
        await press(root, 'c.Reauth_Overview_Next');
        expect(paging(root)).toEqual(['', 'c.Reauth_Overview_Previous']);
    });

    it('shows the answer to the last question, whichever comes last', async () => {
        const root = await mount(page([ROW]));
        let answerLate: (late: StatusPage) => void = () => undefined;
        calls.getStatuses.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
        await choose(root, 'state', 'connected');
        calls.getStatuses.mockResolvedValue(page([{ ...ROW, user: 'Ada' }]));
        await choose(root, 'state', '');
        answerLate(page([]));
        await settled();
        expect(table(root).data).toMatchObject([{ user: 'Ada' }]);
    });

    it('has no buttons for other pages when there is one', async () => {
        expect((await mount(page([ROW]))).querySelector('lightning-button')).toBeNull();
    });

    it('checks the connection of the administrator, and looks again', async () => {
        const root = await mount(page([ROW]));
        const onChange = jest.fn();
        root.host.addEventListener('change', onChange);
        expect(await act(root, 'check', { isMine: true })).toEqual(['success: Acme Sign is connected.']);
        expect(server.getState).toHaveBeenCalledWith({ connection: 'Acme_Sign', returnPath: '', live: true });
        expect(calls.getStatuses).toHaveBeenCalledTimes(2);
        expect(onChange).toHaveBeenCalledTimes(1);
    });

    it('does not call good what a check finds broken', async () => {
        server.getState.mockResolvedValue(answer('reauthentication-required'));
        expect(await act(await mount(page([ROW])), 'check', { isMine: true })).toEqual([
            'warning: Acme Sign is reauthentication-required.'
        ]);
    });

    it.each([
        [true, 'success: Erin Okafor was notified.'],
        [false, 'warning: c.Reauth_Overview_Not_Notified']
    ])('says whether a user was notified: %s', async (isSent, expected) => {
        calls.notifyUser.mockResolvedValue(isSent);
        expect(await act(await mount(page([ROW])), 'notify')).toEqual([expect.stringContaining(expected)]);
        expect(calls.notifyUser).toHaveBeenCalledWith({ status: ROW.id });
    });

    it('has a user disconnected after a question', async () => {
        const root = await mount(page([ROW]));
        expect(await act(root, 'disconnect')).toEqual(['success: Erin Okafor will be disconnected from Acme Sign.']);
        expect(confirmed).toHaveBeenCalledWith(
            'c.Reauth_Overview_Disconnect_User',
            'Erin Okafor loses Acme Sign when Erin Okafor comes back.'
        );
        expect(calls.askToDisconnect).toHaveBeenCalledWith({ status: ROW.id });
    });

    it('does nothing when the administrator would rather not', async () => {
        jest.mocked(confirmed).mockResolvedValue(false);
        expect(await act(await mount(page([ROW])), 'disconnect')).toEqual([]);
        expect(calls.askToDisconnect).not.toHaveBeenCalled();
    });

    it.each<[string, () => void]>([
        ['refuses', () => calls.askToDisconnect.mockResolvedValue(false)],
        ['fails', () => calls.askToDisconnect.mockRejectedValue(new Error('broken'))]
    ])('says so when the server %s', async (_case, prepare) => {
        prepare();
        expect(await act(await mount(page([ROW])), 'disconnect')).toEqual(['warning: c.Reauth_Overview_Action_Failed']);
    });
});
