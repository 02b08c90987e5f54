package localorg.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import localorg.runtime.lang.StringMethods;

/** Results in the form that build servers read. */
final class JunitReport {

    /** XML 1.0 has no way to write these, not even by number. */
    private static final String NOT_IN_XML = "[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private JunitReport() {}

    static void write(Path file, List<TestResult> results) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long failures = results
            .stream()
            .filter(result -> !result.passed())
            .count();
        xml.append("<testsuite name=\"apex\" tests=\"")
            .append(results.size())
            .append("\" failures=\"")
            .append(failures)
            .append("\">\n");
        for (TestResult result : results) {
            xml.append("  <testcase classname=\"")
                .append(escaped(result.className()))
                .append("\" name=\"")
                .append(escaped(result.method()))
                .append("\" time=\"")
                .append(result.milliseconds() / 1000.0)
                .append('"');
            if (result.passed()) {
                xml.append("/>\n");
            } else {
                xml.append("><failure>").append(escaped(result.failure())).append("</failure></testcase>\n");
            }
        }
        xml.append("</testsuite>\n");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, xml);
    }

    private static String escaped(String text) {
        return StringMethods.escapeXml(text.replaceAll(NOT_IN_XML, "\uFFFD"));
    }
}
