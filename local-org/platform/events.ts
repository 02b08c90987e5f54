import type { ServerResponse } from 'node:http';
import type { ChannelMember } from './event-channels.ts';

/** Hands platform events to open pages as server-sent events, in the shape in which empApi delivers them. */
export class EventHub {
    readonly #members: readonly ChannelMember[];
    /** Each open stream with the user to whom it belongs. */
    readonly #listeners = new Map<ServerResponse, string>();
    #replayId = 0;

    constructor(members: readonly ChannelMember[]) {
        this.#members = members;
    }

    subscribe(response: ServerResponse, userId: string): void {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(': open\n\n');
        this.#listeners.set(response, userId);
        response.on('close', () => this.#listeners.delete(response));
    }

    /** On the event's own channel, and on those of which it is a member. */
    publish(name: string, payload: Readonly<Record<string, unknown>>): void {
        this.#replayId += 1;
        const data = { payload, event: { replayId: this.#replayId } };
        const members = this.#members.filter(({ event, matches }) => event === name && matches(payload));
        for (const channel of [`/event/${name}`, ...members.map((member) => member.channel)]) {
            for (const listener of this.#listeners.keys()) write(listener, 'message', { channel, data });
        }
    }

    /** Only to the pages of one user. */
    tell(userId: string, event: string, data: unknown): void {
        for (const [listener, owner] of this.#listeners) if (owner === userId) write(listener, event, data);
    }
}

function write(listener: ServerResponse, event: string, data: unknown): void {
    listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
