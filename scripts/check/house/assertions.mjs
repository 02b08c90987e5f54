/** A test method that asserts nothing cannot fail. Helpers that assert count, in whatever test class they stand. */
import { codeOnly } from '../lib/apex-source.mjs';
import { finding, lineAt } from '../lib/gate.mjs';

const HEADER =
    /((?:@\w+(?:\([^)]*\))?\s+)*)(?:(?:public|private|global|static|virtual|override)\s+)*[\w.<>, [\]]+\s+(\w+)\s*\([^()]*\)\s*\{/g;
const ASSERTION = /\b(?:Assert|System)\.(?:assert\w*|are\w+|is\w+|fail)\s*\(/i;

/** The methods of a class: name, annotations, body. */
function methodsOf({ path, text }) {
    const code = codeOnly(text);
    return [...code.matchAll(HEADER)].map((match) => ({
        path,
        name: match[2],
        line: lineAt(code, match.index + match[1].length),
        isTest: /@IsTest\b/i.test(match[1]),
        body: bodyFrom(code, match.index + match[0].length)
    }));
}

function bodyFrom(code, start) {
    let depth = 1;
    let end = start;
    for (; depth > 0 && end < code.length; end++) {
        if (code[end] === '{') depth++;
        if (code[end] === '}') depth--;
    }
    return code.slice(start, end);
}

export function checkAssertions(files) {
    const methods = files.filter((file) => /\/test\/.*\.cls$/.test(file.path)).flatMap(methodsOf);
    const asserting = new Set();
    const asserts = ({ body }) =>
        ASSERTION.test(body) || [...body.matchAll(/\b(\w+)\s*\(/g)].some((call) => asserting.has(call[1]));
    for (let before = -1; before !== asserting.size;) {
        before = asserting.size;
        for (const method of methods) if (asserts(method)) asserting.add(method.name);
    }
    return methods
        .filter((method) => method.isTest && !asserts(method))
        .map(({ path, line, name }) => finding(path, line, `the test ${name} asserts nothing`));
}
