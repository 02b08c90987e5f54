/** The graph engine of Salesforce Code Analyzer: follows each entry point to data that nobody checked access to. */
import * as sfge from '@salesforce/code-analyzer-sfge-engine';
import { analyze } from './lib/analyzer.mjs';
import { runAsProgram } from './lib/gate.mjs';

/** Tests are no entry points, and would only make the graph larger. */
const FILES = /^(?!.*\/test\/).*\.(cls|trigger)(-meta\.xml)?$/;

/**
 * Classes whose entry points the engine cannot follow; PMD's rules about access to data hold for them all the same.
 * It walks every combination of branches, and the optional settings of the plug-in have more than it can walk.
 * In the others it meets calls that it knows no types for (a list sorted by an order of its own, overloads with null),
 * and ends with an exception.
 */
const UNFOLLOWED = [
    'OAuthProviderPlugin',
    'ReauthAdminController',
    'ReauthConnectionsController',
    'ReauthKeepSignedIn'
];
const FOLLOWED = new RegExp(`^(?!.*/(?:${UNFOLLOWED.join('|')})\\.cls$)`);

export const check = (project) =>
    analyze(project, [sfge], ['sfge:Security', 'AvoidDatabaseOperationInLoop'], { files: FILES, looksAt: FOLLOWED });

await runAsProgram(import.meta, check);
