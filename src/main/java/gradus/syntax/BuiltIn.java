package gradus.syntax;

import gradus.expr.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions that mix the entries of their arguments, whether or not a scope knows them.
public enum BuiltIn {
  SUM(1, 2),
  MEAN(1, 2),
  MAX(1, 2),
  SOFTMAX(1, 2),
  LOGSUMEXP(1, 2),
  NORM1(1, 1),
  NORM2(1, 1),
  DOT(2, 2),
  DIAG(1, 1),
  TR(1, 1),
  CONCAT(2, Integer.MAX_VALUE),
  EYE(1, 1),
  ONES(1, 2),
  ONEHOT(2, 2);

  private static final Set<Name> WITHOUT_RULE = names("normp det inv conv");

  private final int least;
  private final int most;

  BuiltIn(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /// Any function that the language names.
  public static boolean isFunction(String name) {
    Name function = Name.of(name);
    return Synonyms.isFunction(function) || isWithoutRule(function) || named(function).isPresent();
  }

  static boolean isWithoutRule(Name name) {
    return WITHOUT_RULE.contains(name);
  }

  static Optional<BuiltIn> named(Name name) {
    return Arrays.stream(values()).filter(one -> one.typed().equals(name.key())).findFirst();
  }

  static List<Name> all() {
    return Arrays.stream(values()).map(one -> Name.of(one.typed())).toList();
  }

  String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(int arguments) {
    return least <= arguments && arguments <= most;
  }

  /// `1 to 2 arguments`
  String arguments() {
    return most == Integer.MAX_VALUE
        ? least + " or more arguments"
        : least == most ? arguments(least) : least + " to " + most + " arguments";
  }

  static String arguments(int number) {
    return number == 1 ? "1 argument" : number + " arguments";
  }

  private static Set<Name> names(String words) {
    return Stream.of(words.split(" ")).map(Name::of).collect(Collectors.toSet());
  }
}
