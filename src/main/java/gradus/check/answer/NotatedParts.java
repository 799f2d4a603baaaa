package gradus.check.answer;

import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Absolute;
import gradus.syntax.answer.Notated.Annotated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Notated.Big;
import gradus.syntax.answer.Notated.Cases;
import gradus.syntax.answer.Notated.Comparison;
import gradus.syntax.answer.Notated.Derivative;
import gradus.syntax.answer.Notated.Evaluated;
import gradus.syntax.answer.Notated.Fraction;
import gradus.syntax.answer.Notated.Group;
import gradus.syntax.answer.Notated.Matrix;
import gradus.syntax.answer.Notated.Norm;
import gradus.syntax.answer.Notated.Product;
import gradus.syntax.answer.Notated.Root;
import gradus.syntax.answer.Notated.Scripted;
import gradus.syntax.answer.Notated.Sum;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a written tree is made of, scripts left out.
final class NotatedParts {
  private NotatedParts() {}

  static List<Notated> of(Notated tree) {
    List<Notated> parts = new ArrayList<>();
    switch (tree) {
      case Sum sum -> sum.terms().forEach(term -> parts.add(term.value()));
      case Product product -> product.factors().forEach(factor -> parts.add(factor.value()));
      case Fraction fraction ->
          fraction
              .derivative()
              .ifPresentOrElse(
                  parts::add,
                  () -> parts.addAll(List.of(fraction.numerator(), fraction.denominator())));
      case Derivative derivative -> {
        derivative.of().ifPresent(parts::add);
        parts.addAll(derivative.by());
      }
      case Root root -> parts.add(root.value());
      case Group group -> parts.addAll(group.items());
      case Absolute absolute -> parts.add(absolute.value());
      case Norm norm -> parts.add(norm.value());
      case Application application -> {
        parts.add(application.function());
        parts.addAll(application.arguments());
      }
      case Big big -> parts.add(big.body());
      case Matrix matrix -> matrix.rows().forEach(parts::addAll);
      case Cases cases ->
          cases
              .branches()
              .forEach(branch -> {
                parts.add(branch.value());
                parts.addAll(branch.conditions());
              });
      case Comparison comparison -> parts.addAll(comparison.sides());
      case Scripted scripted -> parts.add(scripted.base());
      case Evaluated evaluated -> parts.add(evaluated.value());
      case Annotated annotated -> parts.add(annotated.value());
      case Notated.Number _, Notated.Symbol _, Notated.Letters _, Notated.Mark _ -> {}
      case Notated.Dots _ -> {}
    }
    return parts;
  }

  /// The letters of all names.
  static Set<String> letters(Notated tree) {
    Set<String> letters = new LinkedHashSet<>();
    switch (tree) {
      case Notated.Symbol symbol -> letters.add(symbol.letters() + String.join("", symbol.marks()));
      case Notated.Letters(String word, _) -> letters.addAll(List.of(word.split("")));
      default -> of(tree).forEach(part -> letters.addAll(letters(part)));
    }
    return letters;
  }
}
