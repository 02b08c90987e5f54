import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
    payload: AdapterPayload;
    expiresAt: number;
}

/**
 * Keeps what oidc-provider issues, by kind. Its own memory store would do, could it be emptied by kind: that is how the
 * control panel expires tokens and ends sign-ins.
 */
export class Storage {
    readonly #kinds = new Map<string, Map<string, Entry>>();

    forget(...kinds: string[]): void {
        for (const kind of kinds) this.#kinds.get(kind)?.clear();
    }

    forgetAll(): void {
        this.#kinds.clear();
    }

    adapter(kind: string): Adapter {
        const entries = (): Map<string, Entry> => {
            const existing = this.#kinds.get(kind) ?? new Map<string, Entry>();
            this.#kinds.set(kind, existing);
            return existing;
        };
        const findBy = (matches: (payload: AdapterPayload) => boolean) =>
            [...entries().values()].find((entry) => entry.expiresAt > Date.now() && matches(entry.payload))?.payload;
        return {
            upsert: (id, payload, expiresIn) => {
                for (const [key, entry] of entries()) if (entry.expiresAt <= Date.now()) entries().delete(key);
                entries().set(id, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
                return Promise.resolve();
            },
            find: (id) => {
                const entry = entries().get(id);
                return Promise.resolve(entry && entry.expiresAt > Date.now() ? entry.payload : undefined);
            },
            findByUid: (uid) => Promise.resolve(findBy((payload) => payload.uid === uid)),
            findByUserCode: (userCode) => Promise.resolve(findBy((payload) => payload.userCode === userCode)),
            consume: (id) => {
                const entry = entries().get(id);
                if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
                return Promise.resolve();
            },
            destroy: (id) => {
                entries().delete(id);
                return Promise.resolve();
            },
            revokeByGrantId: (grantId) => {
                for (const [id, entry] of entries()) if (entry.payload.grantId === grantId) entries().delete(id);
                return Promise.resolve();
            }
        };
    }
}
