import type { StatusRow } from '@salesforce/apex/ReauthAdminController.getStatuses';

/** The server's word on a user who has to sign in again. */
export const ROW: StatusRow = {
    id: 'a00000000000001',
    user: 'Erin Okafor',
    connection: 'Acme_Sign',
    connectionLabel: 'Acme Sign',
    state: 'reauthentication-required',
    stateLabel: 'Re-authentication required',
    reason: 'The service ended the sign-in',
    since: '2026-01-02T03:04:05.000Z',
    lastSuccess: null,
    failures: 0,
    account: null,
    isMine: false,
    canNotify: true,
    canDisconnect: true
};
