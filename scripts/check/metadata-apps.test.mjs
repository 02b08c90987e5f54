import { faultsOf } from './lib/planted.mjs';
import { check } from './metadata.mjs';

const ACTION = 'SampleAction.cls';
const APP = 'Sample.app-meta.xml';
const BAR = 'Sample_Bar.flexipage-meta.xml';
const CARD = 'sampleCard.ts';
const CHANNEL_MEMBER = 'Sample_News_chn_Sample_Event_e.platformEventChannelMember-meta.xml';
const LAYOUT = 'Sample Status Layout.layout-meta.xml';
const LIST = 'Lost.listView-meta.xml';
const NEW = 'Sample_New.quickAction-meta.xml';
const NOTICE = 'Sample_Lost.notiftype-meta.xml';
const NOTIFY = 'Sample_Notify.flow-meta.xml';
const OVERVIEW = 'Sample_Overview.flexipage-meta.xml';
const PAGE = 'Sample_Status.flexipage-meta.xml';
const TAB = 'Sample_Overview.tab-meta.xml';
const USER = 'Sample_User.permissionset-meta.xml';

const fault = faultsOf(check);

fault('an app with an unknown tab', [APP, '>Sample_Overview<', '>Sample_View<'], /there is no tab Sample_View/);
fault('an app with an unknown utility bar', [APP, '>Sample_Bar<', '>Other<'], /there is no flexipage Other/);
fault('an app whose utility bar is none', [APP, '>Sample_Bar<', '>Sample_Status<'], /is not a UtilityBar/);
fault(
    'an app that shows an object on an unknown page',
    [APP, '<content>Sample_Status', '<content>Other'],
    /<content>: there is no flexipage Other/
);
fault(
    'an app that shows an unknown object',
    [APP, 'SobjectType>Sample_Status__c', 'SobjectType>Other__c'],
    /there is no object Other__c/
);
fault('an app of an impossible kind', [APP, '>Lightning<', '>Modern<'], /'Modern' is not one of/);
fault(
    'an app that nobody is granted',
    [USER, '<visible>true', '<visible>false'],
    [APP, /no permission set grants the app Sample/]
);
fault(
    'a permission for an unknown app',
    [USER, '<application>Sample<', '<application>Other<'],
    /there is no app Other/,
    [APP, /no permission set grants/]
);
fault(
    'a tab that every permission set hides',
    [
        USER,
        '<tab>Sample_Overview</tab>\n        <visibility>Visible',
        '<tab>Sample_Overview</tab>\n        <visibility>None'
    ],
    [TAB, /no permission set grants the tab Sample_Overview/]
);
fault('a tab of an unknown page', [TAB, '<flexiPage>Sample_Overview', '<flexiPage>Other'], /there is no page Other/);
fault(
    'a tab of a page that is not for tabs',
    [TAB, '<flexiPage>Sample_Overview', '<flexiPage>Sample_Status'],
    /Sample_Status is not an AppPage/
);
fault(
    'a tab of an unknown object',
    [
        'force-app/main/tabs/Other__c.tab-meta.xml',
        '<CustomTab xmlns="http://soap.sforce.com/2006/04/metadata"><customObject>true</customObject><description>Others.</description><motif>Custom53: Bell</motif></CustomTab>'
    ],
    /there is no object Other__c/,
    ['Other__c.tab-meta.xml', /no permission set grants/]
);

fault('a decorator that no utility bar has', [BAR, '<name>width', '<name>depth'], /decorator depth: unknown/);
fault('a decorator with a value that does not fit', [BAR, '>340<', '>wide<'], /decorator width: 'wide' does not fit/);
fault(
    'a decorator outside a utility bar',
    [OVERVIEW, '<name>reportName</name>', '<name>label</name><type>decorator</type>'],
    /only a UtilityBar has decorators/,
    /there is no report undefined/
);
fault(
    'a utility bar with the template of a page',
    [BAR, 'one:utilityBarTemplateDesktop', 'flexipage:defaultAppHomeTemplate'],
    /a UtilityBar cannot have/
);
fault(
    'a page whose visibility asks for an unknown field',
    [PAGE, '{!Record.State__c}', '{!Record.Stage__c}'],
    /<visibilityRule>: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a page whose visibility asks for an unknown permission',
    [OVERVIEW, 'CustomPermission.Sample_See_Details', 'CustomPermission.Sample_See_All'],
    /<visibilityRule>: there is no customPermission Sample_See_All/
);
fault(
    'a page whose visibility compares in an unknown way',
    [PAGE, '<operator>EQUAL', '<operator>IS'],
    /'IS' is not one of CONTAINS, EQUAL/
);
fault(
    'a page without a record whose visibility asks for one',
    [OVERVIEW, '{!$Permission.CustomPermission.Sample_See_Details}', '{!Record.State__c}'],
    /the page has no record/
);
fault('a page with an unknown field', [PAGE, 'Record.Key__c', 'Record.Code__c'], /<fieldItem>: there is no field/);
fault(
    'a page of an unknown object',
    [PAGE, '<sobjectType>Sample_Status__c', '<sobjectType>Account'],
    /there is no field Account.State__c/,
    /there is no field Account.Key__c/
);
fault('a page with an unknown report', [OVERVIEW, '>Statuses<', '>Others<'], /there is no report Others/);
fault('a page with an unknown dashboard', [OVERVIEW, '>Overview<', '>Other<'], /there is no dashboard Other/);
fault('a page with an unknown list', [OVERVIEW, '>Lost<', '>Found<'], /there is no list view Sample_Status__c.Found/);

