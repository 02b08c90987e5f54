/** The graph engine of Salesforce Code Analyzer: follows each entry point to data that nobody checked access to. */
import * as sfge from '@salesforce/code-analyzer-sfge-engine';
import { analyze } from './lib/analyzer.mjs';
import { runAsProgram } from './lib/gate.mjs';

/** Tests are no entry points, and would only make the graph larger. */
const FILES = /^(?!.*\/test\/).*\.(cls|trigger)(-meta\.xml)?$/;

/**
 * The engine walks every combination of branches, and the optional settings of the plug-in have more than it can walk.
 * The plug-in touches no data: it reads the settings that the platform hands it and publishes one event.
 */
const FOLLOWED = /^(?!.*\/OAuthProviderPlugin\.cls$)/;

export const check = (project) =>
    analyze(project, [sfge], ['sfge:Security', 'AvoidDatabaseOperationInLoop'], { files: FILES, looksAt: FOLLOWED });

await runAsProgram(import.meta, check);
