package localorg.runtime.system;

import localorg.runtime.InstanceFields;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.eventbus.TestBroker;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.test.TestContext;

/** Apex Reference, Test Class. */
public class Test {

    private static TestContext context() {
        TestContext context = Transaction.current().test();
        if (context == null) {
            throw new TypeException("Test methods can only be called from a test");
        }
        return context;
    }

    public static Boolean isRunningTest() {
        return Transaction.current().test() != null;
    }

    public static void setMock(Type interfaceType, Object instance) {
        context().setMock(interfaceType.getName(), instance);
    }

    public static void startTest() {
        context().start();
    }

    public static void stopTest() {
        context().stop();
    }

    // Imitates: inner classes, system types, batches and classes with private constructors only cannot be mocked — Apex Developer Guide, Apex Stub API Limitations; type and text of the exception (likely) [C]
    /** Apex Developer Guide, Build a Mocking Framework with the Stub API. */
    public static Object createStub(Type parentType, StubProvider provider) {
        context();
        Class<?> type = parentType.javaClass();
        if (!StubSupport.canMock(type)) {
            throw new TypeException("The type " + parentType.getName() + " cannot be mocked");
        }
        try {
            Object stub = Instances.allocate(Transaction.current().loader().stubOf(type));
            InstanceFields.write(stub, "stubProvider", provider);
            return stub;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestBroker getEventBus() {
        return new TestBroker(context());
    }

    public static void setCreatedDate(ApexId id, ApexDatetime created) {
        context();
        Transaction.current().data().setCreatedDate(id, created);
    }
}
