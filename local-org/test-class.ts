import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const META = `<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion><status>Active</status>
</ApexClass>
`;

/** Adds an Apex class to what an org deploys, for the users of Acme Sign. */
export function deployClass(staged: string, name: string, source: string): void {
    const folder = path.join(staged, 'connections/acme-sign');
    writeFileSync(path.join(folder, `classes/${name}.cls`), source);
    writeFileSync(path.join(folder, `classes/${name}.cls-meta.xml`), META);
    const permissions = path.join(folder, 'permissionsets/Acme_Sign_User.permissionset-meta.xml');
    const access = `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`;
    writeFileSync(
        permissions,
        readFileSync(permissions, 'utf8').replace('</PermissionSet>', `${access}</PermissionSet>`)
    );
}
