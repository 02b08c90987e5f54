import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from '../shared/html.ts';
import { isOwnPath } from './kickoffs.ts';

const tricky = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', '%2f', '\t', '\n', ' ', 'a', 'evil.example')
});

test('a path that counts as our own never leads to another host', () => {
    const accepted = fc.oneof(tricky, fc.string(), fc.webUrl()).filter(isOwnPath);
    fc.assert(
        fc.property(accepted, (path) => {
            assert.equal(new URL(path, 'http://localhost:4400').origin, 'http://localhost:4400');
        }),
        { numRuns: 2000 }
    );
});

test('what is put into a page stays text', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'script', '=', 'a') });
    fc.assert(
        fc.property(text, (value) => {
            const { markup } = html`<p title="${value}">${value}</p>`;
            const [, title, content] = /^<p title="([^"]*)">([^<>]*)<\/p>$/.exec(markup) ?? [];
            assert.equal(title, content);
            const decoded = content
                ?.replaceAll('&lt;', '<')
                .replaceAll('&gt;', '>')
                .replaceAll('&quot;', '"')
                .replaceAll('&#39;', "'")
                .replaceAll('&amp;', '&');
            assert.equal(decoded, value);
        }),
        { numRuns: 2000 }
    );
});
