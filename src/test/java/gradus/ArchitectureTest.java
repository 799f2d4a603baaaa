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
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gradus.calculus.Derivation;
import gradus.calculus.DirectRoute;
import gradus.calculus.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The house rules: a staircase of rooms, each resting on the ones below and knowing nothing of
/// those above.
final class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gradus");

  /// Room by room from the ground up; `landing` is the package `gradus` itself, the façade.
  static final List<Room> ROOMS =
      List.of(
          new Room("expr"),
          new Room("syntax", "expr"),
          new Room("calculus", "expr", "syntax"),
          new Room("network", "expr", "syntax", "calculus"),
          new Room("sheet", "expr", "syntax", "calculus", "network"),
          new Room("check", "expr", "syntax", "calculus", "network"),
          new Room("render", "expr", "syntax", "calculus", "network", "sheet", "check"),
          new Room("landing", "expr", "syntax", "calculus", "network", "sheet", "check", "render"),
          new Room(
              "cli",
              "expr",
              "syntax",
              "calculus",
              "network",
              "sheet",
              "check",
              "render",
              "landing"));

  record Room(String name, List<String> mayKnow) {
    Room(String name, String... mayKnow) {
      this(name, List.of(mayKnow));
    }

    String packages() {
      return name.equals("landing") ? "gradus" : "gradus." + name + "..";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void aRoomKnowsOnlyTheRoomsBelow(Room room) {
    String[] others =
        ROOMS.stream()
            .filter(other -> !other.equals(room) && !room.mayKnow().contains(other.name()))
            .map(Room::packages)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  /// Rules about no classes hold of none.
  @Test
  void theHouseIsInhabited() {
    for (Room room : ROOMS) {
      String folder = room.packages().replace("..", "");
      assertThat(HOUSE.stream().filter(one -> one.getPackageName().startsWith(folder)))
          .as("%s", room)
          .isNotEmpty();
    }
  }

  @Test
  void everyClassLivesInARoom() {
    classes()
        .should()
        .resideInAnyPackage(ROOMS.stream().map(Room::packages).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("gradus.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.antlr..            | gradus.syntax..
          com.fasterxml.jackson..| gradus.render..
          picocli..              | gradus.cli..
          """)
  void aLibraryIsSeenByOneRoom(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void oneClassSeesTheForeignAlgebra() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("gradus.calculus.SymjaAlgebra")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.matheclipse..", "org.hipparchus..")
        .allowEmptyShould(true)
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

  /// The sheet only arranges: what it prints was derived and verified before.
  @Test
  void theSheetDerivesNothing() {
    noClasses()
        .that()
        .resideInAPackage("gradus.sheet..")
        .should()
        .dependOnClassesThat(
            nameMatching(
                "gradus\\.calculus\\.(.*Differentiator|.*Writer|.*Steps|.*Derivative|Simplifier|"
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
          gradus.calculus.Differentiator | derive     | gradus.Differencing, gradus.network.(Problem, Derived, TypedDerivation), gradus.calculus.(DirectRoute, JacobianWriter, Differentiator)
          gradus.network.Problem         | derivation | gradus.network.Derived
          gradus.network.Derived         | of         | gradus.network.Whole, gradus.Gradus
          gradus.network.TypedDerivation | in         | gradus.Solver, gradus.network.TypedDerivation
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

  private static DescribedPredicate<JavaAccess<?>> named(Class<?> type, String regex) {
    return JavaAccess.Predicates.target(owner(name(type.getName())))
        .and(JavaAccess.Predicates.target(nameMatching(regex)));
  }
}
