import type { PlacedComponent, RecordPage, Site } from '../../site.ts';
import { fieldText, getRecord } from '../records.ts';
import { showComponent } from './component.ts';
import { detailPanel } from './detailPanel.ts';
import { element } from './dom.ts';
import { highlightsPanel } from './highlightsPanel.ts';
import { tabset } from './tabset.ts';

interface Place {
    readonly page: RecordPage;
    readonly objectApiName: string;
    readonly recordId: string;
}

/** Draws the regions of an object's record page; the header lies across the others, which are columns. */
export async function showRecordPage(
    main: HTMLElement,
    site: Site,
    objectApiName: string,
    recordId: string
): Promise<void> {
    const page = site.recordPages[objectApiName];
    if (!page) throw new Error(`There is no record page for ${objectApiName}`);
    const record = await getRecord(recordId);
    document.title = `${fieldText(record, 'Name')} | ${objectApiName} | local-org`;
    const place: Place = { page, objectApiName, recordId };
    const { header = [], ...columns } = page.regions;
    const columnParts = await Promise.all(
        Object.entries(columns).map(async ([name, components]) =>
            element('div', { class: `local-region local-region-${name}` }, ...(await showAll(components, place)))
        )
    );
    main.append(...(await showAll(header, place)), element('div', { class: 'local-columns' }, ...columnParts));
}

function showAll(components: readonly PlacedComponent[], place: Place): Promise<HTMLElement[]> {
    return Promise.all(components.map((component) => show(component, place)));
}

function show(placed: PlacedComponent, place: Place): Promise<HTMLElement> {
    const { component, properties } = placed;
    const facet = (name: string) => place.page.facets[String(properties[name])] ?? [];
    switch (component) {
        case 'force:highlightsPanel':
            return highlightsPanel(place.objectApiName, place.recordId);
        case 'force:detailPanel':
            return detailPanel(place.recordId);
        case 'flexipage:tabset':
            return tabset(
                facet('tabs').map((tab) => ({
                    title: String(tab.properties.title ?? ''),
                    active: tab.properties.active === 'true',
                    show: () => showAll(place.page.facets[String(tab.properties.body)] ?? [], place)
                }))
            );
        default:
            return showComponent(placed, {
                recordId: place.recordId,
                objectApiName: place.objectApiName,
                flexipageRegionWidth: 'MEDIUM'
            });
    }
}
