package localorg.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The custom labels of a project and their translations. Names in any case. */
public final class Labels {

    private final Map<String, String> texts = new TreeMap<>(AnyCase.ORDER);
    private final Map<String, Map<String, String>> translations = new TreeMap<>(AnyCase.ORDER);

    Labels(Project project) throws IOException {
        for (Path file : project.filesEndingWith(".labels-meta.xml")) {
            for (Xml label : Xml.read(file).children("labels")) {
                texts.put(label.text("fullName"), label.text("value"));
            }
        }
        for (Path file : project.filesEndingWith(".translation-meta.xml")) {
            Map<String, String> translated = new TreeMap<>(AnyCase.ORDER);
            for (Xml label : Xml.read(file).children("customLabels")) {
                translated.put(label.text("name"), label.text("label"));
            }
            translations.put(Project.nameOf(file, ".translation-meta.xml"), translated);
        }
    }

    /** In the language of the org; null for an unknown label. */
    public String text(String name) {
        return texts.get(name);
    }

    /** In another language; null without a translation. */
    public String text(String name, String language) {
        return translations.getOrDefault(language, Map.of()).get(name);
    }
}
