import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute
});

/** An element of metadata: texts and children by name, in order. */
export class Element {
    readonly #node: Record<string, unknown>;

    constructor(node: unknown) {
        this.#node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : { '#text': node };
    }

    all(name: string): Element[] {
        const nodes = this.#node[name];
        return Array.isArray(nodes) ? nodes.map((node) => new Element(node)) : [];
    }

    /** The text of the first child of that name; undefined when there is none, or none with a text. */
    text(name: string): string | undefined {
        return this.all(name)[0]?.value;
    }

    flag(name: string): boolean {
        return this.text(name) === 'true';
    }

    attribute(name: string): string | undefined {
        const value = this.#node[`@${name}`];
        return typeof value === 'string' ? value : undefined;
    }

    get value(): string | undefined {
        const own = this.#node['#text'];
        const text: unknown = Array.isArray(own) ? own[0] : own;
        return typeof text === 'string' && text !== '' ? text : undefined;
    }
}

/** Reads a metadata file whose root must be of that type, as a deployment would insist. */
export function readMetadata(file: string, type: string): Element {
    const source = readFileSync(file, 'utf8');
    const verdict = XMLValidator.validate(source);
    if (verdict !== true) throw new Error(`${file}:${verdict.err.line}: ${verdict.err.msg}`);
    const root = new Element(parser.parse(source)).all(type)[0];
    if (!root) throw new Error(`${file}: the root element must be ${type}`);
    if (root.attribute('xmlns') !== 'http://soap.sforce.com/2006/04/metadata') {
        throw new Error(`${file}: ${type} must be in the namespace http://soap.sforce.com/2006/04/metadata`);
    }
    return root;
}
