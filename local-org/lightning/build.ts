import path from 'node:path';
import { type Bundle, checkImports, compileBundles } from './bundles.ts';
import { readSite, readTranslations } from './metadata.ts';
import { readProject } from './project.ts';
import type { ExperienceSite, Site } from './site.ts';
import { checkSites } from './sites.ts';
import { buildHost, buildVendor, iconsNamedIn, vendorModules } from './vendor.ts';

/** Everything that the routes serve. */
export interface Pages {
    readonly site: Site;
    /** Labels by language, other than those of the site. */
    readonly translations: ReadonlyMap<string, Site['labels']>;
    readonly bundles: ReadonlyMap<string, Bundle>;
    readonly vendorFolder: string;
    readonly hostFolder: string;
}

/**
 * Makes pages of a deployed project: a folder with sfdx-project.json and, in its package directories, the compiled
 * script of each component beside its template. Caches under `out`, by content. Whatever a deployment would refuse
 * is an error that names the file.
 */
export async function buildPages({
    project: root,
    out,
    experienceSites
}: {
    project: string;
    out: string;
    experienceSites: readonly ExperienceSite[];
}): Promise<Pages> {
    const project = readProject(root);
    checkSites(project, experienceSites);
    const site = { ...readSite(project), experienceSites };
    const translations = readTranslations(project, site.labels);
    const bundles = await compileBundles(project, path.join(out, 'bundles'));
    checkImports(project, site, bundles);
    const icons = iconsNamedIn(project.files.filter((file) => /\.(html|js|xml)$/.test(file)));
    const modules = vendorModules([...bundles.values()].flatMap((bundle) => bundle.imports));
    const [vendorFolder, hostFolder] = await Promise.all([buildVendor(modules, icons, out), buildHost(out)]);
    return { site, translations, bundles, vendorFolder, hostFolder };
}
