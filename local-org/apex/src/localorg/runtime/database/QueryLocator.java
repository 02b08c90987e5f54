package localorg.runtime.database;

import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Iterator;

/** Apex Reference, Database.QueryLocator Class. Its rows are read at once. */
public class QueryLocator {
    private final String query;
    private final ApexList rows;

    public QueryLocator(String query, ApexList rows) {
        this.query = query;
        this.rows = rows;
    }

    public String getQuery() {
        return query;
    }

    /** The rows, for batch Apex. */
    public ApexList rows() {
        return rows;
    }

    public QueryLocatorIterator iterator() {
        Iterator iterator = rows.iterator();
        return new QueryLocatorIterator() {
            @Override
            public Boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public SObject next() {
                return (SObject) iterator.next();
            }
        };
    }
}
