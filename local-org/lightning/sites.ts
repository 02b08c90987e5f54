/** The Experience Cloud sites of local-org. */
import { checkTarget } from './metadata.ts';
import type { Project } from './project.ts';
import type { ExperienceSite, PlacedComponent } from './site.ts';

/** It asks about the connection before the button does, which alone knows the site. */
const LIST: PlacedComponent = { component: 'c/acmeEnvelopes', properties: {} };
const BUTTON: PlacedComponent = {
    component: 'c/reauthenticateSite',
    properties: { connection: 'Acme_Sign', healthy: 'line' }
};
const RETURN: PlacedComponent = { component: 'c/reauthReturn', properties: {} };
const PAGES = { '': [LIST, BUTTON], 'reauth-return': [RETURN] };

// Imitates: sites of both runtimes, described here and not read from an ExperienceBundle; on the host of Lightning pages — LWC developer guide: Experience Builder sites [L]
export const EXPERIENCE_SITES: readonly ExperienceSite[] = [
    { label: 'Partner Portal', basePath: '/partner', runtime: 'LWR', pages: PAGES },
    { label: 'Help Center', basePath: '/help/s', runtime: 'Aura', pages: PAGES }
];

/** As Experience Builder would refuse it: a component that is not offered on pages of sites. */
export function checkSites(project: Project, sites: readonly ExperienceSite[]): void {
    for (const { label, pages } of sites) {
        for (const { component } of Object.values(pages).flat()) {
            checkTarget(project, label, component.replace(/^c\//, ''), 'lightningCommunity__Default');
        }
    }
}

/** The site that an address is in. */
export function siteAt(pathname: string, sites = EXPERIENCE_SITES): ExperienceSite | undefined {
    return sites.find(({ basePath }) => `${pathname}/`.startsWith(`${basePath}/`));
}
