/** The names in queries: those in brackets, and those that Apex puts together from texts, which no compiler reads. */
import { lineAt } from '../lib/gate.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';

const QUERY = /\bSELECT\s+([\s\S]*?)\s+FROM\s+(\w+)/gi;
const IN_BRACKETS = new RegExp(String.raw`\[\s*${QUERY.source}`, 'gi');
const FROM_TEXT = /\bDatabase\s*\.\s*(?:query|countQuery|getQueryLocator)\w*\s*\(\s*(?!\[)/i;
const LITERAL = String.raw`'(?:\\.|[^'\\\n])*'`;
const TEXT = new RegExp(String.raw`${LITERAL}(?:\s*\+\s*${LITERAL})*`, 'g');
/** A field or a path of fields, one of which is the project's own; not what is bound from Apex. */
const OWN_FIELD = /(?<![:\w.])(?:\w+\.)*\w+__[cr]\b(?:\.\w+)*/gi;

/** The entries of a list of fields that are names; what is left are functions and queries for children. */
const names = (list) => list.split(',').flatMap((part) => /^\s*([\w.]+)\s*$/.exec(part)?.[1] ?? []);

function checkInBrackets(catalog, apex, code) {
    for (const { 1: list, 2: object, index } of code.matchAll(IN_BRACKETS)) {
        for (const name of names(list)) {
            const problem = fieldProblem(catalog, object, name);
            if (problem) catalog.report(apex, lineAt(code, code.indexOf(name, index)), `query: ${problem}`);
        }
    }
}

/** A class that queries by text: whatever its texts name has to be of an object that one of them selects from. */
function checkTexts(catalog, apex, code) {
    const start = FROM_TEXT.exec(code)?.index;
    if (start === undefined) return;
    const texts = [...code.matchAll(TEXT)].map(({ 0: text, index }) => {
        const joined = text.slice(1, -1).replace(/'\s*\+\s*'/g, '');
        return { index, joined, queries: [...joined.matchAll(QUERY)] };
    });
    const objects = texts.flatMap(({ queries }) => queries.map(([, , object]) => object));
    if (objects.length === 0)
        catalog.report(apex, lineAt(code, start), 'query: no text of this class names its object');
    for (const object of new Set(objects)) {
        const problem = objectProblem(catalog, object);
        if (problem) catalog.report(apex, lineAt(code, code.indexOf(object)), `query: ${problem}`);
    }
    for (const { index, joined, queries } of texts) {
        const listed = queries.flatMap(([, list]) => names(list));
        const own = [...joined.matchAll(OWN_FIELD)].map(([name]) => name);
        for (const name of new Set([...listed, ...own].filter((name) => !objects.includes(name)))) {
            const problems = objects.map((object) => fieldProblem(catalog, object, name));
            if (problems.length > 0 && problems.every(Boolean))
                catalog.report(apex, lineAt(code, code.indexOf(name, index)), `query: ${problems[0]}`);
        }
    }
}

/** `code` is the class without comments. */
export function checkQueries(catalog, apex, code) {
    checkInBrackets(catalog, apex, code);
    checkTexts(catalog, apex, code);
}
