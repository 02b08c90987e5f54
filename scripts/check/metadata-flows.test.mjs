import { faultsOf } from './lib/planted.mjs';
import { check } from './metadata.mjs';

const ACTION = 'SampleAction.cls';
const ASK = 'Sample_Ask.flow-meta.xml';
const CHECK = 'Sample_Check.flow-meta.xml';
const NOTIFY = 'Sample_Notify.flow-meta.xml';
const USER = 'Sample_User.permissionset-meta.xml';

const fault = faultsOf(check);

fault(
    'a flow that calls Apex which does not exist',
    [CHECK, '<actionName>SampleAction', '<actionName>OtherAction'],
    /there is no Apex class OtherAction/
);
fault(
    'a flow that gives Apex a value it does not take',
    [CHECK, '<name>paths', '<name>roads'],
    /<inputParameters>: SampleAction has no roads/
);
fault(
    'a flow that gives Apex a value under a name it lost',
    [
        ACTION,
        'ask(List<String> paths) {',
        'ask(List<Question> questions) {\n        List<String> paths = new List<String>();'
    ],
    [CHECK, /SampleAction has no paths/]
);
fault(
    'a flow that leaves out what Apex requires',
    [
        ACTION,
        'public static List<Integer> ask(List<String> paths) {',
        "public static List<Integer> ask(List<Question> questions) {\n        return null;\n    }\n    public class Question {\n        @InvocableVariable(label='Road' required=true)\n        public String road;\n        @InvocableVariable\n        public String paths;\n    }\n    private static List<Integer> askEach(List<String> paths) {"
    ],
    [CHECK, /SampleAction needs a value for road/]
);
fault(
    'a connector that leads nowhere',
    [ASK, '<targetReference>Check', '<targetReference>Chock'],
    /<targetReference>: the flow has no Chock/,
    /nothing leads to Check/
);
fault(
    'a reference to nothing',
    [ASK, '>recordId</element', '>rowId</element'],
    /<elementReference>: the flow has no rowId/
);
fault(
    'a reference to a field that a record lacks',
    [ASK, 'Status.State__c', 'Status.Stage__c'],
    /<elementReference>: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a text with a field that the record lacks',
    [NOTIFY, '{!$Record.Key__c}', '{!$Record.Code__c}'],
    /there is no field Sample_Status__c.Code__c/
);
fault(
    'a text with a resource that the flow lacks',
    [NOTIFY, '{!$Record.Key__c}', '{!key}'],
    /<stringValue>: the flow has no key/
);
fault(
    'a label that a flow names but nobody declared',
    [NOTIFY, '{!$Record.Key__c}', '{!$Label.Sample_Lost}'],
    /there is no label Sample_Lost/
);
fault(
    'a permission that a flow names but nobody declared',
    [NOTIFY, '{!$Record.Key__c}', '{!$Permission.Sample_See_All}'],
    /there is no custom permission Sample_See_All/
);
fault('two elements of one name', [ASK, '<name>Card<', '<name>Check<'], /two have the name Check/);
fault(
    'a flow that looks up an unknown object',
    [ASK, '<object>Sample_Status__c', '<object>Other__c'],
    /<object>: there is no object Other__c/,
    /<elementReference>: there is no object Other__c/
);
fault(
    'a flow that looks up an unknown field',
    [ASK, '<queriedFields>State__c', '<queriedFields>Stage__c'],
    /<queriedFields>: there is no field/
);
fault(
    'a flow that starts by an unknown field',
    [NOTIFY, '<filters>\n            <field>State__c', '<filters>\n            <field>Stage__c'],
    /<field>: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a flow that sets an unknown field',
    [NOTIFY, '<inputAssignments>\n            <field>State__c', '<inputAssignments>\n            <field>Stage__c'],
    /<field>: there is no field Sample_Status__c.Stage__c/
);
fault(
    'a flow that starts in an impossible way',
    [NOTIFY, '>RecordAfterSave<', '>RecordAfterwards<'],
    /'RecordAfterwards' is not one of/
);
fault(
    'a flow that calls an unknown flow',
    [ASK, '<flowName>Sample_Check', '<flowName>Sample_Other'],
    /<flowName>: there is no flow Sample_Other/
);
fault(
    'a flow that gives another one a value it does not take',
    [CHECK, '<isInput>true', '<isInput>false'],
    [ASK, /<inputAssignments>: Sample_Check has no path/]
);
fault(
    'a screen with a component that is not for screens',
    [ASK, 'c:sampleCard', 'c:sampleLine'],
    /<extensionName>: sampleLine is not exposed/
);
fault(
    'a screen that gives a component a value it does not take',
    [ASK, '<name>size', '<name>length'],
    /<inputParameters>: sampleCard has no length/
);
fault('a permission for an unknown flow', [USER, '>Sample_Check<', '>Sample_Other<'], /there is no flow Sample_Other/, [
    CHECK,
    /no permission set grants the flow/
]);
fault(
    'a flow without a description',
    [CHECK, '<description>Asks Acme whether it is there.</description>', ''],
    /Sample_Check has no <description>/
);
