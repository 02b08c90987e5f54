/** PMD and regular-expression rules of Salesforce Code Analyzer over classes and metadata. */
import * as pmd from '@salesforce/code-analyzer-pmd-engine';
import * as regex from '@salesforce/code-analyzer-regex-engine';
import { analyze } from './lib/analyzer.mjs';
import { runAsProgram } from './lib/gate.mjs';

/** Compiled components are left to the linter of their sources. */
const FILES = /\.(cls|trigger)$|-meta\.xml$/;

/** Rules that misjudge this project as a whole; a single place is suppressed in the source, with the reason beside it. */
const ACCEPTED = [
    // goes by words such as "token" in a variable's name, which OAuth is full of; house.mjs looks for secret-like values
    { rule: /^AvoidHardcodedCredentialsIn(FieldDecls|VarAssign|VarDecls)$/ },
    // goes by words such as "auth" in a field's name; a field that really keeps a secret is still reported
    { rule: /^ProtectSensitiveData$/, where: /\/fields\/(?!\w*(Secret|Password|Pkce_Key|Private_Key))/ },
    // a protected type hides nothing outside a managed package; the help texts lead to Named Credential and certificate,
    // which need no secret here (a suppression inside these files would keep them from being converted)
    { rule: /^ProtectSensitiveData$/, where: /OAuth_Provider__mdt\/fields\/(Client_Secret|Pkce_Key)__c/ },
    // adds up a whole class, so that ten simple methods weigh like one that nobody can read; each method still counts
    { rule: /^(Cyclomatic|Cognitive)Complexity$/, message: /^The class / },
    // takes the methods of a nested type for methods of the class, and nested types stand first here
    { rule: /^FieldDeclarationsShouldBeAtStart$/ },
    // names of tests are sentences, ids in tests are invented, stubs take what the platform passes, and house.mjs follows
    // assertions into helpers
    {
        rule: /^(MethodNamingConventions|AvoidHardcodingId|ApexUnitTestClassShouldHaveAsserts|ExcessiveParameterList)$/,
        where: /\/test\//
    }
];

/** Severity 4 and 5 are matters of taste; 1 is critical, 3 moderate. */
const RULES = ['(Recommended,Security,AppExchange):(1,2,3)', 'ApexAssertionsShouldIncludeMessage'];

export const check = (project) => analyze(project, [pmd, regex], RULES, { files: FILES, accepted: ACCEPTED });

await runAsProgram(import.meta, check);
