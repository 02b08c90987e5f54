import test from 'node:test';
import { assertFindings, faultsOf, planted } from './lib/planted.mjs';
import { check } from './metadata.mjs';

const PLUGIN = 'SamplePlugin.cls';
const CONTROLLER = 'SampleController.cls';
const LABELS = 'CustomLabels.labels-meta.xml';
const CARD = 'sampleCard.ts';
const CARD_META = 'sampleCard.js-meta.xml';
const CARD_HTML = 'sampleCard.html';
const PAGE = 'Acme_Account.flexipage-meta.xml';
const TAB = 'Sample_Return.tab-meta.xml';
const FLOW = 'Sample_Check.flow-meta.xml';

const fault = faultsOf(check);

fault(
    'the settings of a trigger that does not exist',
    [
        'force-app/main/PlatformEventSubscriberConfigs/Sample.platformEventSubscriberConfig-meta.xml',
        '<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata"><masterLabel>Sample</masterLabel><platformEventConsumer>SampleEvents</platformEventConsumer></PlatformEventSubscriberConfig>'
    ],
    /there is no trigger SampleEvents/
);
fault(
    'a label that Apex names but nobody declared',
    [CONTROLLER, 'Label.Sample_Not_Allowed', 'Label.Sample_Missing'],
    /there is no label Sample_Missing/
);
fault(
    'a label that Apex asks for in a language but nobody declared',
    [CONTROLLER, 'Label.Sample_Not_Allowed', "Label.get(null, 'Sample_Missing', 'de')"],
    /there is no label Sample_Missing/
);
test('Takes no member that is called label for the name of one', () => {
    const project = planted([CONTROLLER, 'return rows.isEmpty()', 'this.label.trim(); return rows.isEmpty()']);
    assertFindings(check(project).findings, []);
});
fault(
    'a label that a component names but nobody declared',
    [CARD, 'c.Sample_Title', 'c.Sample_Missing'],
    /there is no label Sample_Missing/,
    [LABELS, /Sample_Title is used nowhere/]
);
fault(
    'a label that nobody uses',
    [
        LABELS,
        '</CustomLabels>',
        '<labels><fullName>Sample_Old</fullName><language>en_US</language><protected>true</protected><shortDescription>Old</shortDescription><value>Old</value></labels></CustomLabels>'
    ],
    /label Sample_Old is used nowhere/
);
fault(
    'a label declared twice',
    [
        LABELS,
        '</CustomLabels>',
        '<labels><fullName>Sample_Title</fullName><language>en_US</language><protected>true</protected><shortDescription>Old</shortDescription><value>Old</value></labels></CustomLabels>'
    ],
    /label Sample_Title is declared twice/
);
fault(
    'a label without words for translators',
    [LABELS, '<shortDescription>Title of the card</shortDescription>', '<shortDescription></shortDescription>'],
    /Sample_Title has no <shortDescription>/
);
fault('an apostrophe that String.format would swallow', [LABELS, "It''s", "It's"], /an apostrophe must be doubled/);
fault('placeholders with a gap', [LABELS, "It''s {0}", "It''s {1}"], /leave a number out/);

fault(
    'Apex called from a component that does not exist',
    [CARD, 'apex/SampleController.getGreeting', 'apex/SampleController.getMissing'],
    /SampleController has no @AuraEnabled method getMissing/
);
fault(
    'Apex called from a component that is not open to it',
    [CONTROLLER, '@AuraEnabled', ''],
    [CARD, /SampleController has no @AuraEnabled method getGreeting/]
);
fault(
    'Apex that a further module of a component calls',
    ['force-app/main/lwc/sampleText/more.ts', "import go from '@salesforce/apex/Nobody.go';\nexport default go;\n"],
    /there is no Apex class Nobody/
);
fault('an import of an unknown component', [CARD, 'c/sampleText', 'c/otherText'], /there is no component c\/otherText/);
fault('an unknown message channel', [CARD, 'Sample_Channel__c', 'Other__c'], /there is no message channel Other__c/, [
    'Sample_Channel.messageChannel-meta.xml',
    /used nowhere/
]);
fault(
    'an attribute that the child component lacks',
    [CARD_HTML, 'text={greeting}', 'words={greeting}'],
    /c-sample-line has no @api words/
);
fault(
    'an unknown component in a template',
    [CARD_HTML, '<c-sample-line text={greeting} class="line"></c-sample-line>', '<c-other></c-other>'],
    /there is no component c-other/
);
fault(
    'an unknown target',
    [CARD_META, '<target>lightning__Tab</target>', '<target>lightning__Tab</target><target>lightning__Page</target>'],
    /unknown target lightning__Page/
);
fault('a design attribute without a member', [CARD_META, 'name="quiet"', 'name="loud"'], /sampleCard has no @api loud/);
fault('a design attribute of an unknown type', [CARD_META, 'type="Boolean"', 'type="Bool"'], /unknown type 'Bool'/);
fault(
    'a picklist of a design attribute whose class does not exist, and a page that chooses a connection that does not',
    [
        CARD_META,
        'datasource="small,large" default="small"',
        'datasource="apex://ReauthConnectionPicklist" required="true"'
    ],
    /design attribute size: there is no picklist class ReauthConnectionPicklist/,
    [PAGE, /sampleCard.size: there is no record Reauth_Connection.large/]
);
fault(
    'a default outside its choices',
    [CARD_META, 'default="small"', 'default="tiny"'],
    /'tiny' is not in its datasource/
);
fault(
    'a target that is configured but not listed',
    [CARD_META, 'targets="lightning__RecordPage"', 'targets="lightning__AppPage"'],
    /lightning__AppPage, which is not among the targets/,
    [PAGE, /no design attribute size/]
);
fault('a component of another API version', [CARD_META, '66.0', '58.0'], /<apiVersion> must be 66.0/);

