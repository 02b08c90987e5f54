package localorg.runtime.database;

import localorg.runtime.lang.SObject;

/** Apex Reference, Database.QueryLocatorIterator Class. */
public interface QueryLocatorIterator {
    Boolean hasNext();

    SObject next();
}
