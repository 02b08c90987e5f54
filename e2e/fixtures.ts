import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';
import { startLocalOrg } from '../local-org/main.ts';
import { conditionsFor, describeConditions } from './conditions.ts';
import { deployGuardedPage } from './guardedPage.ts';
import { AcmeSignControl } from './pages/acmeSign.ts';
import { PlatformControl } from './pages/platform.ts';
import { RecordPage } from './pages/recordPage.ts';

type LocalOrg = Awaited<ReturnType<typeof startLocalOrg>>;

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['incomplete'][number];

interface TestFixtures {
    acmeSign: AcmeSignControl;
    record: RecordPage;
    platform: PlatformControl;
    /** Nobody is connected, and Acme Sign behaves; what the test does not care about is as conditionsFor says. */
    freshOrg: undefined;
    /** Fails a test in which a page reports an error that nobody expects. */
    noSurprises: undefined;
}

interface WorkerFixtures {
    org: LocalOrg;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
    org: [
        async ({}, use) => {
            const org = await startLocalOrg({ port: 0, providerPort: 0, prepare: deployGuardedPage });
            await use(org);
            await org.close();
        },
        { scope: 'worker', timeout: 90_000 }
    ],

    freshOrg: [
        async ({ org, acmeSign, platform }, use, { title, annotations }) => {
            await org.reset();
            const conditions = conditionsFor(title);
            annotations.push({ type: 'conditions', description: describeConditions(conditions) });
            await acmeSign.set({ openerPolicy: conditions.openerPolicy });
            await platform.set(conditions.switches);
            await use(undefined);
        },
        { auto: true }
    ],

    acmeSign: async ({ org }, use) => {
        await use(new AcmeSignControl(org.providerUrl));
    },

    platform: async ({ org }, use) => {
        await use(new PlatformControl(org.orgUrl));
    },

    record: async ({ page, org }, use) => {
        await use(new RecordPage(page, org.orgUrl));
    },

    noSurprises: [
        async ({ context }, use) => {
            const errors: string[] = [];
            context.on('console', (message) => {
                if (isError(message)) errors.push(message.text());
            });
            context.on('weberror', (error) => errors.push(error.error().message));
            await use(undefined);
            expect(errors).toEqual([]);
        },
        { auto: true }
    ]
});

/** The browser itself writes a line for every answer of 400 and above; those are part of what is tested. */
function isError(message: ConsoleMessage): boolean {
    return message.type() === 'error' && !message.text().startsWith('Failed to load resource');
}

/** WCAG 2.2 A and AA over everything on the page, the frame included. A contrast that axe cannot tell counts as poor. */
export async function expectAccessible(page: Page): Promise<void> {
    const { violations, incomplete } = await new AxeBuilder({ page })
        // what passed needs no list, and pages without frames no blank page to put the results of frames together
        .options({ resultTypes: ['violations', 'incomplete'] })
        .setLegacyMode()
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
    const contrasts = incomplete.filter(({ id }) => id === 'color-contrast');
    const untold = contrasts.map(({ id, nodes }) => ({ id, nodes: nodes.filter(isInReach) }));
    const found = [...violations, ...untold.filter(({ nodes }) => nodes.length > 0)];
    expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** What axe says of a text that something else, such as an open list, lies over, or that is out of sight. */
const COVERED = ['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring', 'outsideViewport'];

/** Whether axe has looked at the text, and nothing lies over it. */
function isInReach({ any }: Finding['nodes'][number]): boolean {
    const reasons = any.map(({ data }) => (data as { messageKey?: string } | null)?.messageKey);
    return reasons.some((reason) => reason !== undefined && !COVERED.includes(reason));
}

export { expect } from '@playwright/test';
