package gradus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gradus.calculus.DirectRoute;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The house rules: a staircase of rooms, each resting on the ones below and knowing nothing of
/// those above.
final class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/gradus");
  private static final int MOST_FILES = 25;

  /// Lists of rules, one class each, may be longer.
  private static final Set<String> LISTS = Set.of("calculus.rewrite");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gradus");

  /// Room by room from the ground up, and all that each knows; `landing` is the package `gradus`
  /// itself, the façade, `syntax.grammar` what ANTLR writes. A row that nothing fills yet says
  /// where a room will stand.
  static final List<Room> ROOMS =
      rooms(
          """
          expr             |
          syntax.source    | expr
          syntax.written   | expr syntax.source
          syntax.print     | expr
          syntax.read      | expr syntax.source syntax.written syntax.print syntax.grammar
          syntax.resolve   | expr syntax.source syntax.written syntax.print
          syntax.paper     | syntax.source
          syntax.page      | expr syntax.source syntax.read syntax.paper syntax.grammar
          syntax.tree      | expr syntax.source syntax.written syntax.read syntax.paper syntax.page syntax.grammar
          syntax.line      | syntax.source syntax.paper syntax.page syntax.tree
          calculus.rewrite | expr
          calculus.indices | expr calculus.rewrite
          calculus.rule    | expr syntax.source syntax.written syntax.read syntax.resolve calculus.rewrite calculus.indices
          calculus.entry   | expr calculus.indices calculus.rule
          calculus.step    | expr calculus.rewrite calculus.indices calculus.rule calculus.entry
          calculus.family  | expr calculus.indices calculus.entry calculus.step
          calculus.tape    | expr calculus.rule
          calculus.verify  | expr syntax.print calculus.rule calculus.entry calculus.step calculus.family calculus.tape
          calculus         | expr calculus.rewrite calculus.indices calculus.rule calculus.entry calculus.step calculus.family
          network          | expr syntax.source syntax.written syntax.print calculus.rule calculus.entry calculus.step calculus.tape calculus
          network.name     | expr syntax.source syntax.written syntax.print syntax.read syntax.resolve calculus.rule calculus.entry calculus.step calculus.family calculus.tape network
          network.instance | expr syntax.source syntax.written calculus.rule calculus.entry calculus.step calculus.family calculus.verify calculus network network.name
          network.run      | expr syntax.source syntax.written calculus.rule calculus.step calculus.tape network
          network.read     | expr syntax.source syntax.written syntax.read calculus.rule calculus.step network network.name network.instance network.run
          sheet            | expr
          sheet.number     | expr calculus.rule calculus.entry calculus.step calculus.tape calculus.verify calculus network network.instance network.run sheet
          sheet.section    | expr syntax.written calculus.rule calculus.entry calculus.step calculus.tape calculus.verify calculus network network.instance network.run sheet sheet.number
          check.number     | expr calculus.tape
          check.equal      | expr syntax.source syntax.written syntax.print syntax.read syntax.resolve calculus.rule calculus.entry calculus.tape check.number
          check.name       | expr syntax.source calculus.rule calculus.step network
          check.verdict    | expr syntax.paper network check.name
          check.sense      | expr syntax.source syntax.written syntax.paper calculus.rule calculus.step check.name
          check.world      | expr syntax.written syntax.paper calculus.rule calculus.step calculus.tape network network.instance network.run check.equal check.name check.verdict check.sense
          check.slip       | expr syntax.paper calculus.rule calculus.step calculus.tape check.name check.verdict check.world
          check.judge      | expr syntax.source syntax.paper calculus.tape network check.equal check.name check.verdict check.sense check.world check.slip
          render.box       | expr
          render.formula   | expr syntax.print calculus.entry render.box
          render.latex     | expr sheet render.box render.formula
          render.data      | expr syntax.source syntax.written syntax.print calculus.step calculus.tape network network.instance network.run render.latex
          render.text      | expr syntax.source syntax.print calculus.tape network network.instance network.run sheet render.formula render.latex render.data
          render.verdict   | expr syntax.source syntax.print syntax.paper network check.equal check.name check.verdict render.data render.text
          landing          | expr syntax.source syntax.print syntax.paper syntax.line calculus.rule calculus.entry calculus.step calculus.verify calculus network network.name network.instance network.run network.read sheet sheet.number sheet.section check.equal check.verdict check.world check.judge render.latex render.data render.text render.verdict
          cli              | expr syntax.source syntax.paper check.verdict render.data landing
          """);

  /// Rooms that nothing fills yet, and what they may know.
  static final List<Room> PLANNED =
      rooms(
          """
          calculus.slip  | expr calculus.rule calculus.rewrite calculus.step
          network.vary   | expr network network.instance network.run network.read calculus.slip
          render.html    | expr sheet render.box render.formula
          render.figure  | expr network sheet render.box
          render.program | expr network calculus.step
          course         | expr syntax.source network check.verdict check.judge
          cli.files      | expr syntax.source landing
          cli.serve      | landing cli.files
          """);

  record Room(String name, Set<String> knows) {
    private static Room of(String row) {
      String[] sides = row.split("\\|", -1);
      List<String> known = Arrays.asList(sides[1].strip().split(" +"));
      return new Room(sides[0].strip(), sides[1].isBlank() ? Set.of() : Set.copyOf(known));
    }

    private String folder() {
      return name.equals("landing") ? "gradus" : "gradus." + name;
    }

    private List<JavaClass> classes() {
      return HOUSE.stream().filter(type -> type.getPackageName().equals(folder())).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Room> rooms(String rows) {
    return rows.lines().map(Room::of).toList();
  }

  /// A row that allowed more than is used would hold nothing.
  @ParameterizedTest
  @FieldSource("ROOMS")
  void aRoomKnowsWhatItsRowSays(Room room) {
    Set<String> known = new TreeSet<>();
    for (JavaClass type : room.classes()) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
          .filter(target -> target.equals("gradus") || target.startsWith("gradus."))
          .map(target -> target.equals("gradus") ? "landing" : target.substring("gradus.".length()))
          .filter(target -> !target.equals(room.name()))
          .forEach(known::add);
    }
    assertThat(known).isEqualTo(new TreeSet<>(room.knows()));
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void aRoomIsReadInOneLook(Room room) throws IOException {
    Path folder = SOURCES.resolve("../" + room.folder().replace('.', '/')).normalize();
    assertThat(Files.readString(folder.resolve("package-info.java"))).startsWith("/// ");
    try (Stream<Path> files = Files.list(folder)) {
      long sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .count();
      assertThat(sources).isBetween(1L, LISTS.contains(room.name()) ? 100L : MOST_FILES);
    }
  }

  @Test
  void everyClassLivesInARoom() {
    Stream<String> rooms = ROOMS.stream().map(Room::folder);
    String[] folders =
        Stream.concat(rooms, Stream.of("gradus.syntax.grammar")).toArray(String[]::new);
    classes()
        .that()
        .haveSimpleNameNotContaining("package-info")
        .should()
        .resideInAnyPackage(folders)
        .check(HOUSE);
  }

  /// A planned room that is filled moves into the table above.
  @ParameterizedTest
  @FieldSource("PLANNED")
  void aPlannedRoomIsEmpty(Room room) {
    assertThat(room.classes()).isEmpty();
  }

  /// The sheet only arranges: what it prints was derived and verified before.
  @Test
  void theSheetDerivesNothing() {
    noClasses()
        .that()
        .resideInAPackage("gradus.sheet..")
        .should()
        .dependOnClassesThat(
            nameMatching(
                "gradus\\.calculus\\.(\\w+\\.)?(.*Differentiator|.*Writer|.*Steps|.*Derivative|Simplifier|"
                    + "MatrixSpelling|Kroneckers|WholeJacobian)"))
        .orShould()
        .accessTargetWhere(
            named(Paths.class, "of")
                .or(named(DirectRoute.class, "in"))
                .or(named(Derivation.class, "with|withJacobians")))
        .check(HOUSE);
  }

  /// A file is derived once a run: in numbers where it is read, in letters where it is solved.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gradus.calculus.Differentiator | derive     | gradus.GradientSolver, gradus.network.Problem, gradus.network.Derived, gradus.network.instance.ArrayDerivation, gradus.calculus.(DirectRoute, JacobianWriter, Differentiator)
          gradus.network.Problem         | derivation | gradus.network.Derived
          gradus.network.Derived         | of         | gradus.network.read.ProblemCheck, gradus.Gradus
          gradus.network.instance.ArrayDerivation | in         | gradus.Solver, gradus.network.instance.ArrayDerivation
          """)
  void whoDerivesIsNamed(String owner, String method, String callers) throws Exception {
    noClasses()
        .that(not(nameMatching(callers.replace(", ", "|"))))
        .should()
        .accessTargetWhere(named(Class.forName(owner), method))
        .check(HOUSE);
  }

  @Test
  void oneClassDerivesFamilies() {
    noClasses()
        .that(not(nameMatching("gradus\\.calculus\\.(Family)?Differentiator(\\$.*)?")))
        .should()
        .dependOnClassesThat(nameMatching("gradus\\.calculus\\.FamilyDifferentiator"))
        .check(HOUSE);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("gradus.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void aSimpleNameMeansOneThing() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Map<String, Long> meanings =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
              .collect(Collectors.groupingBy(file -> file, Collectors.counting()));
      assertThat(meanings).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }
  }

  /// What is public only because rooms have folders stays among them.
  @Test
  void programsSeeTheFacadeAndWhatItsResultsAreMadeOf() throws IOException {
    List<String> exported =
        Files.readString(SOURCES.resolveSibling("module-info.java"))
            .lines()
            .filter(line -> line.strip().startsWith("exports "))
            .map(line -> line.strip().substring("exports ".length()).replace(";", ""))
            .toList();
    Set<String> seen = new TreeSet<>(Set.of("gradus"));
    for (JavaClass type : HOUSE) {
      if (type.getPackageName().equals("gradus") && isVisible(type)) {
        type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(method -> method.getAllInvolvedRawTypes().stream())
            .map(part -> part.getBaseComponentType().getPackageName())
            .filter(part -> part.startsWith("gradus"))
            .forEach(seen::add);
      }
    }
    assertThat(exported).containsExactlyElementsOf(seen);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.antlr..            | gradus.syntax..
          com.fasterxml.jackson..| gradus.render..
          picocli..              | gradus.cli..
          org.matheclipse..      | nowhere
          org.hipparchus..       | nowhere
          """)
  void aLibraryIsSeenByOneRoom(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineTouchesFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gradus.cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.nio.file..")
                .or(nameMatching("java\\.io\\.(File|RandomAccess).*")))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource({"in", "out", "err"})
  void onlyTheCommandLineTouchesStreams(String stream) {
    noClasses()
        .that()
        .resideOutsideOfPackage("gradus.cli..")
        .should()
        .accessField(System.class, stream)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineEndsTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gradus.cli..")
        .should()
        .accessTargetWhere(named(System.class, "exit").or(named(Runtime.class, "exit|halt")))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  /// `Math.exp` may differ in the last place from machine to machine, `StrictMath.exp` may not, and
  /// sheets are the same everywhere. What IEEE 754 defines exactly (`abs`, `max`, `sqrt`) is free.
  @Test
  void roundedFunctionsAreStrict() {
    noClasses()
        .should()
        .accessTargetWhere(
            named(
                Math.class,
                "a?(sin|cos|tan)h?|atan2|expm1|exp|log10|log1p|log|pow|cbrt|hypot|random"))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaAccess<?>> named(Class<?> type, String regex) {
    return JavaAccess.Predicates.target(owner(name(type.getName())))
        .and(JavaAccess.Predicates.target(nameMatching(regex)));
  }
}
