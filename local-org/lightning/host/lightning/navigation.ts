/** Page references and what they lead to. The org's single-page routing is left out: a page of the org is loaded anew. */
import { parseAddress, recordPath } from '../address.ts';
import { goTo } from '../route.ts';

export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
}

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export function urlOf({ type, attributes = {}, state = {} }: PageReference): string {
    const query = new URLSearchParams(state).toString();
    const search = query === '' ? '' : `?${query}`;
    switch (type) {
        case 'standard__webPage':
            return attributes.url ?? '';
        case 'standard__recordPage':
            return recordPath(attributes.objectApiName ?? 'sObject', attributes.recordId ?? '') + search;
        case 'standard__navItemPage':
            return `/lightning/n/${attributes.apiName ?? ''}${search}`;
        case 'standard__objectPage':
            return `/lightning/o/${attributes.objectApiName ?? ''}/list${search}`;
        case 'standard__namedPage':
            return `/lightning/page/${attributes.pageName ?? ''}${search}`;
        default:
            throw new Error(`local-org cannot navigate to a ${type}`);
    }
}

// Imitates: a web page elsewhere opens in a new tab — LWC developer guide: PageReference types, standard__webPage [C]
export function visit(url: URL, replace = false): void {
    if (url.origin !== location.origin) window.open(url.href, '_blank');
    else if (replace) location.replace(url.href);
    else goTo(url);
}

// a mixin's constructor must take any arguments (TypeScript, TS2545)
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => object;

export const NavigationMixin = Object.assign(
    (Base: Constructor) =>
        class extends Base {
            [Navigate](reference: PageReference, replace?: boolean): void {
                visit(new URL(urlOf(reference), location.href), replace);
            }

            [GenerateUrl](reference: PageReference): Promise<string> {
                return Promise.resolve(urlOf(reference));
            }
        },
    { Navigate, GenerateUrl }
);

/** The page reference that the address of this page stands for. */
function currentPageReference(): PageReference {
    const state = Object.fromEntries(new URLSearchParams(location.search));
    const address = parseAddress(location.pathname);
    switch (address?.kind) {
        case 'record': {
            const attributes = {
                objectApiName: address.object,
                recordId: address.recordId,
                actionName: 'view'
            };
            return { type: 'standard__recordPage', attributes, state };
        }
        case 'list':
            return {
                type: 'standard__objectPage',
                attributes: { objectApiName: address.object, actionName: 'list' },
                state
            };
        case 'home':
            return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
        // Imitates: pages of a site have names of their own — LWC developer guide: PageReference types, comm__namedPage [C]
        case 'site':
            return { type: 'comm__namedPage', attributes: { name: address.page || 'Home' }, state };
        default:
            return {
                type: 'standard__navItemPage',
                attributes: { apiName: address?.kind === 'tab' ? address.name : '' },
                state
            };
    }
}

/** Wire adapter. */
export class CurrentPageReference {
    readonly #provide: (reference: PageReference) => void;

    constructor(provide: (reference: PageReference) => void) {
        this.#provide = provide;
    }

    connect(): void {
        this.#provide(currentPageReference());
    }

    update(): void {
        // it takes no configuration
    }

    disconnect(): void {
        // nothing to release: the address of a page doesn't change while it is shown
    }
}
