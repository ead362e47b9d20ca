package io.quantkit.examples;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules that keep the modules a star and the code predictable. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages("io.quantkit");

  private static final JavaClasses LIBRARY =
      ALL.that(
          DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.quantkit.examples..")));

  /** The bridge to ta4j, whose types are its point. */
  private static final String TA4J = "io.quantkit.features.ta4j..";

  /** The floors of quant-core, lowest first; an import only ever goes down. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("error"),
          Set.of("math", "time", "config"),
          Set.of("market"),
          Set.of("series", "order"),
          Set.of("quality", "ledger", "aggregate", "synthetic", "broker"),
          Set.of("event"),
          Set.of("data", "action", "universe", "synthetic.flow"),
          Set.of("strategy", "journal", "store", "monitor"),
          Set.of("execution"),
          Set.of("engine"));

  @Test
  void everyModuleIsSeen() {
    Set<String> modules = new TreeSet<>();
    for (JavaClass type : LIBRARY) {
      modules.add(type.getPackageName().split("\\.")[2]);
    }
    assertThat(modules).containsExactly("backtest", "broker", "core", "features", "models", "risk");
  }

  @Test
  void modulesFormAStarAroundCore() {
    Map<String, String[]> allowed = new LinkedHashMap<>();
    allowed.put("core", new String[] {"core"});
    allowed.put("features", new String[] {"core", "features"});
    allowed.put("models", new String[] {"core", "models"});
    allowed.put("risk", new String[] {"core", "risk"});
    allowed.put("backtest", new String[] {"core", "risk", "backtest"});
    allowed.put("broker", new String[] {"core", "broker"});
    allowed.forEach(
        (module, friends) -> {
          Set<String> names = Set.of(friends);
          noClasses()
              .that()
              .resideInAPackage("io.quantkit." + module + "..")
              .should()
              .dependOnClassesThat(
                  DescribedPredicate.describe(
                      "belong to modules other than " + names,
                      type ->
                          type.getPackageName().startsWith("io.quantkit.")
                              && !names.contains(type.getPackageName().split("\\.")[2])))
              .check(LIBRARY);
        });
  }

  @Test
  void importsWithinCoreGoDown() {
    for (JavaClass type : LIBRARY) {
      int floor = floor(type);
      if (floor < 0) {
        continue;
      }
      type.getDirectDependenciesFromSelf()
          .forEach(
              dependency -> {
                JavaClass target = dependency.getTargetClass();
                if (floor(target) >= 0 && !target.getPackageName().equals(type.getPackageName())) {
                  assertThat(floor(target)).as(dependency.getDescription()).isLessThan(floor);
                }
              });
    }
  }

  private static int floor(JavaClass type) {
    String prefix = "io.quantkit.core.";
    if (!type.getPackageName().startsWith(prefix)) {
      return -1;
    }
    String name = type.getPackageName().substring(prefix.length());
    for (int f = 0; f < FLOORS.size(); f++) {
      if (FLOORS.get(f).contains(name)) {
        return f;
      }
    }
    throw new AssertionError("package " + type.getPackageName() + " has no floor");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.quantkit.(**)").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : ALL) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void publicClassesCannotBeExtendedByAccident() {
    Set<String> open = new TreeSet<>();
    for (JavaClass type : LIBRARY) {
      boolean closed =
          type.getModifiers().contains(JavaModifier.FINAL)
              || type.isInterface()
              || type.isEnum()
              || type.reflect().isSealed();
      if (type.getModifiers().contains(JavaModifier.PUBLIC) && !closed) {
        open.add(type.getName());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void accessorsHaveTheNameOfWhatTheyReturn() {
    noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(TA4J)
        .should()
        .haveNameMatching("(get|set)[A-Z].*")
        .check(LIBRARY);
  }

  @Test
  void nothingReadsTheWallClockOrSharedRandomness() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.concurrent.ThreadLocalRandom.class)
        .orShould()
        .callConstructor(Random.class)
        .check(LIBRARY);
  }

  @Test
  void transcendentalFunctionsAreTheSameOnEveryMachine() {
    noClasses()
        .should()
        .callMethodWhere(
            target(
                    nameMatching(
                        "log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh"
                            + "|tanh|cbrt|hypot"))
                .and(
                    target(
                        owner(
                            DescribedPredicate.describe(
                                "Math", type -> type.getName().equals("java.lang.Math"))))))
        .because("StrictMath gives the same bits on every JDK, Math may not")
        .check(LIBRARY);
  }

  @Test
  void standardStreamsBelongToExamples() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(LIBRARY);
  }

  @Test
  void exactMoneyStaysOutOfStatistics() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.quantkit.features..",
            "io.quantkit.models..",
            "io.quantkit.risk.measure..",
            "io.quantkit.risk.covariance..",
            "io.quantkit.risk.portfolio..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.quantkit.core.math.Decimal")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.math.BigDecimal.class)
        .check(LIBRARY);
  }

  @Test
  void onlyLabelsLookAhead() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.quantkit.features.label..", "io.quantkit.examples..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.quantkit.features.label..")
        .check(ALL);
  }

  @Test
  void onlyBrokersTalkToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.quantkit.broker..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(LIBRARY);
  }

  @Test
  void publicMethodsDoNotLeakThirdPartyTypes() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(TA4J)
        .should()
        .haveRawReturnType(
            DescribedPredicate.describe(
                "JDK or QuantKit types",
                type -> {
                  JavaClass base = type.getBaseComponentType();
                  return base.isPrimitive()
                      || base.getPackageName().startsWith("java.")
                      || base.getPackageName().startsWith("io.quantkit.");
                }))
        .check(LIBRARY);
  }
}
