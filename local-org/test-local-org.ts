import { after, before, beforeEach } from 'node:test';
import { borrowEngine } from './apex/shared-engine.ts';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions } from './main.ts';

/** A local org with real Apex for a test file; each test finds it as it was at the start. */
export function useLocalOrg(options: LocalOrgOptions = {}): { readonly current: LocalOrg } {
    let local: LocalOrg | undefined;
    before(async () => {
        local = await startLocalOrg({ port: 0, providerPort: 0, startEngine: borrowEngine, ...options });
    });
    beforeEach(() => local?.reset());
    after(() => local?.close());
    return {
        get current() {
            if (!local) throw new Error('The local org has not started');
            return local;
        }
    };
}
