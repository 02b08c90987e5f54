import { createElement } from 'lwc';
import { isEmpEnabled } from 'lightning/empApi';
import { CurrentPageReference } from 'lightning/navigation';
import ReauthConnections from 'c/reauthConnections';
import { confirmed } from 'c/reauthConfirm';
import disconnect from '@salesforce/apex/ReauthConnectionsController.disconnect';
import getConnections, { type MyConnection } from '@salesforce/apex/ReauthConnectionsController.getConnections';
import revoke from '@salesforce/apex/ReauthConnectionsController.revoke';
import startKeeping from '@salesforce/apex/ReauthKeepSignedIn.start';
import stopKeeping from '@salesforce/apex/ReauthKeepSignedIn.stop';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('c/reauthConfirm', () => ({ confirmed: jest.fn() }));
jest.mock('@salesforce/label/c.Reauth_Disconnected', () => ({ default: '{0} is off.' }), { virtual: true });
jest.mock('@salesforce/label/c.Reauth_Disconnect_Question', () => ({ default: '{0} will not be used.' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Reauth_Disconnect_Title', () => ({ default: 'Disconnect {0}?' }), { virtual: true });
jest.mock('@salesforce/label/c.Reauth_Keep_Begun', () => ({ default: '{0} is kept.' }), { virtual: true });
jest.mock('@salesforce/label/c.Reauth_My_Menu', () => ({ default: 'Options for {0}' }), { virtual: true });

const calls = {
    disconnect: jest.mocked(disconnect),
    getConnections: jest.mocked(getConnections),
    revoke: jest.mocked(revoke),
    startKeeping: jest.mocked(startKeeping),
    stopKeeping: jest.mocked(stopKeeping)
};
/** The wire adapter, as a test can feed it. */
const pageReference = CurrentPageReference as unknown as { emit(page: object | undefined): void };

function connection(name: string, facts: Partial<MyConnection> = {}): MyConnection {
    return {
        connection: name.replace(' ', '_'),
        label: name,
        account: 'erin@example.com',
        lastSuccess: '2026-01-02T03:04:05.000Z',
        canDisconnect: true,
        canKeep: false,
        isKept: false,
        ...facts
    };
}

const ACME = connection('Acme Sign');
const OTHER = connection('Other Sign', { account: null, lastSuccess: null, canDisconnect: false });

async function mount(...connections: MyConnection[]): Promise<ShadowRoot> {
    calls.getConnections.mockResolvedValue(connections);
    const element = createElement('c-reauth-connections', { is: ReauthConnections });
    document.body.appendChild(element);
    await settled();
    return element.shadowRoot!;
}

const headings = (root: ShadowRoot): string[] =>
    [...root.querySelectorAll('h2')].map(({ textContent }) => textContent.trim());

const menus = (root: ShadowRoot): (HTMLElement & { alternativeText: string })[] => [
    ...root.querySelectorAll<HTMLElement & { alternativeText: string }>('lightning-button-menu')
];

/** Chooses from the menu of a card, and answers what the user is told. */
async function choose(root: ShadowRoot, value: 'disconnect' | 'keep' = 'disconnect', card = 0): Promise<string[]> {
    const toasts: string[] = [];
    root.host.addEventListener('lightning__showtoast', (event) => {
        const { message, variant } = (event as CustomEvent<{ message: string; variant: string }>).detail;
        toasts.push(`${variant}: ${message}`);
    });
    menus(root)[card]!.dispatchEvent(new CustomEvent('select', { detail: { value } }));
    await settled();
    return toasts;
}

describe('c-reauth-connections', () => {
    beforeEach(() => {
        server.getState.mockResolvedValue(answer('connected'));
        jest.mocked(isEmpEnabled).mockResolvedValue(false);
        jest.mocked(confirmed).mockResolvedValue(true);
        calls.revoke.mockResolvedValue(true);
        calls.disconnect.mockResolvedValue(true);
    });

    afterEach(async () => {
        document.body.replaceChildren();
        await settled();
        jest.resetAllMocks();
    });

    it('has a card with the button for each connection', async () => {
        const root = await mount(ACME, OTHER);
        expect(headings(root)).toEqual(['Acme Sign', 'Other Sign']);
        const [first, second] = root.querySelectorAll<HTMLElement & { connection: string }>('c-reauthenticate');
        expect([first!.connection, second!.connection]).toEqual(['Acme_Sign', 'Other_Sign']);
        expect(root.querySelectorAll('dd')[0]!.textContent).toBe('erin@example.com');
        expect(root.querySelectorAll('dl')[1]!.textContent).toBe('');
        await expect(root.host).toBeAccessible();
    });

    it('says so when there is none', async () => {
        const root = await mount();
        expect(root.querySelector('p')!.textContent).toBe('c.Reauth_My_Empty');
        await expect(root.host).toBeAccessible();
    });

    it('says so when the list cannot be loaded', async () => {
        calls.getConnections.mockRejectedValue(new Error('no access'));
        const element = createElement('c-reauth-connections', { is: ReauthConnections });
        document.body.appendChild(element);
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await settled();
        expect(element.shadowRoot!.querySelector('p')!.textContent).toBe('c.Reauth_My_Failed');
        await expect(element).toBeAccessible();
    });

    it('keeps the cards when they cannot be loaded again, and says so until they can', async () => {
        const root = await mount(ACME);
        const signIn = (): Promise<void> => {
            root.querySelector('c-reauthenticate')!.dispatchEvent(new CustomEvent('reauthenticated'));
            return settled();
        };
        calls.getConnections.mockRejectedValueOnce(new Error('broken'));
        await signIn();
        expect(headings(root)).toEqual(['Acme Sign']);
        expect(root.querySelector('p')!.textContent).toBe('c.Reauth_My_Failed');
        await signIn();
        expect(root.querySelector('p')).toBeNull();
    });

    it('shows what it asked for last, whichever answer comes last', async () => {
        const root = await mount(ACME);
        let answerLate: (connections: MyConnection[]) => void = () => undefined;
        calls.getConnections.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
        const button = root.querySelector('c-reauthenticate')!;
        button.dispatchEvent(new CustomEvent('reauthenticated'));
        calls.getConnections.mockResolvedValue([ACME, OTHER]);
        button.dispatchEvent(new CustomEvent('reauthenticated'));
        await settled();
        answerLate([]);
        await settled();
        expect(headings(root)).toEqual(['Acme Sign', 'Other Sign']);
    });

    it('brings the connection that a notification is about to the top, and the focus to it', async () => {
        const root = await mount(ACME, OTHER);
        pageReference.emit({ state: { c__connection: 'Other_Sign' } });
        await settled();
        expect(headings(root)).toEqual(['Other Sign', 'Acme Sign']);
        expect(root.activeElement?.textContent.trim()).toBe('Other Sign');
    });

    it('takes the focus once, and leaves it alone when the cards change', async () => {
        const root = await mount(ACME, OTHER);
        pageReference.emit({ state: { c__connection: 'Other_Sign' } });
        await settled();
        (root.activeElement as HTMLElement).blur();
        calls.getConnections.mockResolvedValue([OTHER]);
        root.querySelector('c-reauthenticate')!.dispatchEvent(new CustomEvent('reauthenticated'));
        await settled();
        expect(headings(root)).toEqual(['Other Sign']);
        expect(root.activeElement).toBeNull();
    });

    it.each([[undefined], [{}], [{ state: {} }]])('keeps the order when the address is %j', async (address) => {
        const root = await mount(ACME, OTHER);
        pageReference.emit({ state: { c__connection: 'Other_Sign' } });
        pageReference.emit(address);
        await settled();
        expect(headings(root)).toEqual(['Acme Sign', 'Other Sign']);
    });

    it('stays as it is when the address names a connection that is not there', async () => {
        const root = await mount(ACME);
        pageReference.emit({ state: { c__connection: 'Unknown' } });
        await settled();
        expect(root.activeElement).toBeNull();
    });

    it('looks again after a sign-in', async () => {
        const root = await mount(ACME);
        root.querySelector('c-reauthenticate')!.dispatchEvent(new CustomEvent('reauthenticated'));
        expect(calls.getConnections).toHaveBeenCalledTimes(2);
    });

    describe('disconnecting', () => {
        it('is not offered without a sign-in', async () => {
            expect(menus(await mount(OTHER))).toEqual([]);
        });

        it('tells the service, then ends the sign-in, then shows what is left', async () => {
            const root = await mount(ACME);
            server.getState.mockClear();
            expect(await choose(root)).toEqual(['success: Acme Sign is off.']);
            expect(confirmed).toHaveBeenCalledWith('Disconnect Acme Sign?', 'Acme Sign will not be used.');
            expect(calls.revoke).toHaveBeenCalledWith({ connection: 'Acme_Sign' });
            expect(calls.disconnect).toHaveBeenCalledWith({ connection: 'Acme_Sign' });
            expect(calls.revoke.mock.invocationCallOrder[0]).toBeLessThan(
                calls.disconnect.mock.invocationCallOrder[0]!
            );
            expect(server.getState).toHaveBeenCalledWith(expect.objectContaining({ live: true }));
            expect(calls.getConnections).toHaveBeenCalledTimes(2);
            expect(root.activeElement?.textContent.trim()).toBe('Acme Sign');
        });

        it('is about the card whose menu it was chosen from', async () => {
            const root = await mount(ACME, connection('Third Sign'));
            expect(menus(root).map(({ alternativeText }) => alternativeText)).toEqual([
                'Options for Acme Sign',
                'Options for Third Sign'
            ]);
            expect(await choose(root, 'disconnect', 1)).toEqual(['success: Third Sign is off.']);
            expect(calls.disconnect).toHaveBeenCalledWith({ connection: 'Third_Sign' });
        });

        it('does nothing when the user would rather not', async () => {
            jest.mocked(confirmed).mockResolvedValue(false);
            expect(await choose(await mount(ACME))).toEqual([]);
            expect(calls.disconnect).not.toHaveBeenCalled();
        });

        it.each<[string, () => void]>([
            ['refuses', () => calls.revoke.mockResolvedValue(false)],
            ['ends the call', () => calls.revoke.mockRejectedValue(new Error('UnexpectedException'))]
        ])('goes on when the service %s, and says so', async (_case, prepare) => {
            prepare();
            expect(await choose(await mount(ACME))).toEqual(['warning: c.Reauth_Disconnected_Not_Told']);
        });

        it.each<[string, () => void]>([
            ['keeps the sign-in', () => calls.disconnect.mockResolvedValue(false)],
            ['fails', () => calls.disconnect.mockRejectedValue(new Error('broken'))]
        ])('says so when the platform %s', async (_case, prepare) => {
            prepare();
            expect(await choose(await mount(ACME))).toEqual(['warning: c.Reauth_Disconnect_Failed']);
        });
    });

    describe('staying signed in', () => {
        const KEEPABLE = connection('Acme Sign', { canKeep: true });

        it('is offered where background work can renew the sign-in', async () => {
            const items = async (one: MyConnection): Promise<(boolean | undefined)[]> =>
                [
                    ...(await mount(one)).querySelectorAll<HTMLElement & { checked?: boolean }>('lightning-menu-item')
                ].map(({ checked }) => checked);
            expect(await items(ACME)).toHaveLength(1);
            expect(await items(KEEPABLE)).toEqual([false, undefined]);
            expect(await items({ ...KEEPABLE, isKept: true })).toEqual([true, undefined]);
        });

        it('begins, and says so', async () => {
            expect(await choose(await mount(KEEPABLE), 'keep')).toEqual(['success: Acme Sign is kept.']);
            expect(calls.startKeeping).toHaveBeenCalledWith({ connection: 'Acme_Sign' });
            expect(calls.getConnections).toHaveBeenCalledTimes(2);
        });

        it('ends, and says so', async () => {
            expect(await choose(await mount({ ...KEEPABLE, isKept: true }), 'keep')).toEqual([
                'success: c.Reauth_Keep_Ended'
            ]);
            expect(calls.stopKeeping).toHaveBeenCalledWith({ connection: 'Acme_Sign' });
        });

        it('says why it is refused', async () => {
            calls.startKeeping.mockRejectedValue({ body: { message: 'No job is free.' } });
            expect(await choose(await mount(KEEPABLE), 'keep')).toEqual(['warning: No job is free.']);
        });

        it('ends with a disconnect', async () => {
            calls.stopKeeping.mockRejectedValue(new Error('no such job'));
            expect(await choose(await mount({ ...KEEPABLE, isKept: true }))).toEqual(['success: Acme Sign is off.']);
            expect(calls.stopKeeping).toHaveBeenCalledTimes(1);
        });
    });
});
