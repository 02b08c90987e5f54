package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import localorg.runtime.exception.JSONException;

/** Reads and writes JSON tokens with Jackson, which the platform uses as well: the texts of its errors are Jackson's. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Something that Jackson does. */
    public interface Operation<T> {
        T run() throws IOException;
    }

    /** What goes wrong in JSON is a JSONException with the place. */
    public static <T> T orJsonException(Operation<T> operation) {
        try {
            return operation.run();
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String text = e.getOriginalMessage();
            throw new JSONException(place == null ? text : text + " at input location [" + place.getLineNr() + "," + place.getColumnNr() + "]");
        } catch (IOException e) {
            throw new JSONException(e.getMessage());
        }
    }

    public static JsonParser parser(String text) {
        if (text == null) {
            throw new NullPointerException();
        }
        return orJsonException(() -> FACTORY.createParser(text));
    }

    public static JsonGenerator generator(Writer out, boolean pretty) {
        return orJsonException(() -> {
            JsonGenerator generator = FACTORY.createGenerator(out);
            generator.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            if (pretty) {
                DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
                printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
                generator.setPrettyPrinter(printer);
            }
            return generator;
        });
    }
}
