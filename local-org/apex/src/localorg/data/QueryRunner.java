package localorg.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.Heap;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.exception.QueryException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;

/** Runs SOQL over the rows that a transaction sees, for its user. */
public final class QueryRunner {

    private final Transaction transaction;
    private final OrgMetadata metadata;
    private final QueryAccess access;
    private final Conditions conditions;

    /**
     * userMode: the query respects permissions and sharing, whatever its text says (AccessLevel.USER_MODE). binds: null
     * where Apex would look for local variables.
     */
    public QueryRunner(Transaction transaction, Map<Object, Object> binds, boolean userMode) {
        this.transaction = transaction;
        this.metadata = transaction.org().metadata();
        this.access = new QueryAccess(transaction, userMode);
        this.conditions = new Conditions(binds, this::column);
    }

    public static Soql parse(String text) {
        Soql query;
        try {
            query = SoqlParser.parse(text);
        } catch (SoqlParser.SyntaxException e) {
            throw new QueryException(e.getMessage());
        }
        for (String what : NotImitated.in(query)) {
            throw UncatchableException.notImitated(what);
        }
        return query;
    }

    /** SELECT COUNT() FROM … */
    public int count(Soql query) {
        countQuery(query);
        transaction.limits().count(Limits.Kind.QUERY_ROWS, 1);
        return conditions.limited(query, matchingRows(query)).size();
    }

    public ApexList run(Soql query) {
        countQuery(query);
        if (query.locks() && transaction.test() == null && !transaction.org().data().beginWriting()) {
            throw new QueryException("Record Currently Unavailable: another transaction holds it. Please try again.");
        }
        List<SObject> records = query.isAggregate() ? aggregate(query) : records(query);
        if (!query.isAggregate()) {
            transaction.limits().count(Limits.Kind.QUERY_ROWS, records.size());
        }
        return ApexList.ofRecords(records, query.isAggregate() ? "AggregateResult" : access.definition(query).name());
    }

    // Imitates: queries on custom metadata types are free, but for long text areas — Custom Metadata Types Implementation Guide, limits [C]
    private void countQuery(Soql query) {
        QueryRules.broken(metadata, query).forEach(text -> {
            throw new QueryException(text);
        });
        ObjectDefinition object = metadata.object(query.object());
        boolean free =
            object != null &&
            object.isCustomMetadata() &&
            query
                .select()
                .stream()
                .noneMatch(item -> isLongText(object, item));
        if (!free) {
            transaction.limits().count(Limits.Kind.SOQL_QUERIES, 1);
        }
    }

    private static boolean isLongText(ObjectDefinition object, Soql.Item item) {
        FieldDefinition field =
            item instanceof Soql.Column column && column.operand().path().size() == 1
                ? object.field(column.operand().path().get(0))
                : null;
        return item instanceof Soql.AllFields || (field != null && field.type().equals("LongTextArea"));
    }

