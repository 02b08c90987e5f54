import { createElement } from 'lwc';
import ReauthenticateSite from 'c/reauthenticateSite';
import { words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

let mockBasePath = '';
jest.mock(
    '@salesforce/community/basePath',
    () => ({
        __esModule: true,
        get default() {
            return mockBasePath;
        }
    }),
    { virtual: true }
);

describe('c-reauthenticate-site', () => {
    it.each([
        ['an Aura site', '/partners/s', '/partners/s/reauth-return'],
        ['an LWR site', '/partners', '/partners/reauth-return'],
        ['a site whose path comes without its slash', 'partners/s', '/partners/s/reauth-return'],
        ['a site at the root of its domain', '', '/reauth-return']
    ])('has the sign-in end on the page that %s has for it', async (_site, basePath, landing) => {
        mockBasePath = basePath;
        server.getState.mockResolvedValue(answer('never-connected'));
        const element = createElement('c-reauthenticate-site', { is: ReauthenticateSite }) as unknown as HTMLElement;
        Object.assign(element, { connection: 'Acme_Sign' });
        document.body.appendChild(element);
        await settled();
        expect(server.getState).toHaveBeenCalledWith({
            connection: 'Acme_Sign',
            returnPath: `${landing}?c__connection=Acme_Sign`,
            live: false
        });
        expect(words(element)).toEqual(['Connect to Acme Sign']);
        await expect(element).toBeAccessible();
        element.remove();
    });
});
