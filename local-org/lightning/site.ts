/** What the page host gets to know about the deployed project; built on the server, read in the browser. */
export interface Site {
    readonly labels: Readonly<Record<string, string>>;
    /** Record pages by object API name. */
    readonly recordPages: Readonly<Record<string, RecordPage>>;
    readonly tabs: Readonly<Record<string, Tab>>;
}

export interface RecordPage {
    readonly label: string;
    /** What the template shows, by the name of the region. */
    readonly regions: Readonly<Record<string, readonly PlacedComponent[]>>;
    /** What components of the page hold, such as the tabs of a tab set; by name. */
    readonly facets: Readonly<Record<string, readonly PlacedComponent[]>>;
}

export interface PlacedComponent {
    /** `c/acmeEnvelopes` for one of the project's, `force:detailPanel` for a standard one. */
    readonly component: string;
    readonly properties: Readonly<Record<string, string | number | boolean>>;
}

export interface Tab {
    readonly label: string;
    readonly component: string;
}

/** Whose page it is: the answer of `GET /local/session`. */
export interface Session {
    readonly userId: string;
    readonly username: string;
    readonly name: string;
    readonly email: string;
    readonly orgId: string;
    readonly orgName: string;
    readonly customPermissions: readonly string[];
    readonly userPermissions: readonly string[];
}
