import type { Site } from '../../site.ts';
import { load } from '../loader.ts';
import { showComponent } from './component.ts';
import { element } from './dom.ts';
import { EXAMPLES, exampleAnswer, type Stage } from './galleryExamples.ts';

interface Store {
    readonly signIn: () => void;
    readonly watch: (listener: (snapshot: { readonly stage?: string }) => void) => () => void;
}

type ApexCall = (name: string, parameters: object) => Promise<unknown>;

let isHurried = false;

/** The components of the gallery open no window, and a sign-in can be made to take too long at once; before the sandbox. */
export function prepareGallery(): void {
    const wait = window.setTimeout.bind(window);
    window.open = () => null;
    Object.assign(window, {
        setTimeout: (handler: () => void, milliseconds?: number) => wait(handler, isHurried ? 0 : milliseconds)
    });
}

/** Answers the components with the fixed examples. A sign-in that is to be seen under way is never looked into. */
export function galleryApex(site: Site): ApexCall {
    return (_name, parameters) => {
        const { connection, live } = parameters as { connection: string; live?: boolean };
        return live && EXAMPLES[connection]?.stage === 'signing-in'
            ? new Promise(() => undefined)
            : Promise.resolve(exampleAnswer(site, connection));
    };
}

/** All states side by side, each as a card and as a line, shown by the real components. */
export async function showGallery(main: HTMLElement): Promise<void> {
    document.title = 'Gallery | local-org';
    main.append(element('h1', { class: 'slds-text-heading_large' }, 'All states'));
    for (const [connection, { title, stage }] of Object.entries(EXAMPLES)) {
        const look = (variant: string) =>
            showComponent({ component: 'c/reauthenticate', properties: { connection, variant, healthy: variant } });
        main.append(
            element(
                'section',
                { 'data-state': connection },
                element('h2', { class: 'slds-text-heading_small slds-m-vertical_small' }, title),
                element('div', { class: 'local-looks' }, await look('card'), await look('line'))
            )
        );
        if (stage) await reach(stage, connection);
    }
}

/** Brings the components of a connection to a stage of the sign-in, the way that a user would. */
async function reach(stage: Stage, connection: string): Promise<void> {
    const { connectionStore } = (await load('c/reauthStore')) as unknown as {
        connectionStore: (name: string) => Store;
    };
    const store = connectionStore(connection);
    await new Promise<void>((resolve) => {
        let isStarted = false;
        store.watch((snapshot) => {
            if (!isStarted) {
                isStarted = true;
                isHurried = stage === 'timeout';
                queueMicrotask(() => {
                    store.signIn();
                    isHurried = false;
                    if (stage === 'unfinished') window.dispatchEvent(new Event('focus'));
                });
            } else if (snapshot.stage === (stage === 'signing-in' ? 'open' : stage)) {
                resolve();
            }
        });
    });
}
