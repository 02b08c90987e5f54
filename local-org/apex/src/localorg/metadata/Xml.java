package localorg.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads metadata XML: an element with its children by name. */
public final class Xml {

    /** Making a builder takes far longer than reading a file with it. */
    private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(Xml::builder);

    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    public static Xml read(Path file) throws IOException {
        try {
            return new Xml(BUILDER.get().parse(file.toFile()).getDocumentElement());
        } catch (SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the exception says it, stderr need not
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Xml> children() {
        List<Xml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(new Xml(child));
            }
        }
        return found;
    }

    public List<Xml> children(String name) {
        return children()
            .stream()
            .filter(child -> child.name().equals(name))
            .toList();
    }

    /** The text of the first child with that name, or null without one. */
    public String text(String name) {
        List<Xml> found = children(name);
        return found.isEmpty() ? null : found.get(0).text();
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    public boolean flag(String name) {
        return "true".equals(text(name));
    }

    public String text() {
        return element.getTextContent();
    }

    public boolean isNil() {
        return "true".equals(element.getAttribute("xsi:nil"));
    }

    public String name() {
        return element.getTagName();
    }
}
