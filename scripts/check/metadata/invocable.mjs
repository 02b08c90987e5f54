/** What an invocable Apex method takes and gives, as a flow sees it. */
const METHOD =
    /@InvocableMethod\b(?:\s*\([^)]*\))?\s*(?:(?:public|global|static)\s+)+([\w.<>,\s]+?)\s+\w+\s*\(\s*(?:([\w.<>,\s]+?)\s+(\w+)\s*)?\)/i;
const VARIABLE = /@InvocableVariable\b(?:\s*\(([^)]*)\))?\s*(?:(?:public|global)\s+)+[\w.<>, ]+?\s+(\w+)/gi;

/** The code of a class that a class holds, or undefined. */
function innerClass(code, name) {
    const start = new RegExp(`\\bclass\\s+${name}\\b`, 'i').exec(code)?.index;
    if (start === undefined) return undefined;
    let depth = 0;
    for (let i = code.indexOf('{', start); i < code.length; i++) {
        if (code[i] === '{') depth++;
        else if (code[i] === '}' && --depth === 0) return code.slice(start, i);
    }
    return undefined;
}

/** The variables of the class that a list holds, or the one unnamed value of a list of anything else. */
function variables(catalog, apex, type, single) {
    const element = /^List<\s*([\w.]+)\s*>$/i.exec(type?.trim() ?? '')?.[1];
    if (!element) return new Map(type && type !== 'void' ? [[single, false]] : []);
    const [last, outer] = element.split('.').reverse();
    const owner = outer ? catalog.apex.get(outer) : apex;
    const code = (owner && innerClass(owner.code, last)) ?? (outer ? undefined : catalog.apex.get(last)?.code);
    if (!code) return new Map([[single, false]]);
    return new Map(
        [...code.matchAll(VARIABLE)].map(([, words = '', name]) => [name, /\brequired\s*=\s*true\b/i.test(words)])
    );
}

/** `{ inputs, outputs }`, each a map from a name to whether a value must be given; null if nothing is invocable. */
export function readInvocable(catalog, apex) {
    const method = METHOD.exec(apex.code);
    if (!method) return null;
    const [, result, taken, parameter] = method;
    return {
        inputs: variables(catalog, apex, taken, parameter),
        outputs: variables(catalog, apex, result, 'output')
    };
}
