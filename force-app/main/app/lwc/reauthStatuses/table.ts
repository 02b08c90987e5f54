import type { StatusRow } from '@salesforce/apex/ReauthAdminController.getStatuses';
import check from '@salesforce/label/c.Reauth_Overview_Check';
import connection from '@salesforce/label/c.Reauth_Overview_Connection';
import disconnectUser from '@salesforce/label/c.Reauth_Overview_Disconnect_User';
import failures from '@salesforce/label/c.Reauth_Overview_Failures';
import notify from '@salesforce/label/c.Reauth_Overview_Notify';
import lastSuccess from '@salesforce/label/c.Reauth_My_Last_Success';
import reason from '@salesforce/label/c.Reauth_Overview_Reason';
import since from '@salesforce/label/c.Reauth_Overview_Since';
import state from '@salesforce/label/c.Reauth_Overview_State';
import user from '@salesforce/label/c.Reauth_Overview_User';
import wholeOrg from '@salesforce/label/c.Reauth_Overview_Whole_Org';

export type RowAction = 'check' | 'notify' | 'disconnect';

/** A row as the table shows it. */
export type TableRow = StatusRow & { readonly user: string; readonly icon: string };

interface Choice {
    readonly name: RowAction;
    readonly label: string;
}

const ICONS: Readonly<Record<string, string>> = {
    connected: 'utility:success',
    'never-connected': 'utility:link',
    'reauthentication-required': 'utility:lock',
    'wrong-account': 'utility:user',
    'no-access': 'utility:ban'
};

export function tableRow(row: StatusRow): TableRow {
    return { ...row, user: row.user ?? wholeOrg, icon: ICONS[row.state] ?? 'utility:info' };
}

/** What can be done about a row. */
function choicesFor({ isMine, canNotify, canDisconnect }: TableRow, show: (choices: Choice[]) => void): void {
    show([
        ...(isMine ? [{ name: 'check', label: check } as const] : []),
        ...(canNotify ? [{ name: 'notify', label: notify } as const] : []),
        ...(canDisconnect ? [{ name: 'disconnect', label: disconnectUser } as const] : [])
    ]);
}

/** The menu of a header offers nothing that anybody needs here. */
const PLAIN = { hideDefaultActions: true, wrapText: true };

const DATE = {
    ...PLAIN,
    type: 'date',
    sortable: true,
    typeAttributes: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }
};

/** The columns of lightning-datatable; the names are those that the server sorts by. */
export const COLUMNS = [
    { ...PLAIN, label: user, fieldName: 'user', sortable: true },
    { ...PLAIN, label: connection, fieldName: 'connectionLabel' },
    {
        ...PLAIN,
        label: state,
        fieldName: 'stateLabel',
        cellAttributes: { iconName: { fieldName: 'icon' } }
    },
    { ...PLAIN, label: reason, fieldName: 'reason' },
    { label: since, fieldName: 'since', ...DATE },
    { label: lastSuccess, fieldName: 'lastSuccess', ...DATE },
    { ...PLAIN, label: failures, fieldName: 'failures', type: 'number', sortable: true },
    { type: 'action', typeAttributes: { rowActions: choicesFor } }
];
