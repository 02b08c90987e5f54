import { needsSignIn, type ReauthState } from 'c/reauthStore';

/** What an error says about a connection. */
export interface Problem {
    /** Developer name, when the error tells. */
    readonly connection?: string;
    /** `unknown` when the error says nothing about a connection. */
    readonly state: ReauthState['state'] | 'unknown';
    /** Stable code: the server's, or `exception` for a text of the platform, or `unknown`. */
    readonly reason: string;
    /** The error's own sentence, without the part that is meant for machines. */
    readonly message: string;
}

/** What ReauthRequiredException, ReauthError.toAura and this client put at the end of a message. */
const TRAILER =
    /\[reauth connection=(\S*) state=(connected|expiring|never-connected|reauthentication-required|wrong-account|no-access|misconfigured|unavailable) reason=([^\s\]]*)]$/;

/** What the platform or our plug-in says when a callout fails and no Apex of ours has classified it. */
const UNCLASSIFIED: readonly (readonly [ReauthState['state'], RegExp])[] = [
    ['reauthentication-required', /expired credentials couldn't be refreshed|action=sign_in]$/i],
    ['never-connected', /credential isn't (fully configured|authenticated)/i],
    ['no-access', /couldn't access the credential|permissions on the user external|access to the apex class/i],
    ['misconfigured', /couldn't access the endpoint|unauthorized endpoint|oauth token|token exchange|action=fix]$/i],
    ['unavailable', /timed out|action=retry]$/i]
];

/** Every message in an error, however Apex, a wire or the UI API wrapped it. */
function messagesOf(error: unknown, seen = new Set()): string[] {
    if (typeof error === 'string') {
        return [error];
    }
    if (!error || typeof error !== 'object' || seen.has(error)) {
        return [];
    }
    seen.add(error);
    const nested = (Object.values(error) as unknown[]).filter((value) => typeof value === 'object');
    return [(error as { message?: unknown }).message, ...nested].flatMap((value) => messagesOf(value, seen));
}

/** What our plug-in puts there (OAuthProviderException), after what the service has said, in parentheses. */
const PLUGIN_TRAILER = /\[oauth provider=\S* error=\S* action=(sign_in|retry|fix)]$/;

/** The words of our plug-in for people; those of the service are for its own developers, and anybody's. */
function sentenceOf(text: string): string {
    const [trailer] = PLUGIN_TRAILER.exec(text) ?? [];
    if (!trailer) {
        return text;
    }
    const words = text.slice(0, -trailer.length).trim();
    return words.endsWith(')') ? words.replace(/ \(.*/s, '') : words;
}

function classify(text: string): Problem {
    const [trailer, connection, state, reason = ''] = TRAILER.exec(text) ?? [];
    if (trailer) {
        const message = text.slice(0, -trailer.length).trim();
        return { connection, state: state as Problem['state'], reason, message };
    }
    const plain = text.replaceAll('’', "'");
    const [known] = UNCLASSIFIED.find(([, pattern]) => pattern.test(plain)) ?? [];
    return { state: known ?? 'unknown', reason: known ? 'exception' : 'unknown', message: sentenceOf(text) };
}

/** Reads any error that an Apex call, a wire or `run` gives. Never throws. */
export function describe(error: unknown): Problem {
    const problems = messagesOf(error).map(classify);
    return problems.find(({ state }) => state !== 'unknown') ?? problems[0] ?? classify('');
}

/** Whether the user can put this error right by signing in. */
export function isReauthRequired(error: unknown): boolean {
    return needsSignIn(describe(error));
}
