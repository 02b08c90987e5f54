import { randomBytes } from 'node:crypto';
import { siteAt } from '../lightning/sites.ts';
import type { Owner } from './credential-store.ts';
import type { Org } from './org.ts';
import { connectApiError } from './errors.ts';

const MINUTES = 10;

interface Timed {
    expiresAt: number;
}

/** Things kept under an unguessable name for some minutes. */
export class ShortLived<T extends object> {
    readonly #entries = new Map<string, T & Timed>();

    add(value: T, name = randomBytes(24).toString('base64url')): string {
        for (const [key, entry] of this.#entries) if (entry.expiresAt <= Date.now()) this.#entries.delete(key);
        this.#entries.set(name, { ...value, expiresAt: Date.now() + MINUTES * 60_000 });
        return name;
    }

    get(name: string): T | undefined {
        const entry = this.#entries.get(name);
        return entry && entry.expiresAt > Date.now() ? entry : undefined;
    }

    take(name: string): T | undefined {
        const value = this.get(name);
        this.#entries.delete(name);
        return value;
    }

    clear(): void {
        this.#entries.clear();
    }
}

/** A sign-in that a user may start: for which credential, and where it leads back to. */
export interface Kickoff {
    owner: Owner;
    userId: string;
    landing: string;
    /** Whether the user's session does not count where it starts. */
    isLoggedOut: boolean;
}

/** A path of our own pages: one leading slash, no second one that would make it another host. */
export function isOwnPath(path: string): boolean {
    return /^\/(?![/\\])/.test(path) && !/[\\\s\p{Cc}]/u.test(path);
}

/** Imitates: which returnUrl is accepted; an unusable one counts as none — unknown [U2] */
function acceptedReturnUrl(org: Org, returnUrl: string): string | undefined {
    const absolute = /^(https?:)?\/\//i.test(returnUrl);
    const withSlash = returnUrl.startsWith('/') ? returnUrl : `/${returnUrl}`;
    const { U2: rule } = org.switches;
    if (absolute) {
        const url = new URL(returnUrl, org.pageUrl);
        const own = url.origin === org.pageUrl || url.origin === org.domainUrl;
        if (rule === 'e' || (rule === 'd' && own)) return url.href;
    } else if (isOwnPath(withSlash)) {
        const slash = returnUrl.startsWith('/');
        if (!(rule === 'b' && slash) && !(rule === 'c' && !slash)) return new URL(org.pageUrl + withSlash).href;
    }
    if (rule === 'f') throw connectApiError('The return URL is invalid.');
    return undefined;
}

/** Imitates: landing without returnUrl — unknown [U3] */
function defaultLanding(org: Org, userId: string): string {
    const pages = {
        a: org.lastPages.get(userId) ?? `${org.pageUrl}/`,
        b: `${org.pageUrl}/lightning/settings/personal/ExternalCredentials/home`,
        c: `${org.domainUrl}/services/auth/connected`,
        d: `${org.pageUrl}/`
    };
    return pages[org.switches.U3];
}

export const KICKOFF_PATH = '/services/auth/credential';

/** What comes before `/services` on the site whose page the user has called Apex from; empty in Lightning Experience. */
function sitePrefix(org: Org, userId: string): string {
    const page = org.lastPages.get(userId);
    const site = page === undefined ? undefined : siteAt(new URL(page).pathname);
    return site?.basePath.replace(/\/s$/, '') ?? '';
}

/**
 * A URL at which the user starts a sign-in that ends on the landing.
 * Imitates: a sign-in that starts on a page of an Experience Cloud site — unknown [U32]
 */
export function kickoffUrl(
    org: Org,
    kickoffs: ShortLived<Kickoff>,
    request: { owner: Owner; userId: string; returnUrl: string | undefined }
): string {
    const { owner, userId, returnUrl } = request;
    const prefix = sitePrefix(org, userId);
    const { U32: rule } = org.switches;
    if (prefix !== '' && rule === 'c') throw connectApiError('The user cannot authenticate from this site.');
    const accepted = returnUrl === undefined ? undefined : acceptedReturnUrl(org, returnUrl);
    const landing = accepted ?? defaultLanding(org, userId);
    const start = kickoffs.add({ owner, userId, landing, isLoggedOut: prefix !== '' && rule === 'b' });
    const path = (rule === 'a' ? prefix : '') + KICKOFF_PATH;
    return `${org.domainUrl}${path}?start=${start}&credential=${owner.externalCredential}`;
}

/** Imitates: the form of authenticationUrl — unknown [U1] */
export function authenticationUrl(org: Org, url: string): string {
    const forms = {
        a: url,
        b: url.replaceAll('&', '&amp;'),
        c: encodeURIComponent(url),
        d: url.slice(org.domainUrl.length)
    };
    return forms[org.switches.U1];
}
