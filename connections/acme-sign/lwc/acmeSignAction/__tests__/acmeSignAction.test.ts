import { createElement } from 'lwc';
import AcmeSignAction from 'c/acmeSignAction';
import { announceReturn } from 'c/signInWindow';
import { press } from '../../../../../force-app/test/jest-mocks/button';
import { answer, server, settled } from '../../../../../force-app/test/jest-mocks/page';

describe('c-acme-sign-action', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('refreshes the record and closes when the user has signed in, and has said with which account', async () => {
        jest.spyOn(window, 'open').mockReturnValue(null);
        server.getState.mockResolvedValue(answer('never-connected'));
        const element = createElement('c-acme-sign-action', { is: AcmeSignAction }) as unknown as HTMLElement;
        const heard: string[] = [];
        for (const name of ['lightning__refresh', 'lightning__actionsclosescreen']) {
            element.addEventListener(name, () => heard.push(name));
        }
        document.body.appendChild(element);
        await settled();
        await expect(element).toBeAccessible();
        expect(element.shadowRoot!.querySelector('h2')!.textContent).toBe('c.Acme_Sign_Action_Title');
        const button = element.shadowRoot!.querySelector<HTMLElement>('c-reauth-button')!;
        press(button, 'Connect to Acme Sign');
        server.confirmSignIn.mockResolvedValue(answer('wrong-account'));
        announceReturn('Acme_Sign');
        await settled();
        expect(heard).toEqual([]);
        server.keepAccount.mockResolvedValue(answer('connected'));
        press(button, 'c.Reauth_Keep_Account');
        await settled();
        expect(heard).toEqual(['lightning__refresh', 'lightning__actionsclosescreen']);
    });
});
