package localorg.runtime.database;

import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Iterator;

/** Apex Reference, Database.QueryLocator Class. Its rows are read at once. */
public class QueryLocator {

    private static final int CHUNK = 200;

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

    /** The rows in lists of 200, for a loop over lists (Apex Developer Guide, SOQL For Loops). */
    public QueryLocatorChunkIterator chunkIterator(Boolean ignored) {
        return new QueryLocatorChunkIterator() {
            private int next;

            @Override
            public Boolean hasNext() {
                return next < rows.size();
            }

            @Override
            public Object next() {
                int start = next;
                next = Math.min(start + CHUNK, rows.size());
                return ApexList.of(rows.items().subList(start, next), rows.type().first());
            }
        };
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
