package localorg.runtime.system;

/** Apex Reference, Quiddity Enum: how Apex was started. */
public enum Quiddity {
    ANONYMOUS,
    AURA,
    BATCH_ACS,
    BATCH_APEX,
    BATCH_CHUNK_PARALLEL,
    BATCH_CHUNK_SERIAL,
    BULK_API,
    COMMERCE_INTEGRATION,
    DISCOVERABLE_LOGIN,
    EXTERNAL_SERVICE_CALLBACK,
    FUNCTION_CALLBACK,
    FUTURE,
    INBOUND_EMAIL_SERVICE,
    INVOCABLE_ACTION,
    PLATFORM_EVENT_PUBLISH_CALLBACK,
    POST_INSTALL_SCRIPT,
    QUEUEABLE,
    QUICK_ACTION,
    REMOTE_ACTION,
    REST,
    RUNTEST_ASYNC,
    RUNTEST_DEPLOY,
    RUNTEST_SYNC,
    RUN_INTEGRATION_TESTS,
    SCHEDULED,
    SOAP,
    SYNCHRONOUS,
    TRANSACTION_FINALIZER_QUEUEABLE,
    VF;

    // Imitates: scheduled classes and finalizers have the limits of synchronous Apex — Apex Developer Guide, Transaction Finalizers (likely: scheduled) [C]
    /** Whether it has the limits of asynchronous Apex. */
    public boolean isAsynchronous() {
        return switch (this) {
            case BATCH_ACS, BATCH_APEX, BATCH_CHUNK_PARALLEL, BATCH_CHUNK_SERIAL, FUTURE, QUEUEABLE -> true;
            default -> false;
        };
    }
}