fault('a list of an unknown column', [LIST, '<columns>State__c', '<columns>Stage__c'], /<columns>: there is no field/);
fault('a list of a column of other objects', [LIST, '>NAME<', '>TITLE<'], /no list view has the column TITLE/);
fault('a list that filters by an unknown field', [LIST, '<field>State__c', '<field>Stage__c'], /<field>: there is no/);
fault('a list that filters in an unknown way', [LIST, '>equals<', '>is<'], /'is' is not one of/);
fault('a list under another name', [LIST, '<fullName>Lost', '<fullName>Gone'], /<fullName> is 'Gone', but the file/);
fault('a layout with an unknown field', [LAYOUT, '>State__c<', '>Stage__c<'], /there is no field/);
fault(
    'a quick action for an unknown flow',
    ['Sample_Ask.quickAction-meta.xml', 'Sample_Ask<', 'Sample_Other<'],
    /there is no flow Sample_Other/
);
fault('a quick action that sets an unknown field', [NEW, '<field>State__c', '<field>Stage__c'], /there is no field/);
fault('a quick action of an unknown kind', [NEW, '>Create<', '>Make<'], /'Make' is not one of/);
fault(
    'a quick action of an unknown object',
    [
        'force-app/main/quickActions/Other__c.Ask.quickAction-meta.xml',
        '<QuickAction xmlns="http://soap.sforce.com/2006/04/metadata"><flowDefinition>Sample_Ask</flowDefinition><label>Ask</label><optionsCreateFeedItem>false</optionsCreateFeedItem><type>Flow</type></QuickAction>'
    ],
    /there is no object Other__c/
);

fault(
    'a notification type that Apex names but nobody declared',
    [
        ACTION,
        'return statuses;',
        "CustomNotificationType asked = [SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Sample_Gone'];\nreturn statuses;"
    ],
    /there is no notification type Sample_Gone/
);
fault(
    'a notification type that Apex names by a constant, but nobody declared',
    [
        ACTION,
        'private static Integer send',
        "private static final String LOST = 'Sample_Gone';\nprivate static CustomNotificationType lost() {\nreturn [SELECT Id FROM CustomNotificationType WHERE DeveloperName = :LOST];\n}\nprivate static Integer send"
    ],
    /there is no notification type Sample_Gone/
);
fault(
    'a notification type that a flow names but nobody declared',
    [NOTIFY, '>Sample_Lost<', '>Sample_Gone<'],
    /there is no notification type Sample_Gone/,
    [NOTICE, /notification type Sample_Lost is used nowhere/]
);
fault(
    'a notification type under another name',
    [NOTICE, 'TypeName>Sample_Lost<', 'TypeName>Lost<'],
    /must be Sample_Lost/
);
fault(
    'a notification type without a description',
    [NOTICE, '<description>Tells an owner that a key was lost.</description>', ''],
    /Sample_Lost has no <description>/
);

fault(
    'a channel member of an unknown channel',
    [CHANNEL_MEMBER, '>Sample_News__chn<', '>Sample_Views__chn<'],
    /there is no channel Sample_Views__chn/
);
fault(
    'a channel member of an unknown event',
    [CHANNEL_MEMBER, '>Sample_Event__e<', '>Sample_Other__e<'],
    /there is no object Sample_Other__e/
);
fault(
    'a channel member that filters by an unknown field',
    [CHANNEL_MEMBER, 'Outcome__c LIKE', 'State__c LIKE'],
    /there is no field Sample_Event__e.State__c/
);
fault(
    'a channel member under the name of its channel',
    [
        'force-app/main/platformEventChannelMembers/Sample_News__chn.platformEventChannelMember-meta.xml',
        '<PlatformEventChannelMember xmlns="http://soap.sforce.com/2006/04/metadata"><eventChannel>Sample_News__chn</eventChannel><selectedEntity>Sample_Event__e</selectedEntity></PlatformEventChannelMember>'
    ],
    /no two underscores in a row/
);
fault(
    'a component that subscribes to an unknown channel',
    [CARD, '/event/Sample_News__chn', '/event/Sample_Views__chn'],
    /there is no channel Sample_Views__chn/
);
fault(
    'a component that subscribes to an unknown event',
    [CARD, '/event/Sample_News__chn', '/event/Sample_Other__e'],
    /there is no object Sample_Other__e/
);
