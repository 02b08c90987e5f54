import test from 'node:test';
import { check } from './bundles.mjs';
import { assertFindings, clean, faultsOf } from './lib/planted.mjs';

const SCRIPT = 'sampleCard.js';
const CLASS = 'extends LightningElement {';
const fault = faultsOf(check);

test('The clean components compile', async () => assertFindings((await check(clean)).findings, []));

fault(
    'a private method',
    [SCRIPT, CLASS, `${CLASS} #count() { return 1; }`],
    /sampleCard.js: Class private methods are not enabled/
);
fault('a static block', [SCRIPT, CLASS, `${CLASS} static { this.x = 1; }`], /Static class blocks are not enabled/);
fault(
    'a reserved name that is made public',
    [SCRIPT, CLASS, `${CLASS} @api dataset;`],
    /Invalid public property "dataset"/
);
fault(
    'a dynamic import',
    [SCRIPT, 'async connectedCallback() {', "async connectedCallback() { await import('c/sampleText');"],
    /Dynamic imports are not allowed/
);
fault(
    'a template that uses an unknown directive',
    ['sampleCard.html', '<h2>', '<h2 lwc:nothing>'],
    /Invalid directive "lwc:nothing"/
);
fault(
    'a handler written as text',
    ['sampleCard.html', '<h2>', '<h2 onclick="alert(1)">'],
    /Event handler should be an expression/
);
fault(
    'a style sheet that reaches out of the component',
    ['force-app/main/lwc/sampleCard/sampleCard.css', '@import url("https://acme.example.com/a.css");'],
    /Invalid import statement/
);
fault(
    'a component that was not compiled',
    ['sampleText.js', null],
    ['sampleText.js-meta.xml', /has scripts\/build.mjs run/]
);
