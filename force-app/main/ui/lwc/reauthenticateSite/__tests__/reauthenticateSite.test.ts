import { createElement } from 'lwc';
import ReauthenticateSite from 'c/reauthenticateSite';
import { connectionStore } from 'c/reauthStore';
import type * as signInWindow from 'c/signInWindow';
import { root, words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/partners/s' }), { virtual: true });

async function mount(
    facts: { connection?: string; healthy?: string; variant?: string } = { connection: 'Acme_Sign' }
): Promise<HTMLElement> {
    const element = createElement('c-reauthenticate-site', { is: ReauthenticateSite }) as unknown as HTMLElement;
    Object.assign(element, facts);
    document.body.appendChild(element);
    await settled();
    return element;
}

describe('c-reauthenticate-site', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it.each([
        'connected',
        'expiring',
        'never-connected',
        'reauthentication-required',
        'wrong-account',
        'no-access',
        'misconfigured',
        'unavailable'
    ] as const)('can be read by everybody while the connection is %s, as a card and as a line', async (state) => {
        server.getState.mockResolvedValue(answer(state));
        for (const look of ['card', 'line']) {
            const element = await mount({ connection: 'Acme_Sign', healthy: look, variant: look });
            expect(root(element).textContent).toContain(`Acme Sign is ${state}.`);
            await expect(element).toBeAccessible();
        }
    });

    it('is a card when the user has to act, and quiet when all is well', async () => {
        server.getState.mockResolvedValue(answer('never-connected'));
        expect(root(await mount()).querySelector('.slds-card')).not.toBeNull();
        document.body.replaceChildren();
        server.getState.mockResolvedValue(answer('connected'));
        expect(root(await mount()).textContent).toBe('');
    });

    it('asks about no connection of its own choice where none is set', async () => {
        const element = await mount({});
        expect(server.getState).not.toHaveBeenCalled();
        server.getState.mockResolvedValue(answer('never-connected'));
        Object.assign(element, { connection: 'Acme_Sign' });
        expect(server.getState).toHaveBeenCalledWith(expect.objectContaining({ connection: 'Acme_Sign' }));
        await settled();
        expect(words(element)).toEqual(['Connect to Acme Sign']);
    });

    it('has the sign-in end on the page that the site has for it, also for what asked before it was shown', async () => {
        server.getState.mockResolvedValue(answer('never-connected'));
        const stopWatching = connectionStore('Acme_Sign').watch(jest.fn());
        const element = await mount();
        expect(server.getState.mock.calls).toEqual([
            [
                {
                    connection: 'Acme_Sign',
                    returnPath: '/partners/s/reauth-return?c__connection=Acme_Sign',
                    live: false
                }
            ]
        ]);
        expect(words(element)).toEqual(['Connect to Acme Sign']);
        await expect(element).toBeAccessible();
        stopWatching();
    });

    it.each([
        ['an Aura site', '/partners/s', '/partners/s/reauth-return'],
        ['an LWR site', '/partners', '/partners/reauth-return'],
        ['a site whose path comes without its slash', 'partners/s', '/partners/s/reauth-return'],
        ['a site at the root of its domain', '', '/reauth-return']
    ])('knows the page of %s', (_site, basePath, landing) => {
        jest.isolateModules(() => {
            jest.requireMock<{ default: string }>('@salesforce/community/basePath').default = basePath;
            jest.requireActual('c/reauthenticateSite');
            const { returnPath } = jest.requireActual<typeof signInWindow>('c/signInWindow');
            expect(returnPath('Acme_Sign')).toBe(`${landing}?c__connection=Acme_Sign`);
        });
    });
});
