package localorg.runtime.database;

import localorg.runtime.lang.ApexList;

/**
 * Apex Reference, Database.Batchable Interface. start() answers a QueryLocator or an Iterable: the linked class
 * declares which.
 */
public interface Batchable {
    void execute(BatchableContext context, ApexList scope);

    void finish(BatchableContext context);
}
