import test from 'node:test';
import { assertFindings, clean, faultsOf, fileOf, planted } from './lib/planted.mjs';
import { check } from './metadata.mjs';

const CONTROLLER = 'SampleController.cls';
const AUTH = 'Acme.authprovider-meta.xml';
const EXTERNAL = 'Acme.externalCredential-meta.xml';
const NAMED = 'Acme.namedCredential-meta.xml';
const RECORD = 'Sample_Provider.Acme.md-meta.xml';
const USER = 'Sample_User.permissionset-meta.xml';
const ACME_USER = 'Acme_User.permissionset-meta.xml';
const STATE = 'State__c.field-meta.xml';

const STATUS = 'Sample_Status__c.object-meta.xml';

const fault = faultsOf(check);

test('The clean project has no findings', () => assertFindings(check(clean).findings, []));

fault(
    'an element that the type does not have',
    [STATE, '<length>', '<longness>1</longness><length>'],
    /unknown element <longness> in CustomField/
);
fault(
    'a value that the enumeration does not have',
    [EXTERNAL, '>PerUserPrincipal<', '>PerUser<'],
    /'PerUser' is not one of/,
    /no principal/,
    [ACME_USER, /no principal User/],
    [RECORD, /no principal User/]
);
fault('a boolean that is none', [STATE, '<required>false', '<required>no'], /<required> 'no' is not true or false/);
fault('a number that is none', [STATE, '<length>40', '<length>forty'], /<length> 'forty' is not a number/);
fault(
    'a required element that is missing',
    [AUTH, '<providerType>Custom</providerType>', ''],
    /<providerType> is missing/
);
fault(
    'an element given twice',
    [STATE, '<length>40</length>', '<length>40</length><length>40</length>'],
    /<length> is repeated/
);
fault(
    'elements of a kind that do not stand together',
    [
        ACME_USER,
        '<label>Acme User</label>',
        '<label>Acme User</label><externalCredentialPrincipalAccesses><enabled>false</enabled><externalCredentialPrincipal>Acme-User</externalCredentialPrincipal></externalCredentialPrincipalAccesses>'
    ],
    /must stand together/
);
fault('XML that is not well-formed', [NAMED, '</label>', '</lable>'], /not well-formed/);
fault(
    'another root than the file name asks for',
    [
        'connections/acme/remoteSiteSettings/Acme.remoteSite-meta.xml',
        '<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata" />'
    ],
    /root <CspTrustedSite>, but the file name asks for <RemoteSiteSetting>/
);
fault(
    'a file of an unknown kind',
    ['force-app/main/other/Acme.other-meta.xml', '<Other/>'],
    /'other' is not a metadata type that this check knows/
);

fault(
    'a plug-in class that does not exist',
    [AUTH, '<plugin>SamplePlugin', '<plugin>OtherPlugin'],
    /there is no Apex class OtherPlugin/
);
fault(
    'a plug-in class that is none',
    [AUTH, '<plugin>SamplePlugin', '<plugin>SampleController'],
    /SampleController does not extend/
);
fault(
    'a settings record that does not exist',
    [AUTH, '__mdt.Acme<', '__mdt.Other<'],
    /there is no record Sample_Provider__mdt.Other/
);
fault(
    'a settings record without the suffix of its type',
    [AUTH, '__mdt.Acme<', '.Acme<'],
    /must be written as Type__mdt.Record/
);
fault(
    'a plug-in provider without an execution user',
    [AUTH, '<executionUser>integration@org.example.com</executionUser>', '<!-- integration@org.example.com -->'],
    /needs <executionUser>/
);
fault(
    'an external credential of an unknown auth provider',
    [EXTERNAL, '<authProvider>Acme', '<authProvider>Other'],
    /<authProvider>: there is no Other/
);
fault(
    'a named credential of an unknown external credential',
    [NAMED, '<externalCredential>Acme', '<externalCredential>Other'],
    /<externalCredential>: there is no Other/,
    [RECORD, /^Named_Credential__c: Acme leads to another/],
    [RECORD, /^Revocation_Named_Credential__c: Acme leads to another/]
);
fault(
    'a named credential without TLS',
    [NAMED, '>https://acme.example.com', '><!-- https://acme.example.com -->http://acme.test'],
    /must begin with https/
);

fault('a record of an unknown field', [RECORD, 'Minutes__c', 'Hours__c'], /Sample_Provider__mdt has no field Hours__c/);
fault(
    'a record value of the wrong type',
    [RECORD, 'xsd:double', 'xsd:string'],
    /Minutes__c is a Number: xsi:type must be xsd:double/
);
fault('a record value outside the picklist', [RECORD, '>code<', '>magic<'], /'magic' is not one of code, client/);
fault(
    'a record value that is too long',
    [RECORD, '/token<', `/${'x'.repeat(255)}<`],
    /Token_Url__c: \d+ characters, at most 255/
);
fault('a record number with too many digits', [RECORD, '>480<', '>48000<'], /does not fit 4 digits before and 0 after/);
fault(
    'a record without a required value',
    [RECORD, '<value xsi:type="xsd:string">https://acme.example.com/token</value>', '<value xsi:nil="true" />'],
    /the required Token_Url__c has no value/
);
fault(
    'a record of an unknown type',
    [
        'connections/acme/customMetadata/Other.Acme.md-meta.xml',
        '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata"><label>Acme</label></CustomMetadata>'
    ],
    /there is no custom metadata type Other__mdt/
);

