/** jsdom has none: delivers to every other open channel of the same name, as a browser does, but at once. */
export class FakeBroadcastChannel {
    /** Channels that nobody has closed yet. */
    static readonly open = new Set<FakeBroadcastChannel>();

    onmessage: ((event: { data: unknown }) => void) | null = null;
    readonly name: string;

    constructor(name: string) {
        this.name = name;
        FakeBroadcastChannel.open.add(this);
    }

    postMessage(data: unknown): void {
        for (const channel of FakeBroadcastChannel.open) {
            if (channel !== this && channel.name === this.name) {
                channel.onmessage?.({ data });
            }
        }
    }

    close(): void {
        FakeBroadcastChannel.open.delete(this);
    }
}

/** What another tab announces when its user starts a sign-in. */
export function startInOtherTab(connection: string): void {
    const otherPage = 2;
    const channel = new FakeBroadcastChannel(`reauth_${connection}`);
    channel.postMessage(otherPage);
    channel.close();
}
