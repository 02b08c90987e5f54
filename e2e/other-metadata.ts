/** Metadata that the shipped connection does not have, for tests that need it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startLocalOrg } from '../local-org/main.ts';
import { deployRenewing } from '../local-org/test-renewing.ts';
import { test as base } from './fixtures.ts';

const BUTTONS = 50;

export const test = base.extend<object, { org: Awaited<ReturnType<typeof startLocalOrg>> }>({
    org: [
        async ({}, use) => {
            const prepare = (staged: string) => {
                const folder = path.join(staged, 'connections/acme-sign');
                deployRenewing(staged);
                deployHinting(folder);
                deployCrowd(folder);
            };
            const org = await startLocalOrg({ port: 0, providerPort: 0, prepare });
            await use(org);
            await org.close();
        },
        { scope: 'worker', timeout: 90_000 }
    ]
});

/** The connection Acme_Hint: its sign-in starts at the Auth. Provider's own URL, which takes a hint of the account. */
function deployHinting(folder: string): void {
    const records = path.join(folder, 'customMetadata');
    const shipped = readFileSync(path.join(records, 'Reauth_Connection.Acme_Sign.md-meta.xml'), 'utf8');
    const prompt =
        '<values><field>Account_Prompt__c</field><value xsi:type="xsd:string">select_account</value></values>';
    writeFileSync(
        path.join(records, 'Reauth_Connection.Acme_Hint.md-meta.xml'),
        shipped
            .replace('>external-credential<', '>auth-provider<')
            .replace('</CustomMetadata>', `${prompt}</CustomMetadata>`)
    );
}

/** A page with many buttons, and a component that shows what a sign-in tells the rest of the page. */
function deployCrowd(folder: string): void {
    const page = path.join(folder, 'flexipages/Acme_Sign_Overview.flexipage-meta.xml');
    const shipped = readFileSync(page, 'utf8');
    const [items = '', button = ''] = /(<itemInstances>.*?<\/itemInstances>).*<\/itemInstances>/s.exec(shipped) ?? [];
    const crowd = Array.from({ length: BUTTONS }, (_, number) =>
        button.replace('c_reauthenticate', `c_reauthenticate${number}`)
    );
    const witness = button
        .replace(/<componentInstanceProperties>.*<\/componentInstanceProperties>/s, '')
        .replaceAll('reauthenticate', 'witness');
    writeFileSync(page, shipped.replace(items, crowd.join('') + witness));
    const bundle = path.join(folder, 'lwc/witness');
    mkdirSync(bundle);
    for (const [name, text] of Object.entries(WITNESS)) writeFileSync(path.join(bundle, name), text);
}

const WITNESS = {
    'witness.html': '<template><p>Heard: {words}</p></template>',
    'witness.js': `import { LightningElement, wire } from 'lwc';
        import { MessageContext, subscribe } from 'lightning/messageService';
        import { registerRefreshHandler } from 'lightning/refresh';
        import CHANNEL from '@salesforce/messageChannel/Reauth__c';
        export default class Witness extends LightningElement {
            words = '';
            @wire(MessageContext) context;
            connectedCallback() {
                subscribe(this.context, CHANNEL, ({ connection, state }) => {
                    this.words += connection + ' ' + state + '. ';
                });
                registerRefreshHandler(this, () => {
                    this.words += 'Refresh. ';
                    return Promise.resolve(true);
                });
            }
        }`,
    'witness.js-meta.xml': `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
        <apiVersion>66.0</apiVersion><isExposed>true</isExposed>
        <targets><target>lightning__AppPage</target></targets>
        </LightningComponentBundle>`
};
