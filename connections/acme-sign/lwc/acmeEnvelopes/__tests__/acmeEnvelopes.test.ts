import { createElement } from 'lwc';
import AcmeEnvelopes from 'c/acmeEnvelopes';
import { connectionStore } from 'c/reauthClient';
import { announceReturn } from 'c/signInWindow';
import getEnvelopes from '@salesforce/apex/AcmeEnvelopes.getEnvelopes';
import { answer, server, settled } from '../../../../../force-app/test/jest-mocks/page';

const apex = jest.mocked(getEnvelopes);

const ENVELOPES = [
    { id: '1', subject: 'Offer', status: 'sent', sentAt: '2026-11-01T10:00:00Z' },
    { id: '2', subject: 'Contract', status: 'completed', sentAt: '2026-11-02T10:00:00Z' }
];
const ended = {
    body: { message: 'Ended. [reauth connection=Acme_Sign state=reauthentication-required reason=invalid_token]' }
};

async function mount(): Promise<HTMLElement> {
    const element = createElement('c-acme-envelopes', { is: AcmeEnvelopes });
    document.body.appendChild(element);
    await settled();
    return element;
}

const text = (element: HTMLElement): string => element.shadowRoot!.textContent;
const items = (element: HTMLElement): Element[] => [...element.shadowRoot!.querySelectorAll('li')];

describe('c-acme-envelopes', () => {
    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(null);
        server.getState.mockResolvedValue(answer('connected'));
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('lists the documents', async () => {
        apex.mockResolvedValue(ENVELOPES);
        const element = await mount();
        expect(items(element).map((item) => item.querySelector('p')!.textContent)).toEqual(['Offer', 'Contract']);
        await expect(element).toBeAccessible();
    });

    it('says that there are none', async () => {
        apex.mockResolvedValue([]);
        expect(text(await mount())).toContain('c.Acme_Sign_Empty');
    });

    it('says that it is loading', async () => {
        apex.mockReturnValue(new Promise(() => undefined));
        expect(text(await mount())).toContain('c.Acme_Sign_Loading');
    });

    describe('without a sign-in', () => {
        let element: HTMLElement;

        beforeEach(async () => {
            server.getState.mockResolvedValue(answer('reauthentication-required'));
            apex.mockRejectedValueOnce(ended).mockResolvedValue(ENVELOPES);
            element = await mount();
        });

        async function signIn(): Promise<void> {
            server.confirmSignIn.mockResolvedValue(answer('connected'));
            connectionStore('Acme_Sign').signIn();
            announceReturn('Acme_Sign');
            await settled();
        }

        it('says that the sign-in is missing', async () => {
            expect(text(element)).toContain('c.Acme_Sign_Sign_In_Missing');
            await expect(element).toBeAccessible();
        });

        it('fills by itself when the user has signed in', async () => {
            await signIn();
            expect(items(element)).toHaveLength(2);
        });

        it('still fills by itself when the user cancels first and signs in later', async () => {
            connectionStore('Acme_Sign').cancel();
            await settled();
            expect(text(element)).toContain('c.Acme_Sign_Sign_In_Missing');
            await signIn();
            expect(items(element)).toHaveLength(2);
        });
    });

    it('tells users without access so, not which Apex class they lack', async () => {
        apex.mockRejectedValue({
            body: { message: "You do not have access to the Apex class named 'AcmeEnvelopes'." }
        });
        const element = await mount();
        expect(text(element)).toContain('c.Acme_Sign_No_Access');
        expect(text(element)).not.toContain('Apex class');
        await expect(element).toBeAccessible();
    });

    it('shows what else went wrong, with a way on', async () => {
        apex.mockRejectedValueOnce({ body: { message: 'Acme Sign answered with status 500.' } });
        const element = await mount();
        expect(text(element)).toContain('Acme Sign answered with status 500.');
        await expect(element).toBeAccessible();
        apex.mockResolvedValue(ENVELOPES);
        element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
        await settled();
        expect(items(element)).toHaveLength(2);
    });
});
