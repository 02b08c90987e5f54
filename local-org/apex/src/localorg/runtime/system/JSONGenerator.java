package localorg.runtime.system;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import localorg.runtime.exception.JSONException;
import localorg.runtime.json.JsonSupport;
import localorg.runtime.json.JsonWriter;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexTime;

/** Apex Reference, JSONGenerator Class. */
public class JSONGenerator {

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private final JsonWriter writer;

    JSONGenerator(boolean pretty) {
        writer = new JsonWriter(pretty, false);
        try {
            json = JsonSupport.FACTORY.createGenerator(text);
            if (pretty) {
                json.setPrettyPrinter(JsonSupport.prettyPrinter());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One step of writing. */
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (JsonGenerationException e) {
            throw new JSONException(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(Object value) {
        run(() -> writer.write(value, json));
    }

    private void field(String name, Object value) {
        run(() -> {
            json.writeFieldName(name);
            writer.write(value, json);
        });
    }

    public void close() {
        run(json::close);
    }

    public Boolean isClosed() {
        return json.isClosed();
    }

    public String getAsString() {
        run(() -> {
            if (!json.isClosed()) {
                json.close();
            }
        });
        return text.toString();
    }

    public void writeStartObject() {
        run(json::writeStartObject);
    }

    public void writeEndObject() {
        run(json::writeEndObject);
    }

    public void writeStartArray() {
        run(json::writeStartArray);
    }

    public void writeEndArray() {
        run(json::writeEndArray);
    }

    public void writeFieldName(String name) {
        run(() -> json.writeFieldName(name));
    }

    public void writeNull() {
        value(null);
    }

    public void writeNullField(String name) {
        field(name, null);
    }

    public void writeObject(Object value) {
        value(value);
    }

    public void writeObjectField(String name, Object value) {
        field(name, value);
    }

    public void writeBlob(ApexBlob value) {
        value(value);
    }

    public void writeBlobField(String name, ApexBlob value) {
        field(name, value);
    }

    public void writeBoolean(Boolean value) {
        value(value);
    }

    public void writeBooleanField(String name, Boolean value) {
        field(name, value);
    }

    public void writeDate(ApexDate value) {
        value(value);
    }

    public void writeDateField(String name, ApexDate value) {
        field(name, value);
    }

    public void writeDateTime(ApexDatetime value) {
        value(value);
    }

    public void writeDateTimeField(String name, ApexDatetime value) {
        field(name, value);
    }

    public void writeId(ApexId value) {
        value(value);
    }

    public void writeIdField(String name, ApexId value) {
        field(name, value);
    }

    public void writeNumber(BigDecimal value) {
        value(value);
    }

    public void writeNumberField(String name, BigDecimal value) {
        field(name, value);
    }

    public void writeNumber(Double value) {
        value(value);
    }

    public void writeNumberField(String name, Double value) {
        field(name, value);
    }

    public void writeNumber(Integer value) {
        value(value);
    }

    public void writeNumberField(String name, Integer value) {
        field(name, value);
    }

    public void writeNumber(Long value) {
        value(value);
    }

    public void writeNumberField(String name, Long value) {
        field(name, value);
    }

    public void writeString(String value) {
        value(value);
    }

    public void writeStringField(String name, String value) {
        field(name, value);
    }

    public void writeTime(ApexTime value) {
        value(value);
    }

    public void writeTimeField(String name, ApexTime value) {
        field(name, value);
    }
}
