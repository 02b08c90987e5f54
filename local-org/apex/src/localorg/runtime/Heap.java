package localorg.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import localorg.runtime.exception.LimitException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.SObject;

/**
 * What a transaction holds in memory, roughly: a byte for each character of the texts and blobs that Apex builds or
 * receives, eight for any other value of a queried row or of a large collection. Texts below a thousand characters
 * and instances of classes are not counted. What Apex no longer refers to is found by Java's own collector, which is
 * asked when the count passes the limit or is wanted.
 */
// Imitates: the heap of a transaction, approximated by its large texts, queried rows and large collections — Execution Governors and Limits [L]
public final class Heap {

    private static final int SYNCHRONOUS = 6_000_000;
    private static final int ASYNCHRONOUS = 12_000_000;
    private static final int BYTES_PER_VALUE = 8;
    private static final int LARGE_TEXT = 1000;
    private static final int LARGE_COLLECTION = 1024;

    private record Piece(WeakReference<Object> value, int bytes) {}

    private final int limit;
    private final List<Piece> pieces = new ArrayList<>();
    private long bytes;

    Heap(boolean large) {
        limit = large ? ASYNCHRONOUS : SYNCHRONOUS;
    }

    public int limit() {
        return limit;
    }

    /** What is still referred to. */
    public int size() {
        if (bytes > 0) {
            java.lang.System.gc();
            pieces.removeIf(piece -> piece.value().get() == null);
            bytes = pieces.stream().mapToLong(Piece::bytes).sum();
        }
        return (int) bytes;
    }

    private void add(Object value, int count) {
        pieces.add(new Piece(new WeakReference<>(value), count));
        bytes += count;
        if (bytes > limit && size() > limit) {
            throw new LimitException("Apex heap size too large: " + bytes);
        }
    }

    private static void keep(Object value, int count) {
        Transaction transaction = ApexThread.transaction();
        if (transaction != null) {
            transaction.limits().heap().add(value, count);
        }
    }

    /** A text that Apex gets; answers it. */
    public static String keep(String text) {
        if (text.length() >= LARGE_TEXT) {
            keep(text, text.length());
        }
        return text;
    }

    /** A blob that Apex gets; answers it. */
    public static ApexBlob keep(ApexBlob blob) {
        if (blob.bytes().length >= LARGE_TEXT) {
            keep(blob, blob.bytes().length);
        }
        return blob;
    }

    /** A row that a query answers. */
    public static void keep(SObject row) {
        int count = 0;
        for (Map.Entry<String, Object> field : row.values().entrySet()) {
            count += field.getValue() instanceof String text ? text.length() : BYTES_PER_VALUE;
        }
        keep(row, count);
    }

    /** A collection that has grown by one to that size: counted each time it has doubled. */
    public static void grown(Object collection, int size) {
        if (size >= LARGE_COLLECTION && Integer.bitCount(size) == 1) {
            keep(collection, (size / 2) * BYTES_PER_VALUE);
        }
    }
}
