/**
 * Apex with the contents of comments (and of strings, unless they are wanted) blanked out, so that a pattern meets
 * code only. Lengths and lines stay as they were.
 */
export function codeOnly(text, { keepStrings = false } = {}) {
    const blank = (part) => part.replace(/[^\n]/g, ' ');
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (part) => {
        if (part.startsWith("'")) return keepStrings ? part : `'${blank(part.slice(1, -1))}'`;
        return blank(part);
    });
}

/** Names, in lower case, of the methods of a class that carry @AuraEnabled. */
export function auraMethods(text) {
    const pattern =
        /@AuraEnabled\b(?:\s*\([^)]*\))?\s*(?:@\w+(?:\s*\([^)]*\))?\s*)*(?:(?:public|global|static)\s+)+[\w.<>, ]+?\s+(\w+)\s*\(/gi;
    return new Set([...codeOnly(text).matchAll(pattern)].map((match) => match[1].toLowerCase()));
}
