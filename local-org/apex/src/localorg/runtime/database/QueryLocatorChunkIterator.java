package localorg.runtime.database;

/**
 * What a for loop over lists of a query's rows walks through. Apex Developer Guide, SOQL For Loops (lists of 200
 * rows).
 */
public interface QueryLocatorChunkIterator {
    Boolean hasNext();

    Object next();
}
