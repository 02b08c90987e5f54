import { registerSa11yMatcher } from '@sa11y/jest';
import { FakeBroadcastChannel } from './jest-mocks/broadcastChannel';

registerSa11yMatcher();
Object.assign(globalThis, { BroadcastChannel: FakeBroadcastChannel });
