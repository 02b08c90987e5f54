package localorg.runtime.system;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import localorg.linking.ApexType;
import localorg.runtime.exception.JSONException;
import localorg.runtime.json.JsonReader;
import localorg.runtime.json.JsonText;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexTime;

/** Apex Reference, JSONParser Class: walks through JSON token by token. */
public final class JSONParser {
    private final JsonParser in;

    JSONParser(JsonParser in) {
        this.in = in;
    }

    private static JSONToken token(JsonToken token) {
        return token == null ? null : JSONToken.valueOf(token.name());
    }

    /** null at the end of the text. */
    public JSONToken nextToken() {
        return JsonText.orJsonException(() -> token(in.nextToken()));
    }

    /** Skips a field name. */
    public JSONToken nextValue() {
        return JsonText.orJsonException(() -> token(in.nextValue()));
    }

    public JSONToken getCurrentToken() {
        return token(in.currentToken());
    }

    public Boolean hasCurrentToken() {
        return in.hasCurrentToken();
    }

    public void clearCurrentToken() {
        in.clearCurrentToken();
    }

    public JSONToken getLastClearedToken() {
        return token(in.getLastClearedToken());
    }

    public String getCurrentName() {
        return JsonText.orJsonException(in::currentName);
    }

    /** The token as text, of whatever kind it is. */
    public String getText() {
        return JsonText.orJsonException(in::getText);
    }

    public void skipChildren() {
        JsonText.orJsonException(in::skipChildren);
    }

    public Boolean getBooleanValue() {
        return JsonText.orJsonException(in::getBooleanValue);
    }

    public Integer getIntegerValue() {
        return JsonText.orJsonException(in::getIntValue);
    }

    public Long getLongValue() {
        return JsonText.orJsonException(in::getLongValue);
    }

    public Double getDoubleValue() {
        return JsonText.orJsonException(in::getDoubleValue);
    }

    public BigDecimal getDecimalValue() {
        return JsonText.orJsonException(in::getDecimalValue);
    }

    private Object scalar(String type) {
        if (!in.hasCurrentToken()) {
            throw new JSONException("No current token");
        }
        return JsonText.orJsonException(() -> new JsonReader(in, false).typed(ApexType.ofApexName(type)));
    }

    public ApexBlob getBlobValue() {
        return (ApexBlob) scalar("Blob");
    }

    public ApexDate getDateValue() {
        return (ApexDate) scalar("Date");
    }

    public ApexDatetime getDatetimeValue() {
        return (ApexDatetime) scalar("Datetime");
    }

    public ApexId getIdValue() {
        return (ApexId) scalar("Id");
    }

    public ApexTime getTimeValue() {
        return (ApexTime) scalar("Time");
    }

    /** The value that begins at the current token. */
    public Object readValueAs(Type type) {
        return read(type, false);
    }

    public Object readValueAsStrict(Type type) {
        return read(type, true);
    }

    private Object read(Type type, boolean strict) {
        return JsonText.orJsonException(() -> {
            if (!in.hasCurrentToken()) {
                in.nextToken();
            }
            return new JsonReader(in, strict).typed(type.apexType());
        });
    }
}
