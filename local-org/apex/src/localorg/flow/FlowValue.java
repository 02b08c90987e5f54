package localorg.flow;

/** A value in a flow: a literal, or a reference such as $Record.OwnerId. */
sealed interface FlowValue {
    Object in(Interview interview);

    record Literal(Object value) implements FlowValue {
        @Override
        public Object in(Interview interview) {
            return value;
        }
    }

    record Reference(String path) implements FlowValue {
        @Override
        public Object in(Interview interview) {
            return interview.read(path);
        }
    }
}
