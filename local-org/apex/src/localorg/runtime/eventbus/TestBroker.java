package localorg.runtime.eventbus;

import localorg.test.TestContext;

/** Apex Reference, EventBus.TestBroker Class. */
public class TestBroker {

    private final TestContext context;

    public TestBroker(TestContext context) {
        this.context = context;
    }

    public void deliver() {
        context.deliverEvents();
    }
}