for (const [field, name, says] of [
    ['Access_Permission__c', 'Sample_See_Details', /there is no custom permission Sample_See_DetailsX/],
    ['Auth_Provider__c', 'Acme', /there is no auth provider AcmeX/],
    ['External_Credential__c', 'Acme', /there is no external credential AcmeX/],
    ['Named_Credential__c', 'Acme', /there is no named credential AcmeX/],
    ['Principal_Name__c', 'User', /Acme has no principal UserX/],
    ['Revocation_Named_Credential__c', 'Acme', /there is no named credential AcmeX/],
    ['Url_Suffix__c', 'Acme', /there is no auth provider AcmeX/],
    ['User_Url__c', 'callout:Acme', /there is no named credential AcmeX/]
]) {
    const before = `<field>${field}</field>\n        <value xsi:type="xsd:string">${name}`;
    fault(`a record whose ${field} is a name that nothing has`, [RECORD, before, `${before}X`], says);
}
fault(
    'a record for a connection that does not exist',
    [
        RECORD,
        '</CustomMetadata>',
        '<values><field>Connection__c</field><value xsi:type="xsd:string">Acne</value></values></CustomMetadata>'
    ],
    /there is no connection Acne/
);
test('Catches a record whose named credentials belong to another external credential', () => {
    const other = EXTERNAL.replace('Acme', 'Other');
    const project = planted(
        [`connections/acme/externalCredentials/${other}`, fileOf(EXTERNAL).text],
        [NAMED, '<externalCredential>Acme', '<externalCredential>Other']
    );
    assertFindings(check(project).findings, [
        [RECORD, /^Named_Credential__c: Acme leads to another external credential than Acme/],
        [RECORD, /^Revocation_Named_Credential__c: Acme leads to another external credential than Acme/]
    ]);
});

fault(
    'a permission for an unknown class',
    [USER, '>SampleController<', '>OtherController<'],
    /there is no Apex class OtherController/,
    [CONTROLLER, /no permission set grants the class/]
);
fault(
    'a permission for a test class',
    [USER, '>SampleAction<', '>SampleControllerTest<'],
    /SampleControllerTest is a test class/,
    ['SampleAction.cls', /has an @InvocableMethod, but no permission set grants the class/]
);
fault(
    'a permission for an unknown object',
    [USER, '<object>Sample_Status__c', '<object>Other__c'],
    /there is no object Other__c/
);
fault(
    'a permission for an unknown field',
    [USER, 'Sample_Status__c.State__c', 'Sample_Status__c.Other__c'],
    /there is no field Sample_Status__c.Other__c/
);
fault(
    'a permission for a required field',
    [USER, 'Sample_Status__c.State__c', 'Sample_Status__c.Key__c'],
    /refuses permissions on the required field/
);
fault(
    'a right without the rights it needs',
    [USER, '<allowDelete>false', '<allowDelete>true'],
    /allowDelete needs allowEdit/
);
fault('a permission for an unknown tab', [USER, '>Sample_Return<', '>Other_Return<'], /there is no tab Other_Return/, [
    'Sample_Return.tab-meta.xml',
    /no permission set grants the tab/
]);
fault(
    'a permission for an unknown custom permission',
    [USER, '>Sample_See_Details<', '>Other<'],
    /there is no customPermission Other/,
    ['Sample_See_Details.customPermission-meta.xml', /no permission set grants/]
);
fault(
    'access to an unknown custom metadata type',
    [USER, '>Sample_Provider__mdt<', '>Other__mdt<'],
    /there is no custom metadata type Other__mdt/
);
fault('access to an unknown principal', [ACME_USER, '>Acme-User<', '>Acme-Admin<'], /Acme has no principal Admin/);
fault(
    'access to a principal of an unknown credential',
    [ACME_USER, '>Acme-User<', '>Other-User<'],
    /there is no external credential Other/
);

fault(
    'a field whose name is not that of its file',
    [STATE, '<fullName>State__c', '<fullName>Stage__c'],
    /<fullName> is 'Stage__c', but the file is State__c/
);
fault('a text field without a length', [STATE, '<length>40</length>', ''], /a Text field needs <length>/);
fault(
    'a field without a description',
    [STATE, '<description>The state in one word.</description>', ''],
    /State__c has no <description>/
);
fault(
    'a setting without help',
    ['Grant__c.field-meta.xml', '<inlineHelpText>How tokens are asked for.</inlineHelpText>', ''],
    /Grant__c has no <inlineHelpText>/
);
fault(
    'a field label that is too long',
    [STATE, '<label>State', `<label>${'State'.repeat(9)}`],
    /<label> has 45 characters, at most 40/
);
fault(
    'an object without a sharing model',
    [STATUS, '<sharingModel>Private</sharingModel>', ''],
    /Sample_Status__c needs <sharingModel>/
);
fault(
    'an object without a description',
    [STATUS, '<description>What is known about a key.</description>', ''],
    /Sample_Status__c has no <description>/
);
fault(
    'a field that nothing reads',
    ['SampleAction.cls', 'Outcome__c = String.valueOf(statuses.size())', ''],
    ['Outcome__c.field-meta.xml', /no code names the field Outcome__c/]
);
