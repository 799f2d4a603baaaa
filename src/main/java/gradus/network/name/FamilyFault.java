package gradus.network.name;

import gradus.calculus.family.Refusal;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Origin;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import java.util.Optional;

/// Why a family is not derived, at a definition that it concerns.
public final class FamilyFault {
  private FamilyFault() {}

  public static Diagnostic of(Refusal refusal, Origin origin) {
    Span place = concerned(refusal).map(origin::formula).orElse(new Span(0, 0));
    return Fault.UNSUPPORTED.at(origin.source(), place, said(refusal));
  }

  private static Optional<Name> concerned(Refusal refusal) {
    return switch (refusal) {
      case Refusal.LabelNotFollowed(Quantity user, _) -> Optional.of(user.name());
      case Refusal.NotAFamily(Quantity symbol) -> Optional.of(symbol.name());
      case Refusal.NotAFamily _, Refusal.Undecided _ -> Optional.empty();
      case Refusal.Endless(var cycle) -> Optional.of(cycle.getFirst().name());
      case Refusal.ByShared(Quantity of, _) -> Optional.of(of.name());
    };
  }

  private static String said(Refusal refusal) {
    return switch (refusal) {
      case Refusal.LabelNotFollowed(_, Quantity reference) ->
          "the label of '" + Citation.of(reference) + "'";
      case Refusal.NotAFamily(Symbol symbol) ->
          "a family with labels as in '" + Citation.of(symbol) + "'";
      case Refusal.Endless(var cycle) ->
          "the circle through '" + Citation.of(cycle.getFirst()) + "'";
      case Refusal.Undecided(var left, var right) ->
          "a case in which the order of " + left + " and " + right + " is open";
      case Refusal.ByShared(Quantity of, Quantity by) ->
          "'" + Citation.of(Partial.total(of, by)) + "', as long as the recursion,";
    };
  }
}
