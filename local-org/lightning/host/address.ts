/** What the address of a page names. */
import type { Tab } from '../site.ts';

export type Address =
    | { readonly kind: 'record'; readonly object: string; readonly recordId: string }
    | { readonly kind: 'tab'; readonly name: string }
    | { readonly kind: 'list'; readonly object: string }
    | { readonly kind: 'home' }
    | { readonly kind: 'app'; readonly name: string }
    /** A component by itself, which the platform has no address for. */
    | { readonly kind: 'component'; readonly name: string }
    /** A component as the only one of a Flow's first screen. */
    | { readonly kind: 'flow-screen'; readonly name: string }
    /** A page of an Experience Cloud site. */
    | { readonly kind: 'site'; readonly basePath: string; readonly page: string }
    | { readonly kind: 'gallery' };

// Imitates: addresses of records, tabs, lists, the home page and apps — LWC developer guide: PageReference types [C]
const FORMS: readonly (readonly [RegExp, (first: string, second: string) => Address])[] = [
    [/^\/lightning\/r\/(\w+)\/(\w+)\/view$/, (object, recordId) => ({ kind: 'record', object, recordId })],
    [/^\/lightning\/n\/(\w+)$/, (name) => ({ kind: 'tab', name })],
    [/^\/lightning\/o\/(\w+)\/(?:list|home)$/, (object) => ({ kind: 'list', object })],
    [/^\/lightning\/page\/home$/, () => ({ kind: 'home' })],
    [/^\/lightning\/app\/(\w+)$/, (name) => ({ kind: 'app', name })],
    [/^\/local\/component\/(\w+)$/, (name) => ({ kind: 'component', name })],
    [/^\/local\/flow-screen\/(\w+)$/, (name) => ({ kind: 'flow-screen', name })],
    [/^\/gallery$/, () => ({ kind: 'gallery' })],
    [/^(\/\w+(?:\/s)?)(?:\/([\w-]*))?$/, (basePath, page) => ({ kind: 'site', basePath, page })]
];

export function parseAddress(pathname: string): Address | undefined {
    for (const [form, read] of FORMS) {
        const [found, first = '', second = ''] = form.exec(pathname) ?? [];
        if (found !== undefined) return read(first, second);
    }
    return undefined;
}

export function recordPath(object: string, recordId: string): string {
    return `/lightning/r/${object}/${recordId}/view`;
}

export function tabPath(name: string, tab: Tab): string {
    switch (tab.kind) {
        case 'home':
            return '/lightning/page/home';
        case 'list':
            return `/lightning/o/${tab.object}/list`;
        case 'foreign':
            return `/lightning/o/${tab.object}/home`;
        default:
            return `/lightning/n/${name}`;
    }
}
