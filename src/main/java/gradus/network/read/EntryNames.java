package gradus.network.read;

import gradus.syntax.source.Span;
import gradus.syntax.written.Mentions;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.Define;
import gradus.syntax.written.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `a_j = sum(i in 1..n, W_{i,j} * x_i)` defines a by its entries, where j means nothing but an
/// index on the right; else `a_j` is a name like another.
final class EntryNames {
  private final Set<String> known = new HashSet<>();

  private EntryNames(List<Statement> statements) {
    statements.forEach(statement -> statement.introduced().forEach(name -> known.add(name.text())));
  }

  static List<Statement> of(List<Statement> statements) {
    EntryNames names = new EntryNames(statements);
    return statements.stream()
        .map(statement -> statement instanceof Define define ? names.opened(define) : statement)
        .toList();
  }

  private Statement opened(Define define) {
    Written.Name name = define.name();
    int cut = name.text().lastIndexOf('_');
    if (cut < 1 || !name.labels().isEmpty() || !name.entries().isEmpty()) {
      return define;
    }
    String letter = name.text().substring(cut + 1);
    if (!isLetter(letter) || known.contains(letter) || !isIndex(letter, define.formula())) {
      return define;
    }
    int start = name.span().start() + cut + 1;
    Written index =
        new Written.Name(letter, List.of(), List.of(), new Span(start, name.span().end()));
    return new Define(
        new Written.Name(name.text().substring(0, cut), List.of(), List.of(index), name.span()),
        define.formula(),
        define.loss(),
        define.family(),
        define.span());
  }

  private static boolean isLetter(String text) {
    return text.codePointCount(0, text.length()) == 1 && Character.isLetter(text.codePointAt(0));
  }

  /// As in `W_{i,j}`, or in `x_j` where nothing has that name.
  private boolean isIndex(String letter, Written formula) {
    return Mentions.in(formula).stream()
        .filter(mention -> mention.sums().stream().noneMatch(sum -> sum.letter().equals(letter)))
        .map(Mentions.Mention::name)
        .anyMatch(name ->
            name.text().equals(letter)
                || name.text().endsWith("_" + letter) && !known.contains(name.text()));
  }
}
