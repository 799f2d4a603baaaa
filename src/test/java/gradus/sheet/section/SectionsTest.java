package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No class makes a section, for others to take, without a test of its own.
class SectionsTest {
  private static final Path SOURCES = Path.of("src/main/java/gradus/sheet");
  private static final Path TESTS = Path.of("src/test/java/gradus");

  /// A method that others can call, by how the formatter lays it out.
  private static final Pattern MAKES_SECTIONS =
      Pattern.compile(
          "^  (?:public )?(?:Section|(?:List|Optional)<Section>) \\w+\\(", Pattern.MULTILINE);

  @Test
  void everySectionHasATest() throws IOException {
    List<String> makers =
        files(SOURCES).filter(SectionsTest::makesSections).map(SectionsTest::name).toList();
    assertThat(makers).hasSizeGreaterThan(14).contains("BackwardSection", "OrderOfWork");
    List<String> tests = files(TESTS).map(SectionsTest::name).toList();
    assertThat(makers).allMatch(maker -> tests.contains(maker + "Test"));
  }

  private static Stream<Path> files(Path folder) throws IOException {
    return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
  }

  private static boolean makesSections(Path file) {
    try {
      return MAKES_SECTIONS.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
