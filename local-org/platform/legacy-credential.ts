import type { Owner } from './credential-store.ts';
import { salesforceId } from './ids.ts';
import type { AuthProvider, ExternalCredential, NamedCredential, OrgMetadata } from './metadata.ts';
import type { Element } from './xml.ts';

// Imitates: a legacy named credential has its own users' tokens, for which nobody needs an access — Metadata API Developer Guide: NamedCredential; Object Reference: ExternalDataUserAuth [L]

const PRINCIPALS: Readonly<Record<string, 'PerUserPrincipal' | 'NamedPrincipal'>> = {
    PerUser: 'PerUserPrincipal',
    NamedUser: 'NamedPrincipal'
};

/** A named credential of before Winter '23, in which the authentication stands itself. */
export function readLegacyCredential(
    file: string,
    name: string,
    root: Element,
    authProviders: ReadonlyMap<string, AuthProvider>
): NamedCredential {
    const protocol = root.text('protocol') ?? '';
    const type = PRINCIPALS[root.text('principalType') ?? ''];
    const authProvider = root.text('authProvider') ?? '';
    if (protocol !== 'Oauth' || !type) throw new Error(`${file}: local-org imitates legacy credentials of OAuth only`);
    if (!authProviders.has(authProvider)) {
        throw new Error(`${file}: In field: authProvider - no AuthProvider named ${authProvider} found`);
    }
    const label = root.text('label') ?? name;
    return {
        name,
        label,
        url: root.text('endpoint') ?? '',
        externalCredential: '',
        legacy: {
            name,
            label,
            protocol,
            authProvider,
            principals: [{ name: 'legacy', type, sequenceNumber: 1 }],
            refreshStatuses: []
        },
        calloutsEnabled: true,
        generateAuthorizationHeader: root.flag('generateAuthorizationHeader'),
        mergeFieldsInHeader: root.flag('allowMergeFieldsInHeader'),
        mergeFieldsInBody: root.flag('allowMergeFieldsInBody')
    };
}

/** Whose tokens callouts of the user through a legacy credential use. */
export function legacyOwner({ name, principals }: ExternalCredential, userId: string): Owner {
    const isShared = principals.some(({ type }) => type === 'NamedPrincipal');
    return { externalCredential: name, principal: 'legacy', userId: isShared ? null : userId };
}

export function namedCredentialId({ namedCredentials }: OrgMetadata, name: string): string {
    return salesforceId('0XA', [...namedCredentials.keys()].indexOf(name) + 1);
}
