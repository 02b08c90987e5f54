/** What the page host gets to know about the deployed project; built on the server, read in the browser. */
export interface Site {
    readonly labels: Readonly<Record<string, string>>;
    /** Record pages by object API name. */
    readonly recordPages: Readonly<Record<string, Page>>;
    /** By API name, those of the standard objects included that an app shows. */
    readonly tabs: Readonly<Record<string, Tab>>;
    readonly apps: Readonly<Record<string, App>>;
    /** Lists of records by object API name. */
    readonly lists: Readonly<Record<string, ObjectList>>;
    /** Screen actions by object API name. */
    readonly actions: Readonly<Record<string, readonly Action[]>>;
    readonly experienceSites: readonly ExperienceSite[];
}

/** A Lightning page. */
export interface Page {
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
    /** It shows only while all of these hold. */
    readonly visibility?: readonly VisibilityCriterion[];
}

/** Whether a checkbox of the page's record has the value, or has it not. */
export interface VisibilityCriterion {
    readonly field: string;
    readonly equal: boolean;
    readonly value: boolean;
}

/** What a tab leads to. */
export type Tab = { readonly label: string } & (
    | { readonly kind: 'component'; readonly component: string }
    | { readonly kind: 'page'; readonly page: Page }
    | { readonly kind: 'list'; readonly object: string }
    | { readonly kind: 'home' }
    /** One of the platform's own that local-org cannot draw, such as reports. */
    | { readonly kind: 'foreign'; readonly object: string }
);

export interface App {
    readonly label: string;
    readonly description: string;
    readonly navigation: 'Standard' | 'Console';
    /** API names of tabs, in order. */
    readonly tabs: readonly string[];
    readonly landingTab: string;
    /** The pages that this app shows instead of the org's: of `standard-home`, or of an object. */
    readonly pages: Readonly<Record<string, Page>>;
    readonly utilities: readonly Utility[];
    /** In a console, the objects whose records open beside the record that a field of theirs names; by API name. */
    readonly subtabs: Readonly<Record<string, string>>;
}

/** An item of the utility bar. */
export interface Utility {
    readonly label: string;
    readonly icon: string;
    /** Whether the component is made with the page, rather than when its panel is first opened. */
    readonly eager: boolean;
    readonly width: number;
    readonly height: number;
    readonly placed: PlacedComponent;
}

/** The list view All of an object. */
export interface ObjectList {
    readonly label: string;
    readonly columns: readonly { readonly field: string; readonly label: string }[];
}

export interface Action {
    readonly label: string;
    readonly component: string;
}

/** An Experience Cloud site. */
export interface ExperienceSite {
    readonly label: string;
    /** What stands before the path of each page; with `/s` at its end on Aura sites. */
    readonly basePath: string;
    readonly runtime: 'LWR' | 'Aura';
    /** By path below the base. */
    readonly pages: Readonly<Record<string, readonly PlacedComponent[]>>;
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
    /** The apps and tabs of the project that the user may open. */
    readonly apps: readonly string[];
    readonly tabs: readonly string[];
}
