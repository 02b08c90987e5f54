package localorg.runtime.lang;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import localorg.runtime.Heap;
import localorg.runtime.exception.StringException;

/** Apex Reference, Blob Class. */
public final class BlobMethods {

    private BlobMethods() {}

    public static ApexBlob valueOf(String text) {
        return Heap.keep(ApexBlob.ofText(text));
    }

    public static Integer size(ApexBlob blob) {
        return blob.bytes().length;
    }

    /** Only UTF-8 has a text: "BLOB is not a valid UTF-8 string" otherwise. */
    public static String toString(ApexBlob blob) {
        try {
            return Heap.keep(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(blob.bytes())).toString());
        } catch (CharacterCodingException e) {
            throw new StringException("BLOB is not a valid UTF-8 string");
        }
    }

    public static Boolean equals(ApexBlob blob, Object other) {
        return blob.equals(other);
    }

    public static Integer hashCode(ApexBlob blob) {
        return blob.hashCode();
    }
}
