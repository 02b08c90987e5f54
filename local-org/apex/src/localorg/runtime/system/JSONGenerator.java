package localorg.runtime.system;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import localorg.runtime.json.JsonText;
import localorg.runtime.json.JsonWriter;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexTime;

/** Apex Reference, JSONGenerator Class. */
public final class JSONGenerator {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator out;

    JSONGenerator(boolean pretty) {
        out = JsonText.generator(text, pretty);
    }

    /** Writes to Jackson's generator. */
    private interface Write {
        void run() throws IOException;
    }

    private static void write(Write write) {
        JsonText.orJsonException(() -> {
            write.run();
            return null;
        });
    }

    private void writeValue(Object value) {
        write(() -> new JsonWriter(out, false).write(value));
    }

    private void writeField(String name, Object value) {
        writeFieldName(name);
        writeValue(value);
    }

    public void close() {
        write(out::close);
    }

    public Boolean isClosed() {
        return out.isClosed();
    }

    /** The JSON; ends the writing. */
    public String getAsString() {
        close();
        return text.toString();
    }

    public void writeStartObject() {
        write(out::writeStartObject);
    }

    public void writeEndObject() {
        write(out::writeEndObject);
    }

    public void writeStartArray() {
        write(out::writeStartArray);
    }

    public void writeEndArray() {
        write(out::writeEndArray);
    }

    public void writeFieldName(String name) {
        write(() -> out.writeFieldName(name));
    }

    public void writeNull() {
        writeValue(null);
    }

    public void writeNullField(String name) {
        writeField(name, null);
    }

    public void writeBlob(ApexBlob value) {
        writeValue(value);
    }

    public void writeBlobField(String name, ApexBlob value) {
        writeField(name, value);
    }

    public void writeBoolean(Boolean value) {
        writeValue(value);
    }

    public void writeBooleanField(String name, Boolean value) {
        writeField(name, value);
    }

    public void writeDate(ApexDate value) {
        writeValue(value);
    }

    public void writeDateField(String name, ApexDate value) {
        writeField(name, value);
    }

    public void writeDateTime(ApexDatetime value) {
        writeValue(value);
    }

    public void writeDateTimeField(String name, ApexDatetime value) {
        writeField(name, value);
    }

    public void writeId(ApexId value) {
        writeValue(value);
    }

    public void writeIdField(String name, ApexId value) {
        writeField(name, value);
    }

    public void writeNumber(BigDecimal value) {
        writeValue(value);
    }

    public void writeNumberField(String name, BigDecimal value) {
        writeField(name, value);
    }

    public void writeNumber(Double value) {
        writeValue(value);
    }

    public void writeNumberField(String name, Double value) {
        writeField(name, value);
    }

    public void writeNumber(Integer value) {
        writeValue(value);
    }

    public void writeNumberField(String name, Integer value) {
        writeField(name, value);
    }

    public void writeNumber(Long value) {
        writeValue(value);
    }

    public void writeNumberField(String name, Long value) {
        writeField(name, value);
    }

    public void writeObject(Object value) {
        writeValue(value);
    }

    public void writeObjectField(String name, Object value) {
        writeField(name, value);
    }

    public void writeString(String value) {
        writeValue(value);
    }

    public void writeStringField(String name, String value) {
        writeField(name, value);
    }

    public void writeTime(ApexTime value) {
        writeValue(value);
    }

    public void writeTimeField(String name, ApexTime value) {
        writeField(name, value);
    }
}
