/**
 * Each test of the conformance suite says where its expectation comes from: `// Source: page`, or that the documentation
 * leaves it open, as first lines of the method. A class about one documented page may say `Source:` for all its methods.
 */
import { finding, lineAt } from '../lib/gate.mjs';

const SUITE = /^local-org\/apex\/conformance\/.*Test\.cls$/;
const CLASS_SOURCE = /^\/\*\*(?:(?!\*\/)[^])*\bSource: \S+ \S+/;
const TEST = /@IsTest(?:\([^)]*\))?\s+static void (\w+)\(\) \{\n((?:\s*\/\/.*\n)*)/g;
const MARK = /^\s*\/\/ (?:Source: \S+ \S+|Silent: \S+.*; the product does not rely on it$)/m;
const HALF_SAID = /\/\/ Silent: (?!.*; the product does not rely on it$)/m;

export function checkSources(files) {
    return files
        .filter(({ path }) => SUITE.test(path))
        .flatMap(({ path, text }) =>
            [...text.matchAll(TEST)]
                .filter(([, , marks]) => HALF_SAID.test(marks) || (!CLASS_SOURCE.test(text) && !MARK.test(marks)))
                .map(({ index, 1: name }) =>
                    finding(
                        path,
                        lineAt(text, index),
                        `the test ${name} needs "// Source: page" or "// Silent: what is open; the product does not rely on it"`
                    )
                )
        );
}
