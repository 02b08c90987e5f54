import { test } from 'node:test';
import { SWITCHES, type SwitchId } from './platform/switches.ts';
import { useLocalOrg } from './test-local-org.ts';
import { story, type Deviation } from './test-story.ts';

// Pairs of deviations that meet in one flow; too many for every run, so `npm run test:matrix` asks for them.

const FLOWS: readonly (readonly SwitchId[])[] = [
    // from the link to the landing
    ['U1', 'U2', 'U3', 'U4', 'U5', 'U18', 'U20', 'U21', 'U24', 'U26', 'U30', 'U36'],
    // a callout that meets an expired token
    ['U6', 'U7', 'U8', 'U9', 'U17', 'U22', 'U23', 'U27', 'U28', 'U29', 'U38'],
    // a user who never signed in, or may not
    ['U4', 'U5', 'U10', 'U31']
];

const deviationsOf = (id: SwitchId): Deviation[] =>
    Object.keys(SWITCHES[id].values)
        .slice(1)
        .map((value): Deviation => [id, value]);

const org = useLocalOrg();
const seen = new Set<string>();

for (const flow of FLOWS) {
    for (const [index, first] of flow.entries()) {
        for (const second of flow.slice(index + 1)) {
            for (const one of deviationsOf(first)) {
                for (const other of deviationsOf(second)) {
                    const name = `${one.join('=')} with ${other.join('=')}`;
                    if (!seen.has(name)) test(name, () => story(org, [one, other]));
                    seen.add(name);
                }
            }
        }
    }
}
