package localorg.runtime.lang;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A Blob's bytes. Apex Reference, Blob Class. */
public final class ApexBlob {

    private final byte[] bytes;

    public ApexBlob(byte[] bytes) {
        this.bytes = bytes;
    }

    public static ApexBlob ofText(String text) {
        return new ApexBlob(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApexBlob blob && Arrays.equals(blob.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** A Blob as part of something else shows its size only (the text of System.debug). */
    @Override
    public String toString() {
        return "Blob[" + bytes.length + "]";
    }
}