    private List<Map<String, Object>> matchingRows(Soql query) {
        ObjectDefinition object = access.definition(query);
        access.check(query, object, query.where());
        // Imitates: user mode respects sharing, system mode leaves it to the class — Apex Developer Guide, user mode for database operations [C]
        boolean sharing = access.isUserMode(query) || Boolean.TRUE.equals(transaction.sharing());
        List<Map<String, Object>> rows = new ArrayList<>();
        if (access.hidesSetup(query, object)) {
            return rows;
        }
        Predicate<Function<Soql.Operand, Object>> where = conditions.of(query.where());
        DataView data = transaction.data();
        for (Map<String, Object> row : query.allRows() ? data.allRows(object.name()) : data.rows(object.name())) {
            boolean visible = !sharing || access.sees(object, row);
            if (visible && where.test(operand -> read(query, object, row, operand))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Object read(Soql query, ObjectDefinition object, Map<String, Object> row, Soql.Operand operand) {
        Object value = read(object, row, QueryAccess.withoutAlias(query, operand.path()));
        boolean isPlain = operand.function() == null || operand.isAggregate();
        return isPlain ? value : DateFunctions.of(operand.function(), value);
    }

    /** Follows a path of relationships from a row. */
    private Object read(ObjectDefinition start, Map<String, Object> startRow, List<String> path) {
        ObjectDefinition object = start;
        Map<String, Object> row = startRow;
        for (int i = 0; i < path.size() - 1; i++) {
            FieldDefinition relationship = object.relationship(path.get(i));
            Object id = row.get(relationship.name());
            object = metadata.object(relationship.referenceTo());
            row = id instanceof ApexId target ? transaction.data().row(object.name(), target) : null;
            if (row == null) {
                return null;
            }
        }
        return row.get(path.get(path.size() - 1));
    }

    private List<SObject> records(Soql query) {
        ObjectDefinition object = access.definition(query);
        Function<Map<String, Object>, SObject> builder = builder(query, object);
        return conditions.limited(query, sorted(query, object)).stream().map(builder).toList();
    }

    private List<Map<String, Object>> sorted(Soql query, ObjectDefinition object) {
        query.orderBy().forEach(order -> access.check(query, object, order.operand()));
        List<Map<String, Object>> rows = matchingRows(query);
        rows.sort(Ordering.by(query.orderBy(), operand -> row -> read(query, object, row, operand), order(query)));
        return rows;
    }

    /** In which order the values of an operand are. */
    private Function<Soql.Operand, Comparator<Object>> order(Soql query) {
        return operand -> {
            boolean plain = operand.function() == null || operand.isAggregate();
            return Ordering.of(plain ? QueryRules.field(metadata, query, operand) : null);
        };
    }

    /** Checks what is selected, before any row is read; answers what makes records of rows. */
    private Function<Map<String, Object>, SObject> builder(Soql query, ObjectDefinition object) {
        List<List<String>> paths = selectedPaths(query, object);
        paths.forEach(path -> access.check(query, object, path));
        Map<String, Function<Map<String, Object>, List<SObject>>> children = new LinkedHashMap<>();
        for (Soql.Item item : query.select()) {
            if (item instanceof Soql.SubQuery part) {
                ChildRelationship relationship = access.child(object, part.query().object());
                children.put(relationship.name(), children(query.mode(), relationship, part.query()));
            }
        }
        return row -> {
            SObject record = build(object, row, paths);
            children.forEach((name, find) -> record.addChildren(name, find.apply(row)));
            Heap.keep(record);
            return record;
        };
    }

    private List<List<String>> selectedPaths(Soql query, ObjectDefinition object) {
        List<List<String>> paths = new ArrayList<>();
        for (Soql.Item item : query.select()) {
            if (item instanceof Soql.Column column) {
                paths.add(QueryAccess.withoutAlias(query, column.operand().path()));
            } else if (item instanceof Soql.AllFields all) {
                object
                    .fields()
                    .stream()
                    .filter(
                        field ->
                            switch (all.group()) {
                                case "CUSTOM" -> field.custom();
                                case "STANDARD" -> !field.custom();
                                default -> true;
                            }
                    )
                    .forEach(field -> paths.add(List.of(field.name())));
            }
        }
        return paths;
    }

    private SObject build(ObjectDefinition object, Map<String, Object> row, List<List<String>> paths) {
        Map<String, Object> values = new AnyCaseMap<>();
        values.put("Id", row.get("Id"));
        Map<String, List<List<String>>> parents = new LinkedHashMap<>();
        for (List<String> path : paths) {
            if (path.size() == 1) {
                FieldDefinition field = object.field(path.get(0));
                values.put(field.name(), stored(field, row));
            } else {
                parents
                    .computeIfAbsent(path.get(0).toLowerCase(java.util.Locale.ROOT), key -> new ArrayList<>())
                    .add(path.subList(1, path.size()));
            }
        }
        parents.forEach((name, rest) -> {
            FieldDefinition relationship = object.relationship(name);
            ObjectDefinition parent = metadata.object(relationship.referenceTo());
            Map<String, Object> parentRow =
                row.get(relationship.name()) instanceof ApexId id ? transaction.data().row(parent.name(), id) : null;
            values.put(relationship.relationshipName(), parentRow == null ? null : build(parent, parentRow, rest));
        });
        return SObject.queried(object.name(), values);
    }

    /** A checkbox is never null in the database. */
    private static Object stored(FieldDefinition field, Map<String, Object> row) {
        Object value = row.get(field.name());
        return value == null && field.type().equals("Checkbox") ? Boolean.FALSE : value;
    }

    // Imitates: a sub-query has the mode of its query, and its LIMIT is for each parent — SOQL and SOSL Reference, Relationship Queries [C]
    /** SELECT …, (SELECT … FROM Children__r) FROM …: finds the children of a row. */
    private Function<Map<String, Object>, List<SObject>> children(
        Soql.Mode mode,
        ChildRelationship relationship,
        Soql part
    ) {
        Soql query = part.on(relationship.object(), mode);
        ObjectDefinition child = access.definition(query);
        access.check(query, child, List.of(relationship.field()));
        Function<Map<String, Object>, SObject> builder = builder(query, child);
        transaction.limits().count(Limits.Kind.AGGREGATE_QUERIES, 1);
        Map<Object, List<Map<String, Object>>> rows = new HashMap<>();
        sorted(query, child).forEach(row ->
            rows.computeIfAbsent(row.get(relationship.field()), key -> new ArrayList<>()).add(row)
        );
        return row -> {
            List<Map<String, Object>> found = conditions.limited(query, rows.getOrDefault(row.get("Id"), List.of()));
            transaction.limits().count(Limits.Kind.QUERY_ROWS, found.size());
            return found.stream().map(builder).toList();
        };
    }

    /** The single column of a semi-join. */
    private List<Object> column(Soql query) {
        ObjectDefinition object = access.definition(query);
        List<String> path = selectedPaths(query, object).get(0);
        access.check(query, object, path);
        List<Object> values = new ArrayList<>();
        conditions.limited(query, matchingRows(query)).forEach(row -> values.add(read(object, row, path)));
        return values;
    }

    private List<SObject> aggregate(Soql query) {
        ObjectDefinition object = access.definition(query);
        Aggregation aggregation = new Aggregation(
            query,
            (operand, row) -> read(query, object, row, operand),
            order(query)
        );
        query.select().forEach(item -> {
            Soql.Operand operand = ((Soql.Column) item).operand();
            if (!operand.isAggregate() && !aggregation.isGrouped(operand)) {
                throw new QueryException("Field must be grouped or aggregated: " + operand.text());
            }
            access.check(query, object, operand);
        });
        query.groupBy().forEach(operand -> access.check(query, object, operand));
        access.check(query, object, query.having());
        query.orderBy().forEach(order -> access.check(query, object, aggregation.aliased(order.operand())));
        List<Map<String, Object>> rows = matchingRows(query);
        List<Aggregation.Group> groups = new ArrayList<>(aggregation.groups(rows));
        // Imitates: a count costs one query row for each group, other functions each row they use — Apex Developer Guide: Working with SOQL Aggregate Functions [C]
        transaction.limits().count(Limits.Kind.QUERY_ROWS, aggregation.onlyCounts() ? groups.size() : rows.size());
        Predicate<Function<Soql.Operand, Object>> having = conditions.of(query.having());
        groups.removeIf(group -> !having.test(group::value));
        groups.sort(Ordering.by(query.orderBy(), operand -> group -> group.value(operand), order(query)));
        return conditions.limited(query, groups).stream().map(Aggregation.Group::record).toList();
    }
}
