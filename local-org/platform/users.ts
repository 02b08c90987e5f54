import { salesforceId } from './ids.ts';
import type { OrgMetadata, PermissionSet, Right } from './metadata.ts';

export interface OrgUser {
    id: string;
    username: string;
    firstName: string;
    lastName: string;
    email: string;
    /** The last one is of users of Experience Cloud sites. */
    profile: 'System Administrator' | 'Standard User' | 'Customer Community User';
    permissionSets: string[];
    /** GMT when it is left out. */
    timeZone?: string;
}

function user(
    number: number,
    firstName: string,
    lastName: string,
    profile: OrgUser['profile'],
    permissionSets: string[]
): OrgUser {
    const username = `${firstName.toLowerCase()}@local.example`;
    return { id: salesforceId('005', number), username, firstName, lastName, email: username, profile, permissionSets };
}

export const INTEGRATION_USER = 'integration@local.example';

export const DEFAULT_USERS: readonly OrgUser[] = [
    user(1, 'Erin', 'Okafor', 'Standard User', ['Reauth_User', 'Acme_Sign_User']),
    user(2, 'Noah', 'Lindqvist', 'Standard User', ['Reauth_User']),
    user(3, 'Zoe', 'Almeida', 'Standard User', []),
    user(4, 'Ada', 'Moreau', 'System Administrator', [
        'Reauth_Admin',
        'Reauth_Integration',
        'Reauth_User',
        'Acme_Sign_User'
    ]),
    user(5, 'Integration', 'User', 'System Administrator', ['Acme_Sign_Client'])
];

/**
 * The user as whom events and, under U27c, a refresh run; nobody can log in as this one. It needs its own permission set
 * where it makes callouts (reported by others).
 */
export const AUTOMATED_PROCESS: OrgUser = {
    id: salesforceId('005', 99),
    username: 'autoproc@local.example',
    firstName: 'Automated',
    lastName: 'Process',
    email: 'autoproc@local.example',
    profile: 'System Administrator',
    permissionSets: ['Acme_Sign_Client']
};

// Not imitated: U34, whether a permission set counts before the next login — users have theirs from the start; to the product it is a user without access until then
/** Who may do what: profile and permission sets together. */
export class Users {
    readonly all: readonly OrgUser[];
    readonly #permissionSets: OrgMetadata['permissionSets'];

    constructor(all: readonly OrgUser[], permissionSets: OrgMetadata['permissionSets']) {
        this.all = all;
        this.#permissionSets = permissionSets;
        for (const { username, permissionSets: names } of all) {
            const unknown = names.find((name) => !permissionSets.has(name));
            if (unknown !== undefined) throw new Error(`${username}: there is no permission set ${unknown}`);
        }
    }

    byId(id: string): OrgUser | undefined {
        return [...this.all, AUTOMATED_PROCESS].find((one) => one.id === id);
    }

    byUsername(username: string): OrgUser | undefined {
        return this.all.find((one) => one.username === username);
    }

    isAdministrator(id: string): boolean {
        return this.byId(id)?.profile === 'System Administrator';
    }

    customPermissions(id: string): string[] {
        return [...new Set(this.#setsOf(id).flatMap((set) => set.customPermissions))];
    }

    userPermissions(id: string): string[] {
        return [...new Set(this.#setsOf(id).flatMap((set) => set.userPermissions))];
    }

    /** Imitates: apps and tabs of a deployment are seen by whom a permission set lets — Salesforce Help: app visibility [L] */
    navigation(id: string): { apps: string[]; tabs: string[] } {
        const sets = this.#setsOf(id);
        return {
            apps: [...new Set(sets.flatMap((set) => set.apps))],
            tabs: [...new Set(sets.flatMap((set) => set.tabs))]
        };
    }

    /** Imitates: a principal needs an explicit grant, administrators included — Salesforce Help: Enable External Credential Principals [C] */
    hasPrincipal(id: string, externalCredential: string, principal: string): boolean {
        return this.#setsOf(id).some((set) => set.principals.includes(`${externalCredential}-${principal}`));
    }

    /** Imitates: callouts need rights on User External Credentials — Salesforce Help: Enable User External Credentials [C] */
    mayUseCredentials(id: string, right: Right): boolean {
        return (
            this.isAdministrator(id) ||
            this.#setsOf(id).some((set) => set.objects.UserExternalCredential?.includes(right))
        );
    }

    #setsOf(id: string): PermissionSet[] {
        return (this.byId(id)?.permissionSets ?? []).flatMap((name) => this.#permissionSets.get(name) ?? []);
    }
}
