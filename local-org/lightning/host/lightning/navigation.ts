/** Page references and what they lead to. The org's single-page routing is left out: a page of the org is loaded anew. */
interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
}

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function urlOf({ type, attributes = {}, state = {} }: PageReference): string {
    const query = new URLSearchParams(state).toString();
    const search = query === '' ? '' : `?${query}`;
    switch (type) {
        case 'standard__webPage':
            return attributes.url ?? '';
        case 'standard__recordPage':
            return `/lightning/r/${attributes.objectApiName ?? 'sObject'}/${attributes.recordId ?? ''}/view${search}`;
        case 'standard__navItemPage':
            return `/lightning/n/${attributes.apiName ?? ''}${search}`;
        default:
            throw new Error(`local-org cannot navigate to a ${type}`);
    }
}

// Imitates: a web page elsewhere opens in a new tab — platform facts section 10 [C]
function navigate(reference: PageReference, replace = false): void {
    const url = new URL(urlOf(reference), location.href);
    if (url.origin !== location.origin) window.open(url.href, '_blank');
    else if (replace) location.replace(url.href);
    else location.assign(url.href);
}

// a mixin's constructor must take any arguments (TypeScript, TS2545)
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => object;

export const NavigationMixin = Object.assign(
    (Base: Constructor) =>
        class extends Base {
            [Navigate](reference: PageReference, replace?: boolean): void {
                navigate(reference, replace);
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
    const [, area, name = '', recordId = ''] =
        /^\/lightning\/([rn])\/([^/]+)(?:\/([^/]+)\/view)?$/.exec(location.pathname) ?? [];
    return area === 'r'
        ? { type: 'standard__recordPage', attributes: { objectApiName: name, recordId, actionName: 'view' }, state }
        : { type: 'standard__navItemPage', attributes: { apiName: name }, state };
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
