/** What differs from test to test besides what the test is about: the same for a test whenever and wherever it runs. */
import { SWITCHES, type SwitchId, type Switches } from '../local-org/platform/switches.ts';

export interface Conditions {
    /** Whether Acme Sign isolates its window with Cross-Origin-Opener-Policy. */
    readonly openerPolicy: boolean;
    /** One unknown of the platform that turns out otherwise than most plausible, or none. */
    readonly switches: Partial<Switches>;
}

/** The unknowns that any page can meet; those of one surface or of one press are set by its tests. */
export const VARIED: readonly SwitchId[] = [
    'U1',
    'U2',
    'U3',
    'U4',
    'U5',
    'U6',
    'U7',
    'U8',
    'U9',
    'U10',
    'U18',
    'U19',
    'U20',
    'U22',
    'U23',
    'U24',
    'U25',
    'U26',
    'U30',
    'U31',
    'U36',
    'U38',
    'U43'
];

/**
 * With the first no sign-in can end well (local-org/test-story.ts). The others let its window end elsewhere than on the
 * landing page, so that it stays open: connect.test.ts.
 */
const NOT_DEALT = ['U18=c', 'U2=c', 'U4=c'];

const NONE: readonly Partial<Switches>[] = [{}];

const DEALT = [
    NONE,
    ...VARIED.map((id) =>
        Object.keys(SWITCHES[id].values)
            .slice(1)
            .filter((value) => !NOT_DEALT.includes(`${id}=${value}`))
            .map((value): Partial<Switches> => ({ [id]: value }))
    )
];

/** Chosen so that the tests meet all of VARIED, and none; another number deals anew when the reporter misses one. */
const DEAL = 103;

export function conditionsFor(title: string): Conditions {
    const number = hash(`${DEAL} ${title}`);
    const values = DEALT[number % DEALT.length] ?? NONE;
    return {
        openerPolicy: hash(title) % 2 === 0,
        switches: values[hash(`${title} ${DEAL}`) % values.length] ?? {}
    };
}

export function describeConditions({ openerPolicy, switches }: Conditions): string {
    const [deviation] = Object.entries(switches);
    return `${deviation?.join('=') ?? 'all defaults'}, COOP ${openerPolicy ? 'on' : 'off'}`;
}

/** FNV-1a with a last mixing, since its low bits alone are poor. */
function hash(text: string): number {
    let value = 0x811c9dc5;
    for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 12)) >>> 0;
}
