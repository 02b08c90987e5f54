import { COLUMNS, tableRow, type TableRow } from '../table';
import { ROW } from './row';

/** A column as lightning-datatable reads it. */
interface Column {
    readonly label?: string;
    readonly fieldName?: keyof TableRow;
    readonly type?: string;
    readonly sortable?: boolean;
    readonly typeAttributes?: {
        readonly rowActions?: (row: TableRow, show: (choices: readonly { name: string }[]) => void) => void;
    };
}

const columns = COLUMNS as readonly Column[];
const facts = columns.filter(({ fieldName }) => fieldName);

describe('the table of c-reauth-statuses', () => {
    it('says of each sign-in whose it is, of which connection, and how it stands', () => {
        const row = tableRow({ ...ROW, lastSuccess: '2026-01-01T00:00:00.000Z' });
        expect(facts.map(({ label, fieldName, type }) => [label, row[fieldName!], type])).toEqual([
            ['c.Reauth_Overview_User', 'Erin Okafor', undefined],
            ['c.Reauth_Overview_Connection', 'Acme Sign', undefined],
            ['c.Reauth_Overview_State', 'Re-authentication required', undefined],
            ['c.Reauth_Overview_Reason', 'The service ended the sign-in', undefined],
            ['c.Reauth_Overview_Since', '2026-01-02T03:04:05.000Z', 'date'],
            ['c.Reauth_My_Last_Success', '2026-01-01T00:00:00.000Z', 'date'],
            ['c.Reauth_Overview_Failures', 0, 'number']
        ]);
    });

    it('names no user where one sign-in serves everybody', () => {
        expect(tableRow({ ...ROW, user: null }).user).toBe('c.Reauth_Overview_Whole_Org');
    });

    it.each([
        ['connected', 'utility:success'],
        ['never-connected', 'utility:link'],
        ['reauthentication-required', 'utility:lock'],
        ['wrong-account', 'utility:user'],
        ['no-access', 'utility:ban'],
        ['made-up', 'utility:info']
    ])('marks the state %s with the icon %s', (state, icon) => {
        expect(tableRow({ ...ROW, state }).icon).toBe(icon);
        expect(facts.find(({ fieldName }) => fieldName === 'stateLabel')).toMatchObject({
            cellAttributes: { iconName: { fieldName: 'icon' } }
        });
    });

    it('gives times to the minute', () => {
        for (const column of facts.filter(({ type }) => type === 'date')) {
            expect(column).toMatchObject({
                typeAttributes: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
            });
        }
    });

    it('shows long words whole, and no menu in a header', () => {
        for (const column of facts) {
            expect(column).toMatchObject({ wrapText: true, hideDefaultActions: true });
        }
    });

    it('is sorted only by what the server can sort by', () => {
        const offered = columns.filter(({ sortable }) => sortable).map(({ fieldName }) => fieldName);
        expect(offered).toEqual(['user', 'since', 'lastSuccess', 'failures']);
    });

    it.each([
        [{ isMine: true, canNotify: false, canDisconnect: false }, ['check']],
        [{ isMine: false, canNotify: true, canDisconnect: true }, ['notify', 'disconnect']],
        [{ isMine: false, canNotify: false, canDisconnect: false }, []]
    ])('offers for a row with %p what makes sense', (rights, expected) => {
        const { type, typeAttributes } = columns.at(-1)!;
        const show = jest.fn<undefined, [readonly { name: string }[]]>();
        typeAttributes!.rowActions!(tableRow({ ...ROW, ...rights }), show);
        expect(type).toBe('action');
        expect(show.mock.calls[0]![0].map(({ name }) => name)).toEqual(expected);
    });
});
