package localorg.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.linking.ApexType;
import localorg.linking.LinkedProgram;
import localorg.runtime.exception.FinalException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.TriggerOperation;

/** Trigger.new, Trigger.isInsert … and the running of triggers (Apex Developer Guide, Trigger Context Variables). */
public final class TriggerContext {

    private static final ThreadLocal<Deque<TriggerContext>> RUNNING = ThreadLocal.withInitial(ArrayDeque::new);

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
        for (LinkedProgram.ProgramTrigger trigger : transaction.program().triggers(object)) {
            if (!trigger.events().contains(operation.name())) {
                continue;
            }
            TriggerContext context = new TriggerContext(
                operation,
                listOf(newRecords, object),
                listOf(oldRecords, object)
            );
            if (
                context.newRecords != null &&
                !operation.name().equals("BEFORE_INSERT") &&
                !operation.name().equals("BEFORE_UPDATE")
            ) {
                context.newRecords.readonly();
            }
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
        return mapOf(current().newRecords);
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

    public static TriggerOperation getOperationType() {
        return current().operation;
    }

    public static Integer getSize() {
        TriggerContext context = current();
        return (context.newRecords != null ? context.newRecords : context.oldRecords).size();
    }
}
