import { createElement } from 'lwc';
import ReauthDetail from 'c/reauthDetail';
import { settled } from '../../../../../test/jest-mocks/page';

const writeText = jest.fn<Promise<void>, [string]>();

function mount(facts: { text?: string } = { text: 'HTTP 401 invalid_token' }): ShadowRoot {
    const element = createElement('c-reauth-detail', { is: ReauthDetail }) as unknown as HTMLElement;
    Object.assign(element, facts);
    document.body.appendChild(element);
    return element.shadowRoot!;
}

const notice = (root: ShadowRoot): string => root.querySelector('[role="status"]')!.textContent;

describe('c-reauth-detail', () => {
    beforeEach(() => {
        Object.assign(navigator, { clipboard: { writeText } });
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('is closed until an administrator opens it', async () => {
        const root = mount();
        expect(root.querySelector('details')!.open).toBe(false);
        expect(root.querySelector('summary')!.textContent).toBe('c.Reauth_Technical_Details');
        expect(root.querySelector('code')!.textContent).toBe('HTTP 401 invalid_token');
        expect(notice(root)).toBe('');
        await expect(root.host).toBeAccessible();
    });

    it('has no words of its own', () => {
        expect(mount({}).querySelector('code')!.textContent).toBe('');
    });

    it('copies the words and says so', async () => {
        writeText.mockResolvedValue();
        const root = mount();
        root.querySelector<HTMLElement>('lightning-button')!.click();
        await settled();
        expect(writeText).toHaveBeenCalledWith('HTTP 401 invalid_token');
        expect(notice(root)).toBe('c.Reauth_Copied');
    });

    it('says so again when it copies again', async () => {
        writeText.mockResolvedValue();
        const root = mount();
        root.querySelector<HTMLElement>('lightning-button')!.click();
        await settled();
        writeText.mockReturnValue(new Promise(() => undefined));
        root.querySelector<HTMLElement>('lightning-button')!.click();
        await settled();
        expect(notice(root)).toBe('');
    });

    it('does not claim to have copied when the browser refuses', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const root = mount();
        root.querySelector<HTMLElement>('lightning-button')!.click();
        await settled();
        expect(notice(root)).toBe('c.Reauth_Not_Copied');
    });
});