fault(
    'a page with an unknown component',
    [PAGE, 'c:sampleCard', 'c:otherCard'],
    /no Lightning web component otherCard/
);
fault(
    'a page with a component that is not for pages',
    [PAGE, 'c:sampleCard', 'c:sampleLine'],
    /sampleLine is not exposed/
);
fault(
    'a page that sets an unknown attribute',
    [PAGE, '<name>size</name>', '<name>colour</name>'],
    /no design attribute colour/
);
fault(
    'a page that sets an impossible value',
    [PAGE, '>large<', '>huge<'],
    /sampleCard.size: 'huge' is not one of small,large/
);
fault('a tab of an unknown component', [TAB, '>sampleCard<', '>otherCard<'], /no Lightning web component otherCard/);
fault(
    'a tab of a component that is not for tabs',
    [CARD_META, '<target>lightning__Tab</target>', ''],
    [TAB, /lacks the target lightning__Tab/]
);
fault(
    'a flow that calls Apex which is not invocable',
    [FLOW, '<actionName>SampleAction', '<actionName>SampleController'],
    /SampleController has no @InvocableMethod/
);

fault(
    'a query for an unknown field',
    [CONTROLLER, 'SELECT Id, State__c', 'SELECT Id, Stage__c'],
    /query: there is no field Sample_Status__c.Stage__c/
);
/** A class that queries by text, with more of the text, and further texts. */
const querying = (end, more = 'null') => [
    CONTROLLER,
    'if (!FeatureManagement',
    `String more = ${more};
        Database.countQuery('SELECT Id, Owner.Name, State__c, ' + 'Key__c ' +
            'FROM Sample_Status__c ${end}' + more);
        if (!FeatureManagement`
];
test('Accepts a query by text whose names are those of its object', () =>
    assertFindings(
        check(planted(querying('WHERE State__c = :row.Any__c', "' AND Owner.Name = \\'Ada\\''"))).findings,
        []
    ));
fault(
    'a query by text for a field that its object lacks',
    querying('', "'SELECT Id, Key__c, ' + 'Stage__c FROM Sample_Status__c'"),
    /query: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a query by text for a standard field that its object lacks',
    querying('', "'SELECT Id, AccountId FROM Sample_Status__c'"),
    /query: there is no field Sample_Status__c.AccountId/
);
fault(
    'a query by text with a condition on the field of another object',
    querying('WHERE Outcome__c = null'),
    /query: there is no field Sample_Status__c.Outcome__c/
);
fault(
    'part of a query by text that sorts by an unknown field',
    querying('', "'ORDER BY Stage__c DESC'"),
    /query: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a query by text along a path that leads nowhere',
    querying('WHERE Status__r.State__c = null'),
    /query: there is no field Sample_Status__c.Status__r/
);
fault(
    'a query by text from an unknown object',
    querying('', "'SELECT Id FROM Sample_Other__c'"),
    /query: there is no object Sample_Other__c/
);
fault(
    'a query by text that hides its object',
    [CONTROLLER, 'if (!FeatureManagement', 'Database.query(key); if (!FeatureManagement'],
    /query: no text of this class names its object/
);
fault(
    'an unknown object named by a text',
    [PLUGIN, "Sample_Provider__mdt'", "Sample_Other__mdt'"],
    /'Sample_Other__mdt' is neither an object nor a field/
);
fault(
    'an unknown custom permission named by a text',
    [CONTROLLER, "'Sample_See_Details'", "'Sample_See_All'"],
    /there is no custom permission Sample_See_All/
);
fault(
    'an unknown named credential named by a text',
    ['SampleAction.cls', "'callout:Acme'", "'callout:Acne'"],
    /there is no named credential Acne/
);
fault(
    'a class without its meta file',
    ['SampleAction.cls-meta.xml', null],
    ['SampleAction.cls', /SampleAction.cls-meta.xml is missing/]
);
