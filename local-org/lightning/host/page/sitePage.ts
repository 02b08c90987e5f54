import type { ExperienceSite } from '../../site.ts';
import { showComponent } from './component.ts';
import { element } from './dom.ts';

/** A page of an Experience Cloud site: the components one below the other, without the bars of Lightning Experience. */
export async function showSitePage(main: HTMLElement, site: ExperienceSite | undefined, page: string): Promise<void> {
    const components = site?.pages[page];
    if (!components) throw new Error('There is no such page');
    document.title = `${site.label} | local-org`;
    document.body.prepend(
        element(
            'header',
            { class: 'local-global-header' },
            element('a', { class: 'local-org-name', href: site.basePath }, site.label),
            element('p', { class: 'local-note' }, `An Experience Cloud site (${site.runtime}), imitated by local-org`)
        )
    );
    main.append(
        element('h1', { class: 'slds-assistive-text' }, site.label),
        ...(await Promise.all(components.map((placed) => showComponent(placed))))
    );
}
