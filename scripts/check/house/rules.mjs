/**
 * The house rules that a regular expression can see. `where` picks files by path, `code` leaves comments out of sight,
 * `message` says what to do about it. A suppression is a finding unless the `reason` stands in the rest of its line,
 * or a comment in the line before it.
 */

const DEPLOYED = /^(force-app|connections)\//;
const APEX = /\.(cls|trigger)$/;
const DEPLOYED_APEX = /^(force-app\/main|connections)\/.*(?<!Test)\.(cls|trigger)$/;
const TYPESCRIPT = /\.ts$/;
const TEST = /(^|\/)(__tests__|test|e2e)\/|\.(test|spec)\.\w+$|Test\.cls$/;
const SOURCE = /\.(cls|trigger|ts|js|mjs|java|html|css|sh)$/;
const ANY = /./;
const WORDS = /^[ :-]+\S+ \S+/;
const AFTER_DASHES = / -- \S+ \S+/;
/** Never in the rest of the line. */
const ELSEWHERE = /(?!)/;

const suppression = (where, pattern, reason) => ({
    where,
    pattern,
    reason,
    message: 'a suppression needs its reason beside it'
});

export const RULES = [
    {
        where: APEX,
        code: true,
        pattern: /\bSystem\s*\.\s*debug\s*\(/gi,
        message: 'no System.debug: logs leak what they print'
    },
    {
        where: APEX,
        code: true,
        pattern: /\bisRunningTest\s*\(/gi,
        message: 'no Test.isRunningTest: the code that runs is the code that is tested'
    },
    {
        where: APEX,
        code: true,
        pattern: /\bSeeAllData\s*=\s*true\b/gi,
        message: 'no SeeAllData: a test makes its own data'
    },
    {
        where: DEPLOYED_APEX,
        code: true,
        pattern: /^(?:public|global|private)?\s*(?:virtual\s+|abstract\s+)*class\s+\w+/gim,
        message: 'a class says with, without or inherited sharing'
    },
    {
        where: /^(force-app|connections)\/.*Test\.cls$/,
        pattern:
            /@IsTest(?:\((?![^)]*IsParallel\s*=\s*true)[^)]*\))?(?=\s*(?:private|public)\s+(?:with sharing\s+)?class\s+\w+\s*\{(?!\s*\/\/ Not parallel: \w+ \w+))/gi,
        reason: ELSEWHERE,
        message: 'a test class is @IsTest(IsParallel=true), or begins with "// Not parallel:" and the reason'
    },
    {
        where: DEPLOYED_APEX,
        pattern: /'(?=[^'\s]*\d)(?=[^'\s]*[A-Za-z])[\w+/=-]{32,}'/g,
        message: 'a text that looks like a secret'
    },
    { where: DEPLOYED, pattern: /\bconsole\.\w+\s*\(/g, message: 'no console in what is deployed' },
    { where: DEPLOYED, pattern: /\blocal-?org\b/gi, message: 'what is deployed does not know local-org' },
    {
        where: TYPESCRIPT,
        pattern: /@ts-(?:ignore|nocheck)\b/g,
        message: 'no @ts-ignore and no @ts-nocheck: @ts-expect-error with a reason'
    },
    { where: ANY, pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/g, message: 'finish it, or file an issue' },
    {
        where: TEST,
        code: true,
        pattern:
            /\b(?:it|test|describe)(?:\.\w+)?\.(?:only|skip|todo|fixme)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/g,
        message: 'no test is left out, or runs alone'
    },
    {
        where: TEST,
        code: true,
        pattern: /\b(?:expect|assert|assert\.ok|Assert\.isTrue)\(\s*true\s*[,)]/gi,
        message: 'a test that cannot fail'
    },
    {
        where: TEST,
        code: true,
        pattern: /\bwaitForTimeout\b/g,
        message: 'wait for what is to happen, not for time to pass'
    },
    {
        where: ANY,
        pattern: /\b(?:registry\.npmjs|npmmirror|repo\.maven|repo1\.maven|jfrog|artifactory)\b/gi,
        message: 'no host of a package registry'
    },
    {
        where: ANY,
        pattern: /(?<![\w.:/>}\]-])\/(?:work|tmp|home|Users|var\/folders)\/[\w.-]+/g,
        message: 'no path of one machine'
    },
    {
        where: ANY,
        pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\./g,
        message: 'a key or a token'
    },
    {
        where: SOURCE,
        pattern: /@(?:author|date|version|since)\b/g,
        message: 'no authors, dates or versions in comments: git knows them'
    },
    { where: SOURCE, pattern: /(?:\/\/|\/\*|^\s*\*|<!--|#)[^\n]*?[=*#~-]{5,}/gm, message: 'no banners' },
    suppression(/^eslint\.config\.js$/, /(?<=: )'off'/g, /\/\/ \S+ \S+/),
    suppression(SOURCE, /@ts-expect-error\b/g, WORDS),
    suppression(SOURCE, /\beslint-disable[-\w]*/g, AFTER_DASHES),
    suppression(SOURCE, /@SuppressWarnings\([^)]*\)/g, /\/\/ ?\S+ \S+/),
    suppression(SOURCE, /\bNOPMD\b/g, WORDS),
    suppression(ANY, /\bcode-analyzer-suppress\b(?:\([^)]*\))?/g, WORDS),
    suppression(ANY, /\bprettier-ignore\b/g, WORDS)
];
