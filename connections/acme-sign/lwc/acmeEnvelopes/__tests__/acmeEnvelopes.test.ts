import { createElement } from 'lwc';
import AcmeEnvelopes from 'c/acmeEnvelopes';
import { connectionStore } from 'c/reauthClient';
import { announceReturn } from 'c/signInWindow';
import getEnvelopes from '@salesforce/apex/AcmeEnvelopes.getEnvelopes';
import { FakeBroadcastChannel } from '../../../../../force-app/test/jest-mocks/broadcastChannel';
import { answer, server, settled } from '../../../../../force-app/test/jest-mocks/page';

const apex = jest.mocked(getEnvelopes);

const ENVELOPES = [
    { id: '1', subject: 'Offer', status: 'sent', sentAt: '2026-11-01T10:00:00Z' },
    { id: '2', subject: 'Contract', status: 'completed', sentAt: '2026-11-02T10:00:00Z' }
];
const ended = {
    body: { message: 'Ended. [reauth connection=Acme_Sign state=reauthentication-required reason=invalid_token]' }
};
const down = {
    body: { message: 'Acme Sign is down. [reauth connection=Acme_Sign state=unavailable reason=server_error]' }
};

async function mount(): Promise<HTMLElement> {
    const element = createElement('c-acme-envelopes', { is: AcmeEnvelopes });
    document.body.appendChild(element);
    await settled();
    return element;
}

const text = (element: HTMLElement): string => element.shadowRoot!.textContent;
const items = (element: HTMLElement): Element[] => [...element.shadowRoot!.querySelectorAll('li')];

function reload(element: HTMLElement): Promise<void> {
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button-icon')!.click();
    return settled();
}

describe('c-acme-envelopes', () => {
    let fail: (error: unknown) => void;
    let hideButton: () => void;

    /** Whatever watches the connection is its button. */
    function showButton(): void {
        hideButton = connectionStore('Acme_Sign').watch(() => undefined);
    }

    beforeEach(() => {
        jest.spyOn(window, 'open').mockReturnValue(null);
        server.getState.mockResolvedValue(answer('connected'));
        hideButton = () => undefined;
    });

    afterEach(() => {
        document.body.replaceChildren();
        hideButton();
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
            showButton();
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

    it('promises nothing on a page without a button, however often it is loaded again', async () => {
        apex.mockRejectedValue(ended);
        const element = await mount();
        expect(text(element)).toContain('Ended.');
        await reload(element);
        expect(text(element)).toContain('Ended.');
        expect(text(element)).not.toContain('c.Acme_Sign_Sign_In_Missing');
        await expect(element).toBeAccessible();
    });

    it.each(['connected', 'expiring'] as const)('fills by itself when the service answers again: %s', async (state) => {
        server.getState.mockResolvedValue(answer('unavailable'));
        showButton();
        apex.mockRejectedValueOnce(down).mockResolvedValue(ENVELOPES);
        const element = await mount();
        expect(text(element)).toContain('Acme Sign is down.');
        server.getState.mockResolvedValue(answer(state));
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(items(element)).toHaveLength(2);
    });

    it('does not load for ever what fails while the connection works', async () => {
        showButton();
        apex.mockRejectedValue(down);
        await mount();
        await connectionStore('Acme_Sign').check();
        await settled();
        expect(apex).toHaveBeenCalledTimes(1);
    });

    it('watches nothing any more when it has left the page', async () => {
        apex.mockReturnValueOnce(
            new Promise((_resolve, reject) => {
                fail = reject;
            })
        );
        const element = await mount();
        element.remove();
        fail(down);
        await settled();
        expect(FakeBroadcastChannel.open.size).toBe(0);
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
        await reload(element);
        expect(items(element)).toHaveLength(2);
    });
});
