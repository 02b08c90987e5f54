package localorg.runtime.system;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import localorg.linking.ApexType;
import localorg.runtime.json.JsonReader;
import localorg.runtime.json.JsonSupport;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexTime;

/** Apex Reference, JSONParser Class. */
public class JSONParser {

    private final JsonParser json;

    JSONParser(String text) {
        try {
            json = JsonSupport.FACTORY.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One step of reading. */
    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T run(Step<T> step) {
        try {
            return step.run();
        } catch (JsonProcessingException e) {
            throw JsonSupport.exception(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JSONToken token(JsonToken token) {
        return token == null ? null : JSONToken.valueOf(token.name());
    }

    public JSONToken nextToken() {
        return run(() -> token(json.nextToken()));
    }

    public JSONToken nextValue() {
        return run(() -> token(json.nextValue()));
    }

    public JSONToken getCurrentToken() {
        return token(json.currentToken());
    }

    public JSONToken getLastClearedToken() {
        return token(json.getLastClearedToken());
    }

    public Boolean hasCurrentToken() {
        return json.hasCurrentToken();
    }

    public void clearCurrentToken() {
        json.clearCurrentToken();
    }

    public String getCurrentName() {
        return run(json::currentName);
    }

    public String getText() {
        return run(json::getText);
    }

    public Boolean getBooleanValue() {
        return run(json::getBooleanValue);
    }

    public Integer getIntegerValue() {
        return run(json::getIntValue);
    }

    public Long getLongValue() {
        return run(json::getLongValue);
    }

    public Double getDoubleValue() {
        return run(json::getDoubleValue);
    }

    public BigDecimal getDecimalValue() {
        return run(json::getDecimalValue);
    }

    private Object valueAs(String apexType) {
        return run(() -> new JsonReader(false).value(json, ApexType.ofApexName(apexType)));
    }

    public ApexBlob getBlobValue() {
        return (ApexBlob) valueAs("Blob");
    }

    public ApexDate getDateValue() {
        return (ApexDate) valueAs("Date");
    }

    public ApexDatetime getDatetimeValue() {
        return (ApexDatetime) valueAs("Datetime");
    }

    public ApexId getIdValue() {
        return (ApexId) valueAs("Id");
    }

    public ApexTime getTimeValue() {
        return (ApexTime) valueAs("Time");
    }

    public Object readValueAs(Type type) {
        return run(() -> new JsonReader(false).value(json, type.apexType()));
    }

    public Object readValueAsStrict(Type type) {
        return run(() -> new JsonReader(true).value(json, type.apexType()));
    }

    public void skipChildren() {
        run(json::skipChildren);
    }
}
