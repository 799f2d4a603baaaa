package gradus.check.sense;

import gradus.check.sense.Glossary.Written;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Letters;
import gradus.syntax.paper.Notated.Mark;
import gradus.syntax.paper.Notated.Scripted;
import gradus.syntax.paper.Notated.Superscript;
import gradus.syntax.paper.Notated.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A name taken apart: letters, and what stands below and above as text.
final class NameParts {
  private final Interpreter sensing;

  NameParts(Interpreter sensing) {
    this.sensing = sensing;
  }

  /// A tree that is nothing but a name.
  Optional<Written> written(Notated tree) {
    return switch (tree) {
      case Symbol symbol ->
          Optional.of(
              new Written(
                  symbol.letters() + String.join("", symbol.marks()), List.of(), List.of()));
      case Letters(String letters, _) -> Optional.of(new Written(letters, List.of(), List.of()));
      case Scripted(Notated base, List<Notated> below, List<Superscript> above, _) -> {
        List<String> subs = below.stream().flatMap(sub -> tokens(sub).stream()).toList();
        List<String> labels = new ArrayList<>();
        for (Superscript script : above) {
          switch (script) {
            case Superscript.Label(List<Notated> values) ->
                values.forEach(value -> labels.addAll(tokens(value)));
            case Superscript.Raised(Notated value) -> labels.addAll(tokens(value));
            case Superscript.Primes _, Superscript.Transposition _ -> {
              yield Optional.empty();
            }
          }
        }
        yield written(base)
            .filter(name -> name.subs().isEmpty() && name.labels().isEmpty())
            .map(name -> new Written(name.letters(), subs, labels));
      }
      default -> Optional.empty();
    };
  }

  /// A subscript or label as text, index letters replaced by their numbers.
  List<String> tokens(Notated tree) {
    return switch (tree) {
      case Notated.Number(String digits, _) -> List.of(digits);
      case Symbol symbol -> List.of(token(symbol.letters()));
      case Letters(String letters, _) -> lettered(letters);
      case Notated.Group group when group.fence() != Notated.Fence.BAR ->
          group.items().stream().flatMap(item -> tokens(item).stream()).toList();
      case Mark(String sign, _) -> List.of(sign);
      case Notated.Product product ->
          product.factors().stream().flatMap(factor -> tokens(factor.value()).stream()).toList();
      default ->
          sensing
              .integer(tree)
              .map(number -> List.of(String.valueOf(number)))
              .orElse(List.of(openSum(tree)));
    };
  }

  private static String openSum(Notated tree) {
    if (tree instanceof Notated.Sum sum
        && sum.terms().size() == 2
        && sum.terms().get(0).value() instanceof Symbol letter
        && sum.terms().get(1).value() instanceof Notated.Number number) {
      return letter.letters()
          + (sum.terms().get(1).sign() == Notated.Sign.MINUS ? "-" : "+")
          + number.digits();
    }
    return "?";
  }

  private List<String> lettered(String letters) {
    List<String> each = List.of(letters.split(""));
    boolean indices = each.stream().anyMatch(sensing.letters::containsKey);
    boolean open = letters.length() == 2 && letters.matches("[i-n][i-n]");
    return indices || open ? each.stream().map(this::token).toList() : List.of(letters);
  }

  private String token(String text) {
    Integer number = sensing.letters.get(text);
    return number == null ? text : String.valueOf(number);
  }

  static Optional<String> letter(Notated tree) {
    return tree instanceof Symbol symbol && symbol.letters().length() == 1
        ? Optional.of(symbol.letters())
        : tree instanceof Letters(String letters, _) && letters.length() == 1
            ? Optional.of(letters)
            : Optional.empty();
  }
}
