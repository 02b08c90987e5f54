package localorg.runtime.database;

/** Apex Reference, Database.Stateful: a marker. */
public interface Stateful {}
