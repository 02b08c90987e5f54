import { RefreshEventName, refreshHandlers } from '../lightning/refresh.ts';
import { refreshRecords } from '../records.ts';

// Imitates: a record page renews its data on RefreshEvent, without loading anew — LWC developer guide: lightning/refresh [C]
export function listenForRefresh(): void {
    document.addEventListener(RefreshEventName, () => {
        void Promise.all([refreshRecords(), refreshHandlers()]);
    });
}
