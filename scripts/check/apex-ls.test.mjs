import test from 'node:test';
import { check } from './apex-ls.mjs';
import { assertFindings, fileOf, onDisk, planted } from './lib/planted.mjs';

const META = fileOf('SampleAction.cls-meta.xml').text;
const folder = 'force-app/main/classes';

/** Faulty class -> its text, and what apex-ls says. Clean classes stand beside them, a plug-in without override too. */
const FAULTS = {
    NoOverride: [
        fileOf('SamplePlugin.cls').text.replace('class SamplePlugin', 'class NoOverride').replace(' override ', ' '),
        /Method 'refresh' must use the 'override' keyword/
    ],
    UnknownMethod: [
        "public class UnknownMethod { String text = 'a'.toShouting(); }",
        /No matching method found for 'toShouting'/
    ],
    UnknownType: ['public class UnknownType { Wizard w; }', /No type declaration found for 'Wizard'/],
    WrongArgument: [
        "public class WrongArgument { public void run() { new HttpRequest().setTimeout('1'); } }",
        /No matching method found for 'setTimeout'/
    ],
    UnknownLabel: [
        'public class UnknownLabel { String text = Label.Nowhere; }',
        /Unknown field or type 'Nowhere' on 'System.Label'/
    ],
    UnknownField: [
        'public class UnknownField { public Object read(Sample_Status__c row) { return row.Stage__c; } }',
        /Unknown field 'Stage__c' on SObject/
    ],
    MissingReturn: ['public class MissingReturn { public Integer run() { } }', /Method does not return a value/],
    BrokenSyntax: ['public class BrokenSyntax { public void run() { Integer i = 1 } }', /missing ';'/]
};

test('apex-ls catches each faulty class, and complains about none of the clean ones', async () => {
    const additions = Object.entries(FAULTS).flatMap(([name, [text]]) => [
        [`${folder}/${name}.cls`, text],
        [`${folder}/${name}.cls-meta.xml`, META]
    ]);
    const { findings } = await onDisk(planted(...additions), check);
    assertFindings(
        findings,
        Object.entries(FAULTS).map(([name, [, pattern]]) => [`/${name}.cls`, pattern])
    );
});
