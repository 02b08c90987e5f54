package localorg.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import localorg.runtime.lang.StringMethods;

/** Results in the form that build servers read. */
final class JunitReport {

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
                .append(result.className())
                .append("\" name=\"")
                .append(result.method())
                .append("\" time=\"")
                .append(result.milliseconds() / 1000.0)
                .append('"');
            if (result.passed()) {
                xml.append("/>\n");
            } else {
                xml.append("><failure>")
                    .append(StringMethods.escapeXml(result.failure()))
                    .append("</failure></testcase>\n");
            }
        }
        xml.append("</testsuite>\n");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, xml);
    }
}
