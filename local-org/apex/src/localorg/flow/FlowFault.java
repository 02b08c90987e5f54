package localorg.flow;

/** An element failed for one interview. */
final class FlowFault extends RuntimeException {

    FlowFault(String message) {
        super(message);
    }
}
