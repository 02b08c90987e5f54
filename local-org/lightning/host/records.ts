/** The records that the page shows: fetched once, shared, and passed on when they change. */
import { getJson, sendJson } from './server.ts';

/** A record as the User Interface API gives it. */
export interface UiRecord {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<
        Record<string, { readonly value: unknown; readonly displayValue: string | null } | undefined>
    >;
}

/** A field's value as text; empty when the record has none. */
export function fieldText(record: Pick<UiRecord, 'fields'>, field: string): string {
    const value = record.fields[field]?.value;
    return ['string', 'number', 'boolean'].includes(typeof value) ? `${value as string | number | boolean}` : '';
}

type Observer = (record: UiRecord) => void;

const records = new Map<string, Promise<UiRecord>>();
const observers = new Map<string, Set<Observer>>();

/** What the detail panel shows; the server adds the other fields that it knows of the record. */
export const PANEL_FIELDS = ['Name', 'Phone', 'Website', 'Industry', 'Description'];

/** Fields that records are asked for as far as their users may see them. */
const optionalFields = new Set<string>();

export function askFor(fields: readonly string[]): void {
    for (const field of fields) optionalFields.add(field);
}

export function getRecord(id: string): Promise<UiRecord> {
    let record = records.get(id);
    if (!record) {
        const fields = [...PANEL_FIELDS, 'ParentId'].join(',');
        const optional = [...optionalFields].join(',');
        record = getJson<UiRecord>(`/ui-api/records/${id}?fields=${fields}&optionalFields=${optional}`);
        records.set(id, record);
    }
    return record;
}

/** The records of an object that its list view All shows. */
export async function getRecords(object: string, fields: readonly string[]): Promise<readonly UiRecord[]> {
    const path = `/ui-api/list-records/${object}/All?fields=${fields.join(',')}`;
    return (await getJson<{ readonly records: readonly UiRecord[] }>(path)).records;
}

/** Answers the function that ends the observation. */
export function observeRecord(id: string, observer: Observer): () => void {
    const known = observers.get(id) ?? new Set();
    observers.set(id, known.add(observer));
    return () => known.delete(observer);
}

export async function saveRecord(id: string, changes: Readonly<Record<string, unknown>>): Promise<UiRecord> {
    await sendJson('PATCH', `/ui-api/records/${id}`, { fields: changes });
    await refreshRecords([id]);
    return getRecord(id);
}

/** Fetches the given records again, or all that the page has. */
export async function refreshRecords(ids: readonly string[] = [...records.keys()]): Promise<void> {
    await Promise.all(
        ids.map(async (id) => {
            records.delete(id);
            const record = await getRecord(id);
            for (const observer of observers.get(id) ?? []) observer(record);
        })
    );
}
