/** Records by wire and by function, from one cache that the record page's own panels read as well. */
import { getRecord as fetchRecord, observeRecord, refreshRecords, saveRecord, type UiRecord } from '../records.ts';

interface FieldReference {
    readonly objectApiName: string;
    readonly fieldApiName: string;
}

type Field = string | FieldReference;

interface WireResult {
    readonly data?: UiRecord;
    readonly error?: unknown;
}

// Imitates: getRecord, though it answers every field and not only those asked for — LWC developer guide: uiRecordApi [C]
export class getRecord {
    readonly #provide: (result: WireResult) => void;
    #release: () => void = () => undefined;

    constructor(provide: (result: WireResult) => void) {
        this.#provide = provide;
        provide({});
    }

    connect(): void {
        // a record can be fetched only once its id is known, see update
    }

    update({ recordId }: { recordId?: string }): void {
        this.#release();
        if (!recordId) return;
        this.#release = observeRecord(recordId, (data) => {
            this.#provide({ data });
        });
        fetchRecord(recordId).then(
            (data) => {
                this.#provide({ data });
            },
            (error: unknown) => {
                this.#provide({ error });
            }
        );
    }

    disconnect(): void {
        this.#release();
    }
}

export function getFieldValue(record: UiRecord | undefined, field: Field): unknown {
    return record?.fields[apiName(field)]?.value;
}

export function getFieldDisplayValue(record: UiRecord | undefined, field: Field): string | null | undefined {
    return record?.fields[apiName(field)]?.displayValue;
}

export function updateRecord({ fields }: { fields: Readonly<Record<string, unknown>> }): Promise<UiRecord> {
    const { Id, ...changes } = fields;
    return saveRecord(String(Id), changes);
}

export function notifyRecordUpdateAvailable(items: readonly { recordId: string }[]): Promise<void> {
    return refreshRecords(items.map(({ recordId }) => recordId));
}

function apiName(field: Field): string {
    return typeof field === 'string' ? field.slice(field.indexOf('.') + 1) : field.fieldApiName;
}
