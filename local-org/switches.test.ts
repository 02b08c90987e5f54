import { test } from 'node:test';
import { SWITCHES, type SwitchId } from './platform/switches.ts';
import { useLocalOrg } from './test-member.ts';
import { story } from './test-story.ts';

const org = useLocalOrg();

test('the story ends well with every default', () => story(org, []));

for (const [id, { question, values }] of Object.entries(SWITCHES)) {
    for (const [value, meaning] of Object.entries(values).slice(1)) {
        test(`the story ends well with ${id}=${value}, ${question}: ${meaning}`, () =>
            story(org, [[id as SwitchId, value]]));
    }
}
