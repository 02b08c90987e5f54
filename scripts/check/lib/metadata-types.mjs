import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repository } from './gate.mjs';

/** The package exports types only, so the declarations, derived from the Metadata WSDL, are read as a file. */
const DECLARATIONS = path.join(repository, 'node_modules/@salesforce/types/lib/metadata.d.ts');

const aliases = new Map(
    ts
        .createSourceFile('metadata.d.ts', readFileSync(DECLARATIONS, 'utf8'), ts.ScriptTarget.Latest)
        .statements.filter(ts.isTypeAliasDeclaration)
        .map((statement) => [statement.name.text, statement.type])
);

const resolve = (type) => (ts.isTypeReferenceNode(type) ? aliases.get(type.typeName.text) : type);

function addProperties(type, properties) {
    if (!type) return;
    if (ts.isIntersectionTypeNode(type)) type.types.forEach((part) => addProperties(part, properties));
    else if (ts.isTypeReferenceNode(type)) addProperties(resolve(type), properties);
    else if (ts.isTypeLiteralNode(type)) {
        for (const member of type.members.filter(ts.isPropertySignature)) {
            const array = ts.isArrayTypeNode(member.type);
            const required = !member.questionToken && !array;
            properties.set(member.name.text, { type: array ? member.type.elementType : member.type, array, required });
        }
    }
}

export const isMetadataType = (name) => aliases.has(name);

/** Name -> `{ type, array, required }` of the elements that a metadata type allows. */
export function elementsOf(typeName) {
    const properties = new Map();
    addProperties(aliases.get(typeName), properties);
    return properties;
}

/** The name of the structured type of an element, or null where it holds text. */
export function structureOf(type) {
    const resolved = resolve(type);
    const structured = resolved && (ts.isTypeLiteralNode(resolved) || ts.isIntersectionTypeNode(resolved));
    return structured ? type.typeName.text : null;
}

/** What is wrong with the text of an element, or null. */
export function textProblem(type, text) {
    const resolved = resolve(type);
    if (resolved?.kind === ts.SyntaxKind.BooleanKeyword) {
        return /^(true|false)$/.test(text) ? null : `'${text}' is not true or false`;
    }
    if (resolved?.kind === ts.SyntaxKind.NumberKeyword) {
        return text !== '' && Number.isFinite(Number(text)) ? null : `'${text}' is not a number`;
    }
    if (resolved && ts.isUnionTypeNode(resolved)) {
        const values = resolved.types.filter(ts.isLiteralTypeNode).map((literal) => literal.literal.text);
        if (values.length > 0 && !values.includes(text)) return `'${text}' is not one of ${values.join(', ')}`;
    }
    return null;
}
