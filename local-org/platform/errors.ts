/** What an Apex exception is made of when it crosses to the engine. */
export interface ApexErrorData {
    exceptionType: string;
    message: string;
    /** An exception that Apex cannot catch ends the transaction. */
    catchable?: boolean;
}

/** A platform exception on its way into Apex. */
class ApexError extends Error {
    readonly data: ApexErrorData;

    constructor(data: ApexErrorData) {
        super(data.message);
        this.data = data;
    }
}

/** The Apex exception behind an error of the engine, if it is one. */
export function apexErrorData(error: unknown): ApexErrorData | undefined {
    if (!(error instanceof Error) || !('data' in error)) return undefined;
    const { data } = error;
    return typeof data === 'object' && data !== null && 'exceptionType' in data ? (data as ApexErrorData) : undefined;
}

const callout = (message: string) =>
    new ApexError({ exceptionType: 'System.CalloutException', message, catchable: true });

/** The platform's texts, numbered. */
// Imitates: exception texts of callouts — observed in enosix Sync: Troubleshooting, SE 248596, Apex-for-Xero issues 27 and 28, and notes of public projects [C|L]
export const calloutErrors = {
    /** Row 2 */
    refreshFailed: () => callout("The expired credentials couldn't be refreshed. Try again later."),
    /** Row 3 */
    notConfigured: () => callout("The external credential isn't fully configured."),
    /** Row 4 */
    noPrincipalAccess: (externalCredential: string) => callout(noAccessText(externalCredential)),
    /** Row 5 */
    noNamedCredential: (namedCredential: string) =>
        callout(
            `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${namedCredential}" might not exist.`
        ),
    /** Row 6 */
    noObjectAccess: () => callout("You don't have read permissions on the User External Credential object"),
    /** Row 9 */
    unauthorizedEndpoint: (endpoint: string) =>
        callout(`Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`),
    /** Row 10 */
    uncommittedWork: () => callout('You have uncommitted work pending. Please commit or rollback before calling out'),
    /** Row 12 */
    notAuthenticated: (namedCredential: string) => callout(`${namedCredential} Named Credential isn't authenticated`),
    /** Row 14 */
    timedOut: () => callout('Read timed out'),
    other: callout,
    uncatchable: (message: string) =>
        new ApexError({ exceptionType: 'System.UnexpectedException', message, catchable: false })
};

export function noAccessText(externalCredential: string): string {
    return `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${externalCredential}" might not exist.`;
}

export const connectApiError = (message: string) =>
    new ApexError({ exceptionType: 'ConnectApi.ConnectApiException', message, catchable: true });
