import type { ServerResponse } from 'node:http';

/** Hands platform events to open pages as server-sent events, in the shape in which empApi delivers them. */
export class EventHub {
    /** Each open stream with the user to whom it belongs. */
    readonly #listeners = new Map<ServerResponse, string>();
    #replayId = 0;

    subscribe(response: ServerResponse, userId: string): void {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(': open\n\n');
        this.#listeners.set(response, userId);
        response.on('close', () => this.#listeners.delete(response));
    }

    publish(name: string, payload: unknown): void {
        this.#replayId += 1;
        const message = { channel: `/event/${name}`, data: { payload, event: { replayId: this.#replayId } } };
        for (const listener of this.#listeners.keys()) write(listener, 'message', message);
    }

    /** Only to the pages of one user. */
    tell(userId: string, event: string, data: unknown): void {
        for (const [listener, owner] of this.#listeners) if (owner === userId) write(listener, event, data);
    }
}

function write(listener: ServerResponse, event: string, data: unknown): void {
    listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
