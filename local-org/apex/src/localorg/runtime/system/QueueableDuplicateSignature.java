package localorg.runtime.system;

import java.nio.charset.StandardCharsets;
import localorg.runtime.exception.IllegalArgumentException;
import localorg.runtime.lang.ApexId;

/** Apex Reference, QueueableDuplicateSignature Class. */
public class QueueableDuplicateSignature {

    private final String text;

    private QueueableDuplicateSignature(String text) {
        this.text = text;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Apex Reference, QueueableDuplicateSignature.Builder Class. */
    public static class Builder {

        private static final int MAX_BYTES = 1000; // no number is documented

        private final StringBuilder parts = new StringBuilder();

        public Builder addId(ApexId id) {
            return add("id:" + id);
        }

        public Builder addInteger(Integer number) {
            return add("integer:" + number);
        }

        public Builder addString(String text) {
            return add("string:" + text);
        }

        private Builder add(String part) {
            parts.append(part.length()).append(':').append(part);
            if (getRemainingSize() < 0) {
                throw new IllegalArgumentException("The signature is larger than " + MAX_BYTES + " bytes");
            }
            return this;
        }

        public QueueableDuplicateSignature build() {
            return new QueueableDuplicateSignature(parts.toString());
        }

        public Integer getMaxSize() {
            return MAX_BYTES;
        }

        public Integer getRemainingSize() {
            return MAX_BYTES - getSize();
        }

        public Integer getSize() {
            return parts.toString().getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
