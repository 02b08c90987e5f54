package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import localorg.linking.ClassDescription;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.ApexTime;
import localorg.runtime.lang.SObject;
import localorg.runtime.lang.Text;
import localorg.runtime.schema.SObjectType;

/** Apex values as JSON (Apex Reference, JSON.serialize). */
public final class JsonWriter {

    private final boolean pretty;
    private final boolean suppressNulls;

    public JsonWriter(boolean pretty, boolean suppressNulls) {
        this.pretty = pretty;
        this.suppressNulls = suppressNulls;
    }

    public String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonSupport.FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(JsonSupport.prettyPrinter());
            }
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes a value where the generator stands. */
    public void write(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (
            value instanceof String ||
            value instanceof ApexId ||
            value instanceof ApexDate ||
            value instanceof ApexTime ||
            value instanceof localorg.runtime.system.UUID
        ) {
            json.writeString(value.toString());
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal.toPlainString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof ApexDatetime datetime) {
            json.writeString(iso(datetime));
        } else if (value instanceof ApexBlob blob) {
            json.writeString(Base64.getEncoder().encodeToString(blob.bytes()));
        } else if (value instanceof ApexList list) {
            writeArray(list.items(), json);
        } else if (value instanceof ApexSet set) {
            writeArray(set.items(), json);
        } else if (value instanceof ApexMap map) {
            writeMap(map, json);
        } else if (value instanceof SObject record) {
            writeRecord(record, json);
        } else {
            writeInstance(value, json);
        }
    }

    /** 2024-01-31T12:00:00.000Z. */
    private static String iso(ApexDatetime datetime) {
        return datetime.iso();
    }

    private void writeArray(Iterable<Object> items, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(item, json);
        }
        json.writeEndArray();
    }

    /** Only the nulls of objects are suppressed, those of maps are not. */
    private void writeMap(ApexMap map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<Object, Object> entry : map.entries().entrySet()) {
            if (entry.getKey() == null) {
                throw new JSONException("null key for a Map not allowed in JSON (use a converting NullKeySerializer?)");
            }
            json.writeFieldName(Text.of(entry.getKey()));
            write(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private void writeRecord(SObject record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", record.objectName());
        if (record.get("Id") != null) {
            json.writeStringField(
                "url",
                "/services/data/v66.0/sobjects/" + record.objectName() + "/" + record.get("Id")
            );
        }
        json.writeEndObject();
        for (Map.Entry<String, Object> entry : record.values().entrySet()) {
            if (entry.getValue() == null && suppressNulls) {
                continue;
            }
            json.writeFieldName(entry.getKey());
            if (entry.getValue() instanceof ApexList children) {
                writeChildren(children, json);
            } else {
                write(entry.getValue(), json);
            }
        }
        json.writeEndObject();
    }

    /** As the REST API writes the result of a sub-query. */
    private void writeChildren(ApexList children, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("totalSize", children.size());
        json.writeBooleanField("done", true);
        json.writeFieldName("records");
        writeArray(children.items(), json);
        json.writeEndObject();
    }

    private void writeInstance(Object instance, JsonGenerator json) throws IOException {
        ClassDescription description = Transaction.current().program().description(instance.getClass().getName());
        if (description == null) {
            writePlatformObject(instance, json);
            return;
        }
        json.writeStartObject();
        for (
            ClassDescription current = description;
            current != null;
            current = Transaction.current().program().description(current.parent())
        ) {
            for (ClassDescription.Member member : current.members().values()) {
                if (member.isStatic() || member.isTransient()) {
                    continue;
                }
                Object value = Members.read(instance, member);
                if (value != null || !suppressNulls) {
                    json.writeFieldName(member.name());
                    write(value, json);
                }
            }
        }
        json.writeEndObject();
    }

    /**
     * Value classes of the platform have public fields; types and tokens have a name; the rest cannot be serialised.
     */
    private void writePlatformObject(Object instance, JsonGenerator json) throws IOException {
        if (
            instance instanceof SObjectType ||
            instance instanceof localorg.runtime.schema.SObjectField ||
            instance instanceof localorg.runtime.system.Type
        ) {
            json.writeString(instance.toString());
            return;
        }
        java.lang.reflect.Field[] fields = instance.getClass().getFields();
        if (fields.length == 0) {
            throw new JSONException("Type unsupported in JSON: " + instance.getClass().getSimpleName());
        }
        json.writeStartObject();
        for (java.lang.reflect.Field field : fields) {
            try {
                Object value = field.get(instance);
                if (value != null || !suppressNulls) {
                    json.writeFieldName(field.getName());
                    write(value, json);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        json.writeEndObject();
    }
}
