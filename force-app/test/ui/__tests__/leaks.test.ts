import { createElement, getComponentDef } from 'lwc';
import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { CurrentPageReference } from 'lightning/navigation';
import AcmeEnvelopes from 'c/acmeEnvelopes';
import ReauthAdmin from 'c/reauthAdmin';
import ReauthButton from 'c/reauthButton';
import ReauthConnections from 'c/reauthConnections';
import ReauthReturn from 'c/reauthReturn';
import Reauthenticate from 'c/reauthenticate';
import ReauthenticateFlow from 'c/reauthenticateFlow';
import ReauthenticateGuard from 'c/reauthenticateGuard';
import ReauthenticateSite from 'c/reauthenticateSite';
import getEnvelopes from '@salesforce/apex/AcmeEnvelopes.getEnvelopes';
import getOverview from '@salesforce/apex/ReauthAdminController.getOverview';
import getStatuses from '@salesforce/apex/ReauthAdminController.getStatuses';
import getConnections from '@salesforce/apex/ReauthConnectionsController.getConnections';
import { FakeBroadcastChannel } from '../../jest-mocks/broadcastChannel';
import { answer, server, settled } from '../../jest-mocks/page';

jest.mock('@salesforce/community/basePath', () => ({ default: '/partner' }), { virtual: true });

const VISITS = 100;
/** The engine of the page listens for itself from the first visits on. */
const FIRST_VISITS = 2;

const page = CurrentPageReference as unknown as { emit: (reference: unknown) => void };

type Component = Parameters<typeof createElement>[1]['is'];

/** Counts what is held open, from now on. */
function countHeld(): () => Record<string, number> {
    const added = [jest.spyOn(window, 'addEventListener'), jest.spyOn(document, 'addEventListener')];
    const removed = [jest.spyOn(window, 'removeEventListener'), jest.spyOn(document, 'removeEventListener')];
    const calls = (spies: jest.SpyInstance[]): number => spies.flatMap(({ mock }) => mock.calls as unknown[]).length;
    return () => ({
        listeners: calls(added) - calls(removed),
        timers: jest.getTimerCount(),
        channels: FakeBroadcastChannel.open.size,
        subscriptions: jest.mocked(subscribe).mock.calls.length - jest.mocked(unsubscribe).mock.calls.length
    });
}

describe('a hundred visits of a page', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        jest.spyOn(window, 'open').mockReturnValue(null);
        jest.spyOn(window, 'close').mockReturnValue(undefined);
        jest.mocked(isEmpEnabled).mockResolvedValue(true);
        jest.mocked(subscribe).mockResolvedValue({ id: 'one' });
        jest.mocked(unsubscribe).mockResolvedValue(undefined);
        server.getState.mockResolvedValue(answer('reauthentication-required', { retryAfterSeconds: 600 }));
        jest.mocked(getEnvelopes).mockRejectedValue({ body: { exceptionType: 'ReauthRequiredException' } });
        jest.mocked(getStatuses).mockResolvedValue({ rows: [], total: 0, size: 10, hasNext: false });
        jest.mocked(getOverview).mockResolvedValue({
            connections: [{ value: 'Acme_Sign', label: 'Acme Sign' }],
            states: [],
            counts: [],
            days: [],
            isScheduled: true,
            failures: []
        });
        jest.mocked(getConnections).mockResolvedValue([
            {
                connection: 'Acme_Sign',
                label: 'Acme Sign',
                canDisconnect: true,
                canKeep: true,
                isKept: false,
                account: null,
                lastSuccess: null
            }
        ]);
    });

    afterEach(() => {
        jest.restoreAllMocks();
        jest.useRealTimers();
    });

    it.each<[string, Component]>([
        ['acme-envelopes', AcmeEnvelopes],
        ['reauth-admin', ReauthAdmin],
        ['reauth-button', ReauthButton],
        ['reauth-connections', ReauthConnections],
        ['reauth-return', ReauthReturn],
        ['reauthenticate', Reauthenticate],
        ['reauthenticate-flow', ReauthenticateFlow],
        ['reauthenticate-guard', ReauthenticateGuard],
        ['reauthenticate-site', ReauthenticateSite]
    ])('leaves nothing of c-%s behind', async (name, is) => {
        const held = countHeld();
        const visit = async (): Promise<void> => {
            const element = createElement(`c-${name}`, { is }) as unknown as HTMLElement;
            if ('connection' in getComponentDef(is).props) {
                Object.assign(element, { connection: 'Acme_Sign' });
            }
            document.body.appendChild(element);
            page.emit({ state: { c__connection: 'Acme_Sign' } });
            await settled();
            element.shadowRoot!.querySelector<HTMLElement>('lightning-button')?.click();
            await settled();
            element.remove();
            await settled();
        };
        for (let time = 0; time < FIRST_VISITS; time++) {
            await visit();
        }
        const before = held();
        for (let time = 0; time < VISITS; time++) {
            await visit();
        }
        expect(held()).toEqual({ ...before, timers: 0, channels: 0, subscriptions: 0 });
    });
});
