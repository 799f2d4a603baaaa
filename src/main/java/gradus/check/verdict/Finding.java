package gradus.check.verdict;

import gradus.check.name.Sense.Nothing;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.Side.Unreadable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was found about one link.
///
/// @param trouble why a side means nothing in the network
/// @param follows the number of the claim, from 0, whose mistake makes it so
public record Finding(
    Link link,
    Verdict verdict,
    Grounds grounds,
    Assumptions note,
    Optional<Nothing> trouble,
    Optional<Unreadable> unreadable,
    Optional<Mistake> mistake,
    Optional<Integer> follows) {

  /// Why one may believe it.
  public enum Grounds {
    /// In all worlds, by exact arithmetic or digits beyond coincidence.
    WORLDS,
    /// At the data.
    DATA,
    /// Numbers only.
    ARITHMETIC,
    NONE
  }

  /// @param expected what would stand there instead, where that is known
  /// @param at a world in which the sides differ
  /// @param left the value of the left side there
  public record Mistake(
      Slip slip,
      Optional<Expr> expected,
      Map<Symbol, Value> at,
      Optional<Value> left,
      Optional<Value> right) {
    public Mistake {
      at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    }

    public static Mistake of(Slip slip) {
      return new Mistake(slip, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    }

    public static Mistake of(Slip slip, Value left, Value right) {
      return new Mistake(slip, Optional.empty(), Map.of(), Optional.of(left), Optional.of(right));
    }

    public Mistake as(Slip other, Optional<Expr> instead) {
      return new Mistake(other, instead, at, left, right);
    }
  }

  public static Finding of(Link link, Verdict verdict, Grounds grounds) {
    return new Finding(
        link,
        verdict,
        grounds,
        Assumptions.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Finding noted(Assumptions other) {
    return new Finding(
        link,
        other.isEmpty() ? verdict : Verdict.NOTED,
        grounds,
        other,
        trouble,
        unreadable,
        mistake,
        follows);
  }

  public Finding about(Link other) {
    return new Finding(other, verdict, grounds, note, trouble, unreadable, mistake, follows);
  }

  public Finding troubled(Nothing nothing) {
    return new Finding(
        link, verdict, grounds, note, Optional.of(nothing), unreadable, mistake, follows);
  }

  public Finding unread(Unreadable part) {
    return new Finding(link, verdict, grounds, note, trouble, Optional.of(part), mistake, follows);
  }

  public Finding wrong(Mistake found) {
    return new Finding(
        link, Verdict.WRONG, grounds, note, trouble, unreadable, Optional.of(found), follows);
  }

  /// What is expected of one entry says little of a vector.
  public Finding withoutExpectation() {
    return mistake.map(found -> wrong(found.as(found.slip(), Optional.empty()))).orElse(this);
  }

  public Finding following(int claim) {
    return new Finding(
        link, Verdict.FOLLOWS, grounds, note, trouble, unreadable, mistake, Optional.of(claim));
  }
}
