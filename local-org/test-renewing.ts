import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const INTERVAL = `<values><field>Refresh_Minutes__c</field><value xsi:type="xsd:double">60</value></values>`;
const ACCESS = `<externalCredentialPrincipalAccesses>
    <enabled>true</enabled><externalCredentialPrincipal>Acme_Shared-User</externalCredentialPrincipal>
</externalCredentialPrincipalAccesses>`;
/**
 * The shipped connection is for a service that ends every session. Has Acme Sign renew instead, and deploys a second
 * connection, Acme_Shared, with one sign-in for everybody.
 */
export function deployRenewing(staged: string): void {
    const folder = path.join(staged, 'connections/acme-sign');
    const copy = (from: string, to: string, change: (text: string) => string) => {
        writeFileSync(path.join(folder, to), change(readFileSync(path.join(folder, from), 'utf8')));
    };
    const shared = (text: string) =>
        text
            .replace('<externalCredential>Acme_Sign<', '<externalCredential>Acme_Shared<')
            .replace('PerUserPrincipal', 'NamedPrincipal')
            .replaceAll('<label>Acme Sign<', '<label>Acme Shared<');
    copy(
        'externalCredentials/Acme_Sign.externalCredential-meta.xml',
        'externalCredentials/Acme_Shared.externalCredential-meta.xml',
        shared
    );
    copy(
        'namedCredentials/Acme_Sign.namedCredential-meta.xml',
        'namedCredentials/Acme_Shared.namedCredential-meta.xml',
        shared
    );
    const record = 'customMetadata/Reauth_Connection.Acme_Sign.md-meta.xml';
    const renewing = (text: string) => text.replace('</CustomMetadata>', `${INTERVAL}</CustomMetadata>`);
    copy(record, 'customMetadata/Reauth_Connection.Acme_Shared.md-meta.xml', (text) =>
        shared(renewing(text))
            .replace(/(<field>(?:External|Named)_Credential__c<\/field>\s*<value[^>]*>)Acme_Sign/g, '$1Acme_Shared')
            .replace('>per-user<', '>named<')
    );
    copy(record, record, renewing);
    const permissions = 'permissionsets/Acme_Sign_User.permissionset-meta.xml';
    copy(permissions, permissions, (text) => text.replace('</PermissionSet>', `${ACCESS}</PermissionSet>`));
}
