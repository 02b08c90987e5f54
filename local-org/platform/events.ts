import type { ServerResponse } from 'node:http';

/** Hands platform events to open pages as server-sent events, in the shape in which empApi delivers them. */
export class EventHub {
    readonly #listeners = new Set<ServerResponse>();
    #replayId = 0;

    subscribe(response: ServerResponse): void {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(': open\n\n');
        this.#listeners.add(response);
        response.on('close', () => this.#listeners.delete(response));
    }

    publish(name: string, payload: unknown): void {
        this.#replayId += 1;
        const message = { channel: `/event/${name}`, data: { payload, event: { replayId: this.#replayId } } };
        for (const listener of this.#listeners) listener.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
    }
}
