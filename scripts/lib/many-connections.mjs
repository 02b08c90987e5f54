import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './prepare.mjs';

/** A project with as many connections more, Many_0 and so on, copied from that of Acme Sign and changed. */
export function projectWithConnections(count, change = (record) => record) {
    const project = mkdtempSync(path.join(tmpdir(), 'bench-'));
    process.once('exit', () => rmSync(project, { recursive: true }));
    const { packageDirectories } = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8'));
    const directories = packageDirectories.map(({ path: directory }) => ({ path: path.join(root, directory) }));
    const settings = { packageDirectories: [...directories, { path: 'bench' }] };
    writeFileSync(path.join(project, 'sfdx-project.json'), JSON.stringify(settings));
    mkdirSync(path.join(project, 'bench'));
    const source = path.join(root, 'connections/acme-sign/customMetadata/Reauth_Connection.Acme_Sign.md-meta.xml');
    const record = readFileSync(source, 'utf8');
    for (let number = 0; number < count; number += 1) {
        const file = path.join(project, `bench/Reauth_Connection.Many_${number}.md-meta.xml`);
        writeFileSync(file, change(record, `Many_${number}`));
    }
    return project;
}

/** Has a connection's one sign-in serve everybody and be renewed every hour, through a named credential of its own. */
export const asNamedPrincipal = (record, name) =>
    record
        .replace('>per-user<', '>named<')
        .replace(/(<field>Named_Credential__c<\/field>\s*<value[^>]*>)Acme_Sign/, `$1${name}`)
        .replace(
            '</CustomMetadata>',
            '<values><field>Refresh_Minutes__c</field><value xsi:type="xsd:double">60</value></values></CustomMetadata>'
        );

/** Statuses of users to a connection, as an org has them after a while. */
export const statuses = (count) =>
    Array.from({ length: count }, (_, number) => ({
        type: 'Reauth_Status__c',
        Id: `a00${String(number).padStart(12, '0')}AAA`,
        Key__c: `${String(number).padStart(18, '0')}:Acme_Sign`,
        Connection__c: 'Acme_Sign',
        State__c: 'connected'
    }));
