import { FakeBroadcastChannel } from './jest-mocks/broadcastChannel';

expect.extend({
    // loaded by the tests that ask: it takes longer than most files with all their tests
    async toBeAccessible(element: Element) {
        const { toBeAccessible } = await import('@sa11y/jest');
        return toBeAccessible(element);
    }
});
Object.assign(globalThis, { BroadcastChannel: FakeBroadcastChannel });
