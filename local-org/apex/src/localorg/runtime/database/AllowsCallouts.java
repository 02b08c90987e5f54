package localorg.runtime.database;

/** Apex Reference, Database.AllowsCallouts: a marker. */
public interface AllowsCallouts {}
