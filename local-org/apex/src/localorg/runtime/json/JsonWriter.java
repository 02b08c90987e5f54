package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import localorg.linking.ClassDescription.Member;
import localorg.runtime.exception.JSONException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexObject;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.SObject;
import localorg.runtime.lang.Text;
import localorg.runtime.system.Type;

/** Apex values as JSON (Apex Reference, JSON Class; Apex Developer Guide, JSON Support). */
public final class JsonWriter {
    private static final String API_VERSION = "v66.0";

    private final JsonGenerator out;
    private final boolean suppressNulls;

    /** With suppressNulls, members of Apex objects that are null are left out; nulls in maps and lists stay. */
    public JsonWriter(JsonGenerator out, boolean suppressNulls) {
        this.out = out;
        this.suppressNulls = suppressNulls;
    }

    public void write(Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof ApexList list) {
            writeArray(list.items());
        } else if (value instanceof ApexSet set) {
            writeArray(set.items());
        } else if (value instanceof ApexMap map) {
            writeMap(map);
        } else if (value instanceof SObject record) {
            writeRecord(record);
        } else if (value instanceof ApexObject object) {
            writeObject(object);
        } else {
            writeScalar(value);
        }
    }

    private void writeScalar(Object value) throws IOException {
        if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else {
            out.writeString(textOf(value));
        }
    }

    private static String textOf(Object value) {
        if (value instanceof String || value instanceof localorg.runtime.lang.ApexId || value instanceof localorg.runtime.lang.ApexTime
                || value instanceof localorg.runtime.lang.ApexDate) {
            return value.toString();
        }
        if (value instanceof ApexDatetime datetime) {
            return datetime.iso();
        }
        if (value instanceof ApexBlob blob) {
            return Base64.getEncoder().encodeToString(blob.bytes());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new JSONException("Type unsupported in JSON: " + Type.nameOf(value));
    }

    private void writeArray(Collection<Object> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(item);
        }
        out.writeEndArray();
    }

    private void writeMap(ApexMap map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<Object, Object> entry : map.entries().entrySet()) {
            out.writeFieldName(entry.getKey() instanceof Enum<?> constant ? constant.name() : Text.of(entry.getKey()));
            write(entry.getValue());
        }
        out.writeEndObject();
    }

    private void writeObject(ApexObject object) throws IOException {
        out.writeStartObject();
        for (Member member : Members.of(object.getClass()).values()) {
            Object value = member.isTransient() ? null : Members.read(object, member);
            if (!member.isTransient() && !(value == null && suppressNulls)) {
                out.writeFieldName(member.name());
                write(value);
            }
        }
        out.writeEndObject();
    }

    /** The REST API's form: attributes first, then the fields that have been set or queried; child records as a query result. */
    private void writeRecord(SObject record) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("attributes");
        out.writeStringField("type", record.objectName());
        if (record.get("Id") != null) {
            out.writeStringField("url", "/services/data/" + API_VERSION + "/sobjects/" + record.objectName() + "/" + record.get("Id"));
        }
        out.writeEndObject();
        for (Map.Entry<String, Object> field : record.values().entrySet()) {
            out.writeFieldName(field.getKey());
            if (field.getValue() instanceof ApexDatetime datetime) {
                out.writeString(datetime.iso().replace("Z", "+0000")); // as the REST API writes date-times of records
            } else if (field.getValue() instanceof ApexList children) {
                writeChildren(children);
            } else {
                write(field.getValue());
            }
        }
        out.writeEndObject();
    }

    private void writeChildren(ApexList children) throws IOException {
        out.writeStartObject();
        out.writeNumberField("totalSize", children.size());
        out.writeBooleanField("done", true);
        out.writeFieldName("records");
        writeArray(children.items());
        out.writeEndObject();
    }
}
