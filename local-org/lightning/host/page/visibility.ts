import type { Page, VisibilityCriterion } from '../../site.ts';
import { getRecord, observeRecord, type UiRecord } from '../records.ts';
import { element } from './dom.ts';

/** The fields that decide what the page shows. */
export function decidingFields({ regions, facets }: Page): string[] {
    return Object.values({ ...regions, ...facets })
        .flat()
        .flatMap(({ visibility = [] }) => visibility.map(({ field }) => field));
}

// Imitates: rules are judged again when the record's data are refreshed, and what is hidden is not rendered — Salesforce docs: dynamic Lightning pages [C]
/** A component that stands on the page while the criteria hold for the record as the page knows it. */
export async function showWhile(
    criteria: readonly VisibilityCriterion[],
    recordId: string,
    make: () => Promise<HTMLElement>
): Promise<HTMLElement> {
    const place = element('div', { class: 'local-conditional' });
    let shown = false;
    const judge = async (record: UiRecord) => {
        const visible = criteria.every(({ field, equal, value }) => (record.fields[field]?.value === value) === equal);
        if (visible === shown) return;
        shown = visible;
        const part = visible ? await make() : undefined;
        // another state may have come meanwhile
        if (visible === shown) place.replaceChildren(...(part ? [part] : []));
    };
    await judge(await getRecord(recordId));
    observeRecord(recordId, (record) => void judge(record));
    return place;
}
