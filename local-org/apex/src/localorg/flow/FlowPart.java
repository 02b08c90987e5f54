package localorg.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import localorg.metadata.Xml;

/** A part of a flow's file. A child that local-org does not know would do something else in the org, so it is an error. */
final class FlowPart {

    private final Path file;
    private final Xml xml;

    FlowPart(Path file, Xml xml, Set<String> known) throws IOException {
        this.file = file;
        this.xml = xml;
        for (Xml child : xml.children()) {
            if (!known.contains(child.name())) {
                throw refusal("<" + child.name() + "> in <" + xml.name() + ">");
            }
        }
    }

    IOException refusal(String what) {
        return new IOException(file + ": local-org does not run flows with " + what);
    }

    IOException mistake(String what) {
        return new IOException(file + ": " + what);
    }

    List<FlowPart> children(String name, Set<String> known) throws IOException {
        List<FlowPart> parts = new java.util.ArrayList<>();
        for (Xml child : xml.children(name)) {
            parts.add(new FlowPart(file, child, known));
        }
        return parts;
    }

    /** The text of the child, null without one. */
    String text(String name) {
        return xml.text(name);
    }

    String required(String name) throws IOException {
        String text = text(name);
        if (text == null) {
            throw mistake("<" + xml.name() + "> has no <" + name + ">");
        }
        return text;
    }

    boolean flag(String name) {
        return xml.flag(name);
    }

    /** Refuses another text than these, one of which may be null. */
    void expect(String name, String... allowed) throws IOException {
        if (!java.util.Arrays.asList(allowed).contains(text(name))) {
            throw refusal("<" + name + "> " + text(name));
        }
    }
}
