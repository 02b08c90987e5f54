const { defineConfig, globalIgnores } = require('eslint/config');
const lwcTs = require('@salesforce/eslint-config-lwc/recommended-ts');
const tseslint = require('typescript-eslint');
const jestPlugin = require('eslint-plugin-jest');
const eslintJs = require('@eslint/js');
const globals = require('globals');

module.exports = defineConfig([
    // compiled output sits next to the sources: lint the sources only
    globalIgnores([
        'node_modules/',
        'coverage/',
        'test-results/',
        'playwright-report/',
        '.build/',
        '{force-app,connections}/**/lwc/**/*.js'
    ]),

    // Lightning web components and their tests
    {
        files: ['force-app/**/*.ts', 'connections/**/*.ts'],
        extends: [lwcTs, tseslint.configs.strictTypeChecked],
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: __dirname, sourceType: 'module' }
        },
        rules: {
            // the compiler knows better, in a fraction of the time
            'import/default': 'off', // its error TS1192
            'import/named': 'off', // its error TS2305
            'import/namespace': 'off', // its error TS2339
            // the type checker makes a switch over a union exhaustive, a default branch would hide a new member
            'default-case': 'off',
            '@typescript-eslint/switch-exhaustiveness-check': 'error',
            // `void promise()` marks a deliberately unawaited promise for no-floating-promises
            'no-void': ['error', { allowAsStatement: true }]
        }
    },
    {
        files: ['{force-app,connections}/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'],
        extends: [jestPlugin.configs['flat/recommended']],
        languageOptions: { globals: { ...globals.node, ...globals.jest } },
        rules: {
            // a missing element must fail the test, with or without a check
            '@typescript-eslint/no-non-null-assertion': 'off',
            // expect(mock.method) takes a method from its object without calling it
            '@typescript-eslint/unbound-method': 'off',
            // a test emits values through the adapter itself
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            // steps of a test happen one after the other
            'no-await-in-loop': 'off'
        }
    },

    // local-org and the browser tests
    {
        files: ['local-org/**/*.ts', 'e2e/**/*.ts'],
        extends: [eslintJs.configs.recommended, tseslint.configs.strictTypeChecked],
        languageOptions: {
            parserOptions: { project: './local-org/tsconfig.json', tsconfigRootDir: __dirname },
            globals: { ...globals.node, ...globals.browser }
        },
        rules: {
            // Playwright fixtures without dependencies must be written with an empty pattern
            'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
            // node:test reports a failure by itself, whether or not the returned promise is awaited
            '@typescript-eslint/no-floating-promises': [
                'error',
                {
                    allowForKnownSafeCalls: [
                        { from: 'package', name: ['test', 'describe', 'it'], package: 'node:test' }
                    ]
                }
            ],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
        }
    },

    // configuration and scripts
    {
        files: ['*.js', '**/*.mjs'],
        extends: [eslintJs.configs.recommended],
        languageOptions: { globals: { ...globals.node, ...globals.browser } }
    }
]);
