package localorg.runtime;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import localorg.linking.ApexType;
import localorg.linking.LinkedProgram;
import localorg.runtime.exception.FinalException;
import localorg.runtime.exception.SObjectException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.TriggerOperation;

/** Trigger.new, Trigger.isInsert … and the running of triggers (Apex Developer Guide, Trigger Context Variables). */
public final class TriggerContext {

    private static final ThreadLocal<Deque<TriggerContext>> RUNNING = ThreadLocal.withInitial(ArrayDeque::new);

    private static final int MAXIMUM_DEPTH = 16;

    private final TriggerOperation operation;
    private final ApexList newRecords;
    private final ApexList oldRecords;
    private Trigger instance;

    private TriggerContext(TriggerOperation operation, ApexList newRecords, ApexList oldRecords) {
        this.operation = operation;
        this.newRecords = newRecords;
        this.oldRecords = oldRecords;
    }

    /** Runs the object's triggers for an operation; a list that the operation does not have is null. */
    public static void run(
        String object,
        TriggerOperation operation,
        List<SObject> newRecords,
        List<SObject> oldRecords
    ) {
        Transaction transaction = Transaction.current();
        for (LinkedProgram.ProgramTrigger trigger : triggers(object, operation)) {
            TriggerContext context = new TriggerContext(
                operation,
                listOf(newRecords, object),
                listOf(oldRecords, object)
            );
            if (!operation.name().startsWith("BEFORE_")) {
                protect(context.newRecords);
            }
            protect(context.oldRecords);
            RUNNING.get().push(context);
            try {
                Class<?> code = transaction.loader().loadClass(trigger.className().replace('/', '.'));
                context.instance = (Trigger) Instances.allocate(code);
                context.instance.invoke();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } finally {
                RUNNING.get().pop();
            }
        }
    }

    // Imitates: new records can be changed in before triggers only, old ones never — Apex Developer Guide, Context Variable Considerations (likely: the text) [C]
    private static void protect(ApexList records) {
        if (records != null) {
            records.readonly();
            records.items().forEach(record -> ((SObject) record).readonly());
        }
    }

    private static ApexList listOf(List<SObject> records, String object) {
        return records == null ? null : ApexList.ofRecords(records, object);
    }

    private static TriggerContext current() {
        TriggerContext context = innermost();
        if (context == null) {
            throw new FinalException("Trigger context variables exist in triggers only");
        }
        return context;
    }

    /** The run of a trigger that is under way, or null. */
    public static TriggerContext innermost() {
        return RUNNING.get().peek();
    }

    // Imitates: triggers set off one another sixteen deep — Execution Governors and Limits: stack depth (likely: the text) [C]
    /** Whether triggers of that object would run now, though too many are under way already. */
    public static boolean isTooDeep(String object, TriggerOperation operation) {
        return RUNNING.get().size() >= MAXIMUM_DEPTH && !triggers(object, operation).isEmpty();
    }

    private static List<LinkedProgram.ProgramTrigger> triggers(String object, TriggerOperation operation) {
        return Transaction.current()
            .program()
            .triggers(object)
            .stream()
            .filter(trigger -> trigger.events().contains(operation.name()))
            .toList();
    }

    // Imitates: what is in Trigger.new and Trigger.old cannot be saved or deleted — Apex Developer Guide, Context Variable Considerations (likely: the text) [C]
    /** Refuses records of a trigger that is under way. */
    public static void refuseOwn(List<SObject> records) {
        Set<Object> own = own();
        if (!own.isEmpty() && records.stream().anyMatch(own::contains)) {
            throw new SObjectException("DML statement cannot operate on trigger.new or trigger.old");
        }
    }

    /** Whether it is a record of a trigger that is under way. */
    public static boolean isOwn(SObject record) {
        return own().contains(record);
    }

    private static Set<Object> own() {
        Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TriggerContext context : RUNNING.get()) {
            Stream.of(context.newRecords, context.oldRecords)
                .filter(Objects::nonNull)
                .forEach(list -> own.addAll(list.items()));
        }
        return own;
    }

    /** Whether a before trigger of one of those operations is under way on that record. */
    public static boolean isBefore(Object id, List<TriggerOperation> operations) {
        return RUNNING.get()
            .stream()
            .filter(context -> operations.contains(context.operation))
            .flatMap(context -> context.oldRecords.items().stream())
            .anyMatch(record -> id.equals(((SObject) record).get("Id")));
    }

    /** Whose fields the variables of a trigger are. */
    public static Object getTriggerInstance() {
        return current().instance;
    }

    public static ApexList getNew() {
        return current().newRecords;
    }

    public static ApexList getOld() {
        return current().oldRecords;
    }

    public static ApexMap getNewMap() {
        // before an insert there are no Ids yet
        return current().operation == TriggerOperation.BEFORE_INSERT ? null : mapOf(current().newRecords);
    }

    public static ApexMap getOldMap() {
        return mapOf(current().oldRecords);
    }

    private static ApexMap mapOf(ApexList records) {
        if (records == null) {
            return null;
        }
        Map<Object, SObject> byId = new LinkedHashMap<>();
        records.items().forEach(record -> byId.put(((SObject) record).get("Id"), (SObject) record));
        return ApexMap.of(byId, ApexType.ofApexName("Id"), records.type().first());
    }

    public static Boolean isExecuting() {
        return !RUNNING.get().isEmpty();
    }

    private static boolean does(String word) {
        return current().operation.name().contains(word);
    }

    public static Boolean isInsert() {
        return does("INSERT");
    }

    public static Boolean isUpdate() {
        return does("UPDATE");
    }

    public static Boolean isDelete() {
        return current().operation.name().endsWith("_DELETE");
    }

    public static Boolean isUndelete() {
        return does("UNDELETE");
    }

    public static Boolean isBefore() {
        return does("BEFORE");
    }

    public static Boolean isAfter() {
        return does("AFTER");
    }

    public static TriggerOperation operationType() {
        return current().operation;
    }

    public static Integer getSize() {
        TriggerContext context = current();
        return (context.newRecords != null ? context.newRecords : context.oldRecords).size();
    }
}
