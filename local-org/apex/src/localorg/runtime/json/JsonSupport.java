package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import localorg.runtime.exception.JSONException;

/**
 * What reading and writing JSON share. The platform itself uses Jackson, whose texts its exceptions show. Apex
 * Developer Guide, JSON Support [L].
 */
public final class JsonSupport {

    /** Answers are bounded by the heap limit of Apex, not by Jackson's defaults for a text; nesting stays bounded. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(12_000_000).maxNestingDepth(500).build())
        .build();

    private JsonSupport() {}

    /** Two spaces, " : " between name and value, arrays on one line, as the platform prints it. */
    public static DefaultPrettyPrinter prettyPrinter() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance());
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    public static JSONException exception(JsonProcessingException e) {
        String place =
            e.getLocation() == null
                ? ""
                : " at input location [" + e.getLocation().getLineNr() + "," + e.getLocation().getColumnNr() + "]";
        return new JSONException(e.getOriginalMessage() + place);
    }
}
