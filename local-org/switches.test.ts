import { describe, test } from 'node:test';
import { SWITCHES, type SwitchId } from './platform/switches.ts';
import { useLocalOrg } from './test-local-org.ts';
import { story } from './test-story.ts';

describe('switches', () => {
    const org = useLocalOrg();

    test('the story ends well with every default', () => story(org, []));

    /**
     * The story does not touch them: the first three are played by the page host, U11 and U15 by legacy-credential.test.ts,
     * U12 by setup-rows.test.ts, U35 by nobody, since no Apex of ours is cacheable. The others have tests in platform/.
     */
    const ELSEWHERE: readonly string[] = [
        'U19',
        'U33',
        'U43',
        'U11',
        'U15',
        'U12',
        'U16',
        'U32',
        'U35',
        'U37',
        'U39',
        'U40',
        'U41',
        'U44',
        'U45',
        'U46'
    ];

    for (const [id, { question, values }] of Object.entries(SWITCHES)) {
        if (ELSEWHERE.includes(id)) continue;
        for (const [value, meaning] of Object.entries(values).slice(1)) {
            test(`the story ends well with ${id}=${value}, ${question}: ${meaning}`, () =>
                story(org, [[id as SwitchId, value]]));
        }
    }
});
