const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
    ...jestConfig,
    roots: ['<rootDir>/force-app', '<rootDir>/connections'],
    // .ts comes before .js: tests always run the TypeScript source, never stale compiled output
    moduleFileExtensions: ['ts', 'js', 'html', 'json'],
    moduleNameMapper: {
        '^lightning/(actions|flowSupport|navigation)$': '<rootDir>/force-app/test/jest-mocks/lightning/$1',
        '^@salesforce/apex/(.*)$': '<rootDir>/force-app/test/jest-mocks/apex/$1'
    },
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/jest-setup.ts'],
    testMatch: ['<rootDir>/{force-app,connections}/**/__tests__/**/*.test.ts'],
    modulePathIgnorePatterns: ['<rootDir>/.localdevserver', '<rootDir>/.build'],
    collectCoverageFrom: ['force-app/main/**/*.ts', 'connections/**/*.ts', '!**/__tests__/**'],
    coverageThreshold: { global: { statements: 95, branches: 95 } }
};
