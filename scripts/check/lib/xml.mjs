import { SaxesParser } from 'saxes';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Reads XML into a tree of `{ name, uri, line, xsiType, xsiNil, text, children }`; `problems` holds the first
 * thing that is not well-formed as `{ line, message }`, and `root` is then whatever was read before it.
 */
export function parseXml(text) {
    const problems = [];
    const stack = [];
    let root = null;
    const parser = new SaxesParser({ xmlns: true, position: true });
    parser.on('error', ({ message }) => {
        const text = `not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}`;
        // whatever comes after the first follows from it
        if (problems.length === 0) problems.push({ line: parser.line, message: text });
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
        const attribute = (name) => Object.values(attributes).find((a) => a.uri === XSI && a.local === name)?.value;
        const element = {
            name: local,
            uri,
            line: parser.line,
            xsiType: attribute('type'),
            xsiNil: attribute('nil'),
            attributes: Object.fromEntries(Object.values(attributes).map((a) => [a.name, a.value])),
            text: '',
            children: []
        };
        stack.at(-1)?.children.push(element);
        root ??= element;
        stack.push(element);
    });
    parser.on('text', (value) => {
        if (stack.length > 0) stack.at(-1).text += value;
    });
    parser.on('closetag', () => stack.pop());
    parser.write(text).close();
    return { root, problems };
}

/** The direct children of that name. */
export const all = (element, name) => element?.children.filter((child) => child.name === name) ?? [];

/** The first direct child of that name, or undefined. */
export const first = (element, name) => all(element, name)[0];

/** The trimmed text of the first direct child of that name, or undefined. */
export const value = (element, name) => first(element, name)?.text.trim();

/** Every descendant of that name. */
export const descendants = (element, name) =>
    element?.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]) ?? [];
