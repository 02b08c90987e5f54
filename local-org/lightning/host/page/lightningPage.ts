import type { Action, Page, PlacedComponent } from '../../site.ts';
import { showComponent } from './component.ts';
import { detailPanel } from './detailPanel.ts';
import { element } from './dom.ts';
import { highlightsPanel } from './highlightsPanel.ts';
import { richText } from './richText.ts';
import { tabset } from './tabset.ts';
import { showWhile } from './visibility.ts';

/** The record that a record page is about. */
export interface PageRecord {
    readonly objectApiName: string;
    readonly recordId: string;
}

/** Regions that lie across the page; the others are columns between them. */
const ACROSS = ['header', 'top'];

interface Place {
    readonly page: Page;
    /** On record pages, with what can be done with the record. */
    readonly record?: PageRecord;
    readonly actions?: readonly Action[];
}

/** Draws the regions of a page. */
export async function lightningPage(place: Place): Promise<HTMLElement[]> {
    const { regions } = place.page;
    const across = ACROSS.flatMap((name) => regions[name] ?? []);
    const columns = Object.entries(regions).filter(([name]) => !ACROSS.includes(name));
    const columnParts = await Promise.all(
        columns.map(async ([name, components]) =>
            element('div', { class: `local-region local-region-${name}` }, ...(await showAll(components, place)))
        )
    );
    return [...(await showAll(across, place)), element('div', { class: 'local-columns' }, ...columnParts)];
}

function showAll(components: readonly PlacedComponent[], place: Place): Promise<HTMLElement[]> {
    return Promise.all(components.map((component) => show(component, place)));
}

function show(placed: PlacedComponent, place: Place): Promise<HTMLElement> {
    const { visibility } = placed;
    if (!visibility || !place.record) return draw(placed, place);
    return showWhile(visibility, place.record.recordId, () => draw(placed, place));
}

async function draw(placed: PlacedComponent, place: Place): Promise<HTMLElement> {
    const { component, properties } = placed;
    const { page, record, actions = [] } = place;
    const facet = (name: unknown) => page.facets[String(name)] ?? [];
    if (component === 'flexipage:tabset') {
        return tabset(
            facet(properties.tabs).map((tab) => ({
                title: String(tab.properties.title ?? ''),
                active: tab.properties.active === 'true',
                show: () => showAll(facet(tab.properties.body), place)
            }))
        );
    }
    if (component === 'flexipage:richText') return richText(properties);
    if (component.startsWith('force:')) {
        if (!record) throw new Error(`${component} stands on record pages only`);
        return component === 'force:highlightsPanel' ? highlightsPanel(record, actions) : detailPanel(record.recordId);
    }
    return showComponent(placed, { ...record, flexipageRegionWidth: 'MEDIUM' });
}
