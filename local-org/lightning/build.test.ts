import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { checkImports, compileBundles } from './bundles.ts';
import { readSite } from './metadata.ts';
import { readProject } from './project.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const folder = mkdtempSync(path.join(tmpdir(), 'lightning-'));
after(() => {
    rmSync(folder, { recursive: true });
});

const META = `<LightningComponentBundle ${NAMESPACE}>
    <apiVersion>66.0</apiVersion>
    <isExposed>true</isExposed>
    <targets><target>lightning__RecordPage</target><target>lightning__Tab</target></targets>
    <targetConfigs>
        <targetConfig targets="lightning__RecordPage">
            <property name="connection" type="String" required="true" />
            <property name="compact" type="Boolean" />
            <objects><object>Account</object></objects>
        </targetConfig>
    </targetConfigs>
</LightningComponentBundle>`;

const SCRIPT = `import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Sample_Title';
export default class Sample extends LightningElement { @api connection; @api compact; title = title; }`;

const LABELS = `<CustomLabels ${NAMESPACE}><labels>
    <fullName>Sample_Title</fullName><language>en_US</language><protected>false</protected>
    <shortDescription>Title</shortDescription><value>Envelopes &amp; more</value>
</labels></CustomLabels>`;

const TAB = `<CustomTab ${NAMESPACE}><label>Back</label><lwcComponent>sample</lwcComponent><motif>Custom1: Heart</motif></CustomTab>`;

function flexiPage(component: string, properties: Record<string, string> = {}): string {
    const values = Object.entries(properties).map(
        ([name, value]) =>
            `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`
    );
    return `<FlexiPage ${NAMESPACE}>
        <flexiPageRegions>
            <itemInstances><componentInstance>${values.join('')}<componentName>${component}</componentName></componentInstance></itemInstances>
            <name>main</name><type>Region</type>
        </flexiPageRegions>
        <masterLabel>Sample</masterLabel><sobjectType>Account</sobjectType><type>RecordPage</type>
    </FlexiPage>`;
}

/** A project of one component, with some files changed; undefined takes a file away. */
function projectWith(changes: Record<string, string | undefined> = {}): string {
    const root = mkdtempSync(path.join(folder, 'project-'));
    const files: Record<string, string | undefined> = {
        'sfdx-project.json': '{"packageDirectories":[{"path":"app"}]}',
        'app/lwc/sample/sample.js': SCRIPT,
        'app/lwc/sample/sample.html': '<template>{title}</template>',
        'app/lwc/sample/sample.js-meta.xml': META,
        'app/labels/CustomLabels.labels-meta.xml': LABELS,
        'app/tabs/Back.tab-meta.xml': TAB,
        'app/flexipages/Sample.flexipage-meta.xml': flexiPage('sample', { connection: 'A', compact: 'true' }),
        ...changes
    };
    for (const [name, content] of Object.entries(files)) {
        if (content === undefined) continue;
        mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
        writeFileSync(path.join(root, name), content);
    }
    return root;
}

async function build(changes?: Record<string, string | undefined>) {
    const project = readProject(projectWith(changes));
    const site = readSite(project);
    const bundles = await compileBundles(project, path.join(folder, 'cache'));
    checkImports(project, site, bundles);
    return { site, bundles };
}

describe('a project becomes pages', () => {
    test('with its labels, tabs, and the components of a record page with typed properties', async () => {
        const { site } = await build();
        assert.deepEqual(site.labels, { Sample_Title: 'Envelopes & more' });
        assert.deepEqual(site.tabs, { Back: { label: 'Back', component: 'c/sample' } });
        assert.deepEqual(site.recordPages.Account?.regions, {
            main: [{ component: 'c/sample', properties: { connection: 'A', compact: true } }]
        });
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
        [
            'an Apex class that does not exist',
            {
                'app/lwc/sample/sample.js': `import call from '@salesforce/apex/Nowhere.call';\n${SCRIPT.replace('= title', '= call')}`
            },
            /cannot find @salesforce\/apex\/Nowhere\.call/
        ],
        [
            'a property that the component does not offer',
            { 'app/flexipages/Sample.flexipage-meta.xml': flexiPage('sample', { connection: 'A', colour: 'red' }) },
            /Sample\.flexipage-meta\.xml: sample has no property colour/
        ],
        [
            'a required property without a value',
            { 'app/flexipages/Sample.flexipage-meta.xml': flexiPage('sample') },
            /sample needs a value for connection/
        ],
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
            'a standard component that nothing here stands in for',
            { 'app/flexipages/Sample.flexipage-meta.xml': flexiPage('flowruntime:interview') },
            /no stand-in for the standard component flowruntime:interview/
        ]
    ];
    for (const [what, changes, message] of refused) {
        test(what, async () => {
            await assert.rejects(build(changes), message);
        });
    }
});
