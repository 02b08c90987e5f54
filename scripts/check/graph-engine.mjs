/** The graph engine of Salesforce Code Analyzer: follows each entry point to data that nobody checked access to. */
import * as sfge from '@salesforce/code-analyzer-sfge-engine';
import { analyze } from './lib/analyzer.mjs';
import { finding, runAsProgram } from './lib/gate.mjs';

/** Tests are no entry points, and would only make the graph larger. */
const FILES = /^(?!.*\/test\/).*\.(cls|trigger)(-meta\.xml)?$/;

/**
 * Classes whose entry points the engine cannot follow: why, and with which message. PMD's rules about access to data
 * hold for them all the same.
 */
const UNFOLLOWED = new Map([
    [
        'OAuthProviderPlugin',
        'optional settings have more combinations of branches than it walks: Path evaluation timed out'
    ],
    [
        'ReauthConnectionsController',
        'takes null, for an unknown connection, for no ReauthConnection: Did not expect NOT_A_MATCH when ranking parameter match; and in getConnections: Index 2 out of bounds for length 2'
    ],
    [
        'ReauthKeepSignedIn',
        'takes null, for an unknown connection, for no ReauthConnection: Did not expect NOT_A_MATCH when ranking parameter match'
    ]
]);

/** Background work sees what its users do not: the classes tell beside their `without sharing` why, and show nobody what they read. */
const ACCEPTED = [
    { rule: /^DatabaseOperationsMustUseWithSharing$/, where: /\/Reauth(Notifier|People)\.cls$/ },
    { rule: /^ApexFlsViolation$/, where: /\/ReauthPeople\.cls$/ }
];

export async function check(project, unfollowed = UNFOLLOWED) {
    const gone = [...unfollowed.keys()].filter((name) => !project.files.some((file) => file.name === `${name}.cls`));
    const { findings, ...rest } = await analyze(project, [sfge], ['sfge:Security', 'AvoidDatabaseOperationInLoop'], {
        files: FILES,
        looksAt: new RegExp(`^(?!.*/(?:${[...unfollowed.keys()].join('|')})\\.cls$)`),
        accepted: ACCEPTED
    });
    const leftovers = gone.map((name) =>
        finding('scripts/check/graph-engine.mjs', 1, `${name} is gone: take it from UNFOLLOWED`)
    );
    return { findings: [...leftovers, ...findings], ...rest };
}

await runAsProgram(import.meta, check);
