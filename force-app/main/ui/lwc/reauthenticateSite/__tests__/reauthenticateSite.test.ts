import { createElement } from 'lwc';
import ReauthenticateSite from 'c/reauthenticateSite';
import { words } from '../../../../../test/jest-mocks/button';
import { answer, server, settled } from '../../../../../test/jest-mocks/page';

jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/partners/s' }), { virtual: true });

describe('c-reauthenticate-site', () => {
    it('has the sign-in end on the page that the site has for it', async () => {
        server.getState.mockResolvedValue(answer('never-connected'));
        const element = createElement('c-reauthenticate-site', { is: ReauthenticateSite }) as unknown as HTMLElement;
        Object.assign(element, { connection: 'Acme_Sign' });
        document.body.appendChild(element);
        await settled();
        expect(server.getState).toHaveBeenCalledWith({
            connection: 'Acme_Sign',
            returnPath: '/partners/s/reauth-return?c__connection=Acme_Sign',
            live: false
        });
        expect(words(element)).toEqual(['Connect to Acme Sign']);
        await expect(element).toBeAccessible();
    });
});
