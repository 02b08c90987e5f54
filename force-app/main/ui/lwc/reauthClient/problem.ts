import type { Problem } from './state';

/** What ReauthRequiredException, ReauthError.toAura and this client put at the end of a message. */
const TRAILER = /\[reauth connection=(\S*) state=(\S+) reason=([^\s\]]*)]$/;

/** What the platform says when a callout fails and no Apex of ours has classified it. */
const PLATFORM_TEXTS: readonly (readonly [RegExp, Problem['state'], string])[] = [
    [/expired credentials couldn't be refreshed/i, 'reauthentication-required', 'refresh_failed'],
    [/credential isn't (fully configured|authenticated)/i, 'never-connected', 'not_authenticated'],
    [/couldn't access the credential|read permissions on the user external/i, 'no-access', 'no_permission'],
    [/access to the apex class/i, 'no-access', 'no_permission'],
    [/couldn't access the endpoint|unauthorized endpoint/i, 'misconfigured', 'endpoint'],
    [/timed out/i, 'unavailable', 'timeout']
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

function classify(text: string): Problem {
    const [trailer, connection, state, reason = ''] = TRAILER.exec(text) ?? [];
    if (trailer) {
        const message = text.slice(0, -trailer.length).trim();
        return { connection, state: state as Problem['state'], reason, message };
    }
    const plain = text.replaceAll('’', "'");
    const [, known = 'unknown', code = 'unknown'] = PLATFORM_TEXTS.find(([pattern]) => pattern.test(plain)) ?? [];
    return { state: known, reason: code, message: text };
}

/** Reads any error that an Apex call, a wire or `run` gives. Never throws. */
export function describe(error: unknown): Problem {
    const problems = messagesOf(error).map(classify);
    return problems.find(({ state }) => state !== 'unknown') ?? problems[0] ?? classify('');
}

/** Whether a sign-in is what is missing. */
export function needsSignIn({ state }: Pick<Problem, 'state'>): boolean {
    return state === 'never-connected' || state === 'reauthentication-required';
}

/** Whether the user can put this error right by signing in. */
export function isReauthRequired(error: unknown): boolean {
    return needsSignIn(describe(error));
}
