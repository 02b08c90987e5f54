package localorg.runtime.database;

/** What a for loop over lists of a query's rows walks through. */
public interface QueryLocatorChunkIterator {
    Boolean hasNext();

    Object next();
}
