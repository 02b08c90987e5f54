package localorg.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import localorg.linking.LinkedProgram;
import localorg.runtime.Coverage;

/** Line coverage in the form that editors and coverage services read. */
final class LcovReport {

    private LcovReport() {}

    static void write(Path file, LinkedProgram program, Coverage coverage) throws IOException {
        StringBuilder text = new StringBuilder();
        program.executableLines().forEach((name, lines) -> {
            if (lines.isEmpty() || TestReport.isTest(program.description(name))) {
                return;
            }
            BitSet hit = coverage.lines(program.fileIds().get(name));
            text.append("SF:").append(program.description(name).file()).append('\n');
            lines.stream().forEach(line ->
                text
                    .append("DA:")
                    .append(line)
                    .append(',')
                    .append(hit.get(line) ? 1 : 0)
                    .append('\n')
            );
            text.append("LF:").append(lines.cardinality()).append('\n');
            text.append("LH:").append(lines.stream().filter(hit::get).count()).append("\nend_of_record\n");
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
