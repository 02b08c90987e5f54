import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { checkImports, compileBundles } from './bundles.ts';
import { readSite, readTranslations } from './metadata.ts';
import { readProject } from './project.ts';
import { app, flexiPage, LABELS, META, pageTab, projectIn, SCRIPT, temporaryFolder } from './test-project.ts';

describe('lightning/build', () => {
    const folder = temporaryFolder();

    async function build(changes?: Record<string, string | undefined>) {
        const project = readProject(projectIn(folder, changes));
        const site = readSite(project);
        const translations = readTranslations(project, site.labels);
        const bundles = await compileBundles(project, path.join(folder, 'cache'));
        checkImports(project, site, bundles);
        return { site, translations, bundles };
    }

    function translation(name: string): Record<string, string> {
        return {
            'app/translations/de.translation-meta.xml': `<Translations xmlns="http://soap.sforce.com/2006/04/metadata">
            <customLabels><label>Umschläge</label><name>${name}</name></customLabels>
        </Translations>`
        };
    }

    function pageWith(component: string, properties: Record<string, string> = {}): Record<string, string> {
        return { 'app/flexipages/Sample.flexipage-meta.xml': flexiPage({ main: [{ component, properties }] }) };
    }

    function pageWithRule(rule: string): Record<string, string> {
        const page = flexiPage({ main: [{ component: 'sample', properties: { connection: 'A' } }] });
        const end = '</componentInstance>';
        return {
            'app/flexipages/Sample.flexipage-meta.xml': page.replace(
                end,
                `<visibilityRule>${rule}</visibilityRule>${end}`
            )
        };
    }

    function criterion(left: string, operator: string, right: string): string {
        return `<criteria><leftValue>${left}</leftValue><operator>${operator}</operator><rightValue>${right}</rightValue></criteria>`;
    }

    function appWith(elements: string): Record<string, string> {
        return { 'app/applications/Sample.app-meta.xml': app(elements) };
    }

    describe('a project becomes pages', () => {
        test('with its labels, tabs, and the components of a record page with typed properties', async () => {
            const { site } = await build();
            assert.deepEqual(site.labels, { Sample_Title: 'Envelopes & more' });
            assert.deepEqual(site.tabs.Back, { kind: 'component', label: 'Back', component: 'c/sample' });
            assert.deepEqual(site.recordPages.Account?.regions, {
                main: [{ component: 'c/sample', properties: { connection: 'A', compact: true } }]
            });
        });

        test('with the labels of each translation', async () => {
            const { translations } = await build(translation('Sample_Title'));
            assert.deepEqual([...translations], [['de', { Sample_Title: 'Umschläge' }]]);
        });

        test('with the rules by which components of a record page show', async () => {
            const rule = criterion('{!Record.A__c}', 'EQUAL', 'true') + criterion('{!Record.B__c}', 'NE', 'false');
            const { site } = await build(pageWithRule(rule));
            assert.deepEqual(site.recordPages.Account?.regions.main?.[0]?.visibility, [
                { field: 'A__c', equal: true, value: true },
                { field: 'B__c', equal: false, value: false }
            ]);
        });

        test('with bundles as the platform compiles them', async () => {
            const { bundles } = await build();
            assert.match(bundles.get('sample')?.code ?? '', /^define\('c\/sample'/);
            assert.deepEqual(bundles.get('sample')?.imports, ['lwc', '@salesforce/label/c.Sample_Title']);
        });
    });

    describe('what a deployment would refuse names the file', () => {
        const refused: [string, Record<string, string | undefined>, RegExp][] = [
            ['a component without its script', { 'app/lwc/sample/sample.js': undefined }, /sample\.js is missing/],
            [
                'a private method, which the platform cannot compile',
                { 'app/lwc/sample/sample.js': SCRIPT.replace('title = title;', '#secret() {}') },
                /sample\.js.*private methods/s
            ],
            [
                'a template that does not parse',
                { 'app/lwc/sample/sample.html': '<template><p></template>' },
                /sample\.html:1: .*LWC/
            ],
            [
                'a label that does not exist',
                { 'app/labels/CustomLabels.labels-meta.xml': LABELS.replace('Sample_Title', 'Other') },
                /sample: cannot find @salesforce\/label\/c\.Sample_Title/
            ],
            ['a translation of a label that does not exist', translation('Other'), /there is no label Other/],
            [
                'an Apex class that does not exist',
                {
                    'app/lwc/sample/sample.js': `import call from '@salesforce/apex/Nowhere.call';\n${SCRIPT.replace('= title', '= call')}`
                },
                /cannot find @salesforce\/apex\/Nowhere\.call/
            ],
            [
                'a property that the component does not offer',
                pageWith('sample', { connection: 'A', colour: 'red' }),
                /Sample\.flexipage-meta\.xml: sample has no property colour/
            ],
            ['a required property without a value', pageWith('sample'), /sample needs a value for connection/],
            [
                'a component that is not exposed',
                { 'app/lwc/sample/sample.js-meta.xml': META.replace('>true<', '>false<') },
                /sample is not exposed/
            ],
            [
                'a record page on an object for which the component is not offered',
                { 'app/lwc/sample/sample.js-meta.xml': META.replace('Account', 'Contact') },
                /sample is not offered on pages of Account/
            ],
            [
                'a tab of a component without that target',
                { 'app/lwc/sample/sample.js-meta.xml': META.replace('<target>lightning__Tab</target>', '') },
                /Back\.tab-meta\.xml: the component sample lacks the target lightning__Tab/
            ],
            [
                'an app with a tab that does not exist',
                appWith('<tabs>Nowhere</tabs>'),
                /Sample\.app-meta\.xml: .*tab Nowhere/
            ],
            [
                'an app with a utility bar that does not exist',
                appWith('<utilityBar>Bar</utilityBar>'),
                /Sample\.app-meta\.xml: there is no page Bar of type UtilityBar/
            ],
            [
                'a tab of a page that is no app page',
                { 'app/tabs/Overview.tab-meta.xml': pageTab('Sample') },
                /Overview\.tab-meta\.xml: there is no page Sample of type AppPage/
            ],
            [
                'a visibility rule on more than a checkbox',
                pageWithRule(criterion('{!Record.Name}', 'CONTAINS', 'Northwind')),
                /Sample\.flexipage-meta\.xml: sample has the visibility rule .*Name\} CONTAINS Northwind, which/
            ],
            [
                'a visibility rule on the user',
                pageWithRule(criterion('{!$Permission.CustomPermission.A}', 'EQUAL', 'true')),
                /sample has the visibility rule .*Permission/
            ],
            [
                'a visibility rule with filter logic',
                pageWithRule(`<booleanFilter>1 OR 2</booleanFilter>${criterion('{!Record.A__c}', 'EQUAL', 'true')}`),
                /sample has a visibility rule that local-org cannot judge there, or one with filter logic/
            ],
            [
                'a standard component that nothing here stands in for',
                pageWith('flowruntime:interview'),
                /no stand-in for the standard component flowruntime:interview/
            ]
        ];
        for (const [what, changes, message] of refused) {
            test(what, async () => {
                await assert.rejects(build(changes), message);
            });
        }
    });
});
