import type { Switches } from '../../local-org/platform/switches.ts';

/** Makes the stand-in for the platform behave as a test wants it. */
export class PlatformControl {
    readonly #url: string;

    constructor(orgUrl: string) {
        this.#url = `${orgUrl}/local`;
    }

    /** What nobody could establish without an org; the meanings are in local-org/platform/switches.ts. */
    set(switches: Partial<Switches>): Promise<void> {
        return this.#post('switches', switches);
    }

    /** Settings of the Auth. Provider, by the name of the field. */
    configure(fields: Record<string, string>): Promise<void> {
        return this.#post('auth-providers/Acme_Sign', fields);
    }

    /** Moves the clock that Apex sees, so that what it remembers grows old. */
    passHours(hours: number): Promise<void> {
        return this.#post('clock', { seconds: hours * 3600 });
    }

    async #post(path: string, body: object): Promise<void> {
        const response = await fetch(`${this.#url}/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body)
        });
        if (!response.ok) throw new Error(`The local org answered ${response.status}: ${await response.text()}`);
    }
}
