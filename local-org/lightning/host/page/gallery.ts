import type { Site } from '../../site.ts';
import { load } from '../loader.ts';
import { showComponent } from './component.ts';
import { element } from './dom.ts';
import { showFlowScreen } from './flowScreen.ts';
import { EXAMPLES, exampleAnswer, type Stage } from './galleryExamples.ts';

interface Store {
    readonly signIn: () => void;
    readonly watch: (listener: (snapshot: { readonly stage?: string }) => void) => () => void;
}

type ApexCall = (name: string, parameters: object) => Promise<unknown>;

/** What the store of a connection says of a sign-in at that stage. */
const SIGN_IN_STAGES: Partial<Record<Stage, string>> = {
    'signing-in': 'open',
    unfinished: 'unfinished',
    timeout: 'timeout'
};

let isHurried = false;

/** `?language=de` asks for the words of that translation; the gallery alone is all of one page's words. */
// Imitates: a page has the labels of the user's language — Salesforce Help: Translate custom labels [C]
export function galleryLanguage(): string {
    const language = new URLSearchParams(location.search).get('language');
    if (language === null) return '';
    document.documentElement.lang = language;
    return `?${new URLSearchParams({ language }).toString()}`;
}

/** The components of the gallery open no window, and a sign-in can be made to take too long at once; before the sandbox. */
export function prepareGallery(): void {
    const wait = window.setTimeout.bind(window);
    window.open = () => null;
    Object.assign(window, {
        setTimeout: (handler: () => void, milliseconds?: number) => wait(handler, isHurried ? 0 : milliseconds)
    });
}

/** Answers the components with the fixed examples. What is to be seen under way never gets its answer. */
export function galleryApex(site: Site): ApexCall {
    return (_name, parameters) => {
        const { connection, live } = parameters as { connection: string; live?: boolean };
        const { stage } = EXAMPLES[connection] ?? {};
        if (stage === 'unanswered') return Promise.reject(new Error('No connection to the server'));
        return live && (stage === 'signing-in' || stage === 'checking')
            ? new Promise(() => undefined)
            : Promise.resolve(exampleAnswer(site, connection));
    };
}

/** All states side by side, each as a card and as a line, then what else users see, shown by the real components. */
export async function showGallery(main: HTMLElement): Promise<void> {
    main.append(element('h1', { class: 'slds-text-heading_large' }, 'All states'));
    for (const [connection, { title, stage }] of Object.entries(EXAMPLES)) {
        const look = (variant: string) =>
            showComponent({ component: 'c/reauthenticate', properties: { connection, variant, healthy: variant } });
        const looks = [await look('card'), await look('line')];
        main.append(section(title, { 'data-state': connection }, ...looks));
        await reach(stage, connection);
        if (stage === 'checking') for (const one of looks) await pressButton(one);
    }
    const landing = await showComponent({ component: 'c/reauthReturn', properties: {} });
    const screen = element('div');
    main.append(
        section('Where a sign-in ends', { 'data-surface': 'return' }, landing),
        section('Next on a Flow screen, too early', { 'data-surface': 'flow' }, screen)
    );
    await showFlowScreen(screen, 'reauthenticateFlow', { connection: 'Ended' });
    screen.querySelector<HTMLElement>('.local-form-buttons button')?.click();
    document.title = 'Gallery | local-org';
}

function section(title: string, attributes: Record<string, string>, ...looks: HTMLElement[]): HTMLElement {
    return element(
        'section',
        attributes,
        element('h2', { class: 'slds-text-heading_small slds-m-vertical_small' }, title),
        element('div', { class: 'local-looks' }, ...looks)
    );
}

/** Presses the one button of a component, which its shadow hides from the page. */
async function pressButton(place: HTMLElement): Promise<void> {
    await new Promise(requestAnimationFrame);
    place.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();
}

/** Brings the components of a connection to a stage of the sign-in, the way that a user would. */
async function reach(stage: Stage | undefined, connection: string): Promise<void> {
    const { connectionStore } = (await load('c/reauthStore')) as unknown as {
        connectionStore: (name: string) => Store;
    };
    const store = connectionStore(connection);
    const wanted = stage && SIGN_IN_STAGES[stage];
    await new Promise<void>((resolve) => {
        let isStarted = false;
        store.watch((snapshot) => {
            if (snapshot.stage === wanted) {
                resolve();
            } else if (!isStarted) {
                isStarted = true;
                isHurried = stage === 'timeout';
                queueMicrotask(() => {
                    store.signIn();
                    isHurried = false;
                    if (stage === 'unfinished') window.dispatchEvent(new Event('focus'));
                });
            }
        });
    });
}
