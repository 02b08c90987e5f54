import { RefreshEventName, refreshHandlers } from '../lightning/refresh.ts';
import { refreshRecords } from '../records.ts';

/** A record page renews its data when a component asks for it, without loading anew (developer guide, lightning/refresh). */
export function listenForRefresh(): void {
    document.addEventListener(RefreshEventName, () => {
        void Promise.all([refreshRecords(), refreshHandlers()]);
    });
}
