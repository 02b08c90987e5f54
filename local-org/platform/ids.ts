const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An id of 18 characters: three more say which of the fifteen are capitals.
 * Imitates: case-safe ids — Salesforce docs: ID data type [C]
 */
export function salesforceId(prefix: string, number: number): string {
    const short =
        prefix +
        number
            .toString(36)
            .toUpperCase()
            .padStart(15 - prefix.length, '0');
    let suffix = '';
    for (let part = 0; part < 15; part += 5) {
        const bits = Array.from(short.slice(part, part + 5), (letter) => (/[A-Z]/.test(letter) ? 1 : 0));
        suffix += CHECK[bits.reduce<number>((sum, bit, index) => sum + (bit << index), 0)] ?? '';
    }
    return short + suffix;
}

/** Whether two ids name the same record; either may have 15 characters. */
export function sameId(one: string, other: string): boolean {
    return one.length >= 15 && one.slice(0, 15) === other.slice(0, 15);
}
