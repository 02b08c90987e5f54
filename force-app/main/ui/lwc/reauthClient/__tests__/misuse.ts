import { connectionStore, run, type Snapshot } from 'c/reauthClient';

const call = (): Promise<number> => Promise.resolve(1);

/** Checked by the compiler alone: a line that should not compile, but does, is an error of its own. */
export const misuse = [
    // @ts-expect-error -- whether the call may be repeated must be said
    () => run(call, { connection: 'Acme_Sign' }),
    // @ts-expect-error -- the connection must be named
    () => run(call, { replay: true }),
    // @ts-expect-error -- a promise cannot be made again, only a call can
    () => run(call(), { connection: 'Acme_Sign', replay: true }),
    // @ts-expect-error -- the call must give a promise
    () => run(() => 1, { connection: 'Acme_Sign', replay: true }),
    // @ts-expect-error -- a call with parameters must be wrapped
    () => run((id: string) => Promise.resolve(id), { connection: 'Acme_Sign', replay: true }),
    // @ts-expect-error -- a misspelled option must not pass
    () => run(call, { connection: 'Acme_Sign', replay: true, onWait: () => undefined }),
    // @ts-expect-error -- only the wrong account has one before
    (snapshot: Extract<Snapshot, { state: 'connected' }>): unknown => snapshot.previousAccount,
    // @ts-expect-error -- a snapshot belongs to the store
    (snapshot: Snapshot) => (snapshot.stage = 'open'),
    // @ts-expect-error -- a listener is what watches
    () => connectionStore('Acme_Sign').watch()
];
