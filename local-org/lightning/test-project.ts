/** Makes small projects for tests: a component, its label, a tab and a record page, with some files changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export const META = `<LightningComponentBundle ${NAMESPACE}>
    <apiVersion>66.0</apiVersion>
    <isExposed>true</isExposed>
    <targets>
        <target>lightning__RecordPage</target><target>lightning__AppPage</target><target>lightning__HomePage</target>
        <target>lightning__UtilityBar</target><target>lightning__Tab</target>
    </targets>
    <targetConfigs>
        <targetConfig targets="lightning__RecordPage">
            <property name="connection" type="String" required="true" />
            <property name="compact" type="Boolean" />
            <objects><object>Account</object></objects>
        </targetConfig>
    </targetConfigs>
</LightningComponentBundle>`;

export const SCRIPT = `import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Sample_Title';
export default class Sample extends LightningElement { @api connection; @api compact; title = title; }`;

export const LABELS = `<CustomLabels ${NAMESPACE}><labels>
    <fullName>Sample_Title</fullName><language>en_US</language><protected>false</protected>
    <shortDescription>Title</shortDescription><value>Envelopes &amp; more</value>
</labels></CustomLabels>`;

const TAB = `<CustomTab ${NAMESPACE}>
    <label>Back</label><lwcComponent>sample</lwcComponent><motif>Custom1: Heart</motif>
</CustomTab>`;

interface Placed {
    component: string;
    properties?: Record<string, string>;
    decorators?: Record<string, string>;
}

/** An app; what is not given is left out. */
export function app(elements: string): string {
    return `<CustomApplication ${NAMESPACE}><label>Sample</label>${elements}</CustomApplication>`;
}

export function pageTab(page: string): string {
    return `<CustomTab ${NAMESPACE}><flexiPage>${page}</flexiPage><label>Overview</label></CustomTab>`;
}

/** A page, by default a record page for Account; a region whose name starts with `Facet` is one. */
export function flexiPage(regions: Record<string, readonly Placed[]>, type = 'RecordPage'): string {
    const property =
        (type: string) =>
        ([name, value]: [string, string]) =>
            `<componentInstanceProperties><name>${name}</name>${type}<value>${value}</value></componentInstanceProperties>`;
    const item = ({ component, properties = {}, decorators = {} }: Placed) => `<itemInstances><componentInstance>
        ${Object.entries(properties).map(property('')).join('')}
        ${Object.entries(decorators).map(property('<type>decorator</type>')).join('')}
        <componentName>${component}</componentName>
    </componentInstance></itemInstances>`;
    const region = ([name, placed]: [string, readonly Placed[]]) => `<flexiPageRegions>
        ${placed.map(item).join('')}<name>${name}</name><type>${name.startsWith('Facet') ? 'Facet' : 'Region'}</type>
    </flexiPageRegions>`;
    return `<FlexiPage ${NAMESPACE}>
        ${Object.entries(regions).map(region).join('')}
        <masterLabel>Sample</masterLabel>
        ${type === 'RecordPage' ? '<sobjectType>Account</sobjectType>' : ''}<type>${type}</type>
    </FlexiPage>`;
}

/** A folder that is gone when the tests of the file have run. */
export function temporaryFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'lightning-'));
    after(() => {
        rmSync(folder, { recursive: true });
    });
    return folder;
}

/** Writes the project below the folder and answers where; a file that is undefined is left out. */
export function projectIn(folder: string, changes: Record<string, string | undefined> = {}): string {
    const root = mkdtempSync(path.join(folder, 'project-'));
    const files: Record<string, string | undefined> = {
        'sfdx-project.json': '{"packageDirectories":[{"path":"app"}]}',
        'app/lwc/sample/sample.js': SCRIPT,
        'app/lwc/sample/sample.html': '<template>{title}</template>',
        'app/lwc/sample/sample.js-meta.xml': META,
        'app/labels/CustomLabels.labels-meta.xml': LABELS,
        'app/tabs/Back.tab-meta.xml': TAB,
        'app/flexipages/Sample.flexipage-meta.xml': flexiPage({
            main: [{ component: 'sample', properties: { connection: 'A', compact: 'true' } }]
        }),
        ...changes
    };
    for (const [name, content] of Object.entries(files)) {
        if (content === undefined) continue;
        mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
        writeFileSync(path.join(root, name), content);
    }
    return root;
}
