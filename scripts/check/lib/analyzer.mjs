import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } from '@salesforce/code-analyzer-core';
import { finding } from './gate.mjs';

/** The graph engine gives up on an entry point after 30 s otherwise, which a busy machine reaches, the sooner for eight threads. */
const ENGINES = { sfge: { java_thread_timeout: 90_000, java_thread_count: 2 } };

/** The engines take no options for their JVMs; these halve the work of one that lives for seconds. */
const JVM = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Runs engines of Salesforce Code Analyzer over files of a project. `looksAt` limits the files whose findings are asked
 * for; `accepted` lists `{ rule, where, message }` patterns of findings that stay, with the reason in the caller.
 */
export async function analyze(project, engines, selectors, options) {
    const folder = mkdtempSync(path.join(tmpdir(), 'analyzer-'));
    // logs and intermediate files would stay behind in the usual folder
    const environment = { TMPDIR: folder, JAVA_TOOL_OPTIONS: JVM };
    const before = Object.keys(environment).map((name) => [name, process.env[name]]);
    Object.assign(process.env, environment);
    try {
        const config = CodeAnalyzerConfig.fromObject({ log_folder: folder, engines: ENGINES });
        return await analyzeIn(project, new CodeAnalyzer(config), engines, selectors, options);
    } finally {
        rmSync(folder, { recursive: true, force: true });
        for (const [name, value] of before) {
            if (value === undefined) delete process.env[name];
            else process.env[name] = value;
        }
    }
}

async function analyzeIn(project, analyzer, engines, selectors, { files, looksAt = /./, accepted = [] }) {
    const failures = [];
    const hear = ({ logLevel, message }) => {
        if (logLevel <= LogLevel.Error) failures.push(finding('sfdx-project.json', 1, message));
    };
    analyzer.onEvent(EventType.LogEvent, hear);
    analyzer.onEvent(EventType.EngineLogEvent, hear);
    for (const engine of engines) await analyzer.addEnginePlugin(engine.createEnginePlugin());

    const inside = project.matching(files).map((file) => path.join(project.root, file.path));
    const workspace = await analyzer.createWorkspace(
        inside,
        inside.filter((file) => looksAt.test(file))
    );
    const rules = await analyzer.selectRules(selectors, { workspace });
    if (rules.getCount() === 0) throw new Error('Code Analyzer has no rules for this project');
    const results = await analyzer.run(rules, { workspace });
    const findings = results.getViolations().flatMap((violation) => {
        const rule = violation.getRule();
        const at = violation.getPrimaryLocation();
        const file = path.relative(project.root, at.getFile() ?? '').replaceAll(path.sep, '/');
        const message = violation.getMessage().split('\n')[0];
        const isAccepted = accepted.some(
            (entry) =>
                entry.rule.test(rule.getName()) &&
                (entry.where ?? /./).test(file) &&
                (entry.message ?? /./).test(message)
        );
        if (isAccepted) return [];
        return [finding(file, at.getStartLine() ?? 1, `${rule.getName()}: ${message}`)];
    });
    return { findings: [...failures, ...findings], checked: rules.getCount(), of: 'rules' };
}
