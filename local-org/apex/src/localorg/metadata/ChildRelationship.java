package localorg.metadata;

/**
 * The records that point to a parent, as SOQL and Apex name them: Contacts, Children__r.
 *
 * @param object the children's object
 * @param field their lookup; null when it is not known which of several is meant
 */
public record ChildRelationship(String name, String object, String field) {}
