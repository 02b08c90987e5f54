/** The requests that a page makes to the org. */

/** What a failed Apex or UI API call rejects with. */
export interface FetchResponse {
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly body: unknown;
}

export async function getJson<T>(url: string): Promise<T> {
    return answer(await fetch(url, { headers: { accept: 'application/json' } }));
}

export async function sendJson<T>(method: 'POST' | 'PATCH', url: string, body: unknown): Promise<T> {
    return answer(
        await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    );
}

let stream: EventSource | undefined;

/** What the org tells a page by itself; one connection serves all who listen. */
export function eventStream(): EventSource {
    stream ??= new EventSource('/local/events');
    return stream;
}

async function answer<T>(response: Response): Promise<T> {
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return body as T;
    const failure: FetchResponse = { ok: false, status: response.status, statusText: response.statusText, body };
    // a plain object is what components get from the platform
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw failure;
}
