/** One request that reached Acme Sign. Holds no query, header or body, so no code, token or secret can be in it. */
export interface JournalEntry {
    at: string;
    method: string;
    path: string;
    status: number;
    /** Of a token request. */
    grantType?: string;
}

const KEPT = 500;

/** What a test asks to learn which requests came, and in which order. */
export class Journal {
    #entries: JournalEntry[] = [];

    get entries(): readonly JournalEntry[] {
        return this.#entries;
    }

    add(entry: JournalEntry): void {
        this.#entries.push(entry);
        if (this.#entries.length > KEPT) this.#entries.shift();
    }

    clear(): void {
        this.#entries = [];
    }
}
