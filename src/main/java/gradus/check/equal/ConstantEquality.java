package gradus.check.equal;

import gradus.calculus.tape.Evaluation;
import gradus.check.equal.Equality.Different;
import gradus.check.equal.Equality.Equivalent;
import gradus.check.equal.Equality.Grounds;
import gradus.check.equal.Equality.Reason;
import gradus.check.equal.Equality.Undecided;
import gradus.check.equal.Equality.Witness;
import gradus.check.number.ClosedForm;
import gradus.check.number.ClosedForms;
import gradus.check.number.Residues;
import gradus.check.number.Surd;
import gradus.check.number.Surds;
import gradus.check.number.Surds.Difference;
import gradus.expr.Expr;
import gradus.expr.Value;
import java.util.Map;

/// Decides whether two constants are equal: digits can only tell them apart, so that they are equal
/// is proved.
///
/// Logarithms of sums, and sines, are beyond the proofs; such constants stay undecided if they
/// agree.
final class ConstantEquality {
  private static final long STEPS = 600_000;
  private static final int BITS = 200;
  private static final int MOST_BITS = 5_000;

  private final Expr left;
  private final Expr right;
  private final Facts facts;
  private final Pair pair;

  ConstantEquality(Expr left, Expr right, Facts facts, Pair pair) {
    this.left = left;
    this.right = right;
    this.facts = facts;
    this.pair = pair;
  }

  Equality equality() {
    Probe.Reading reading = new Probe(pair, new Effort(STEPS)).read(new double[0]);
    return switch (reading.outcome()) {
      case DIFFERENT -> different(reading);
      case RIGHT_ONLY, NEITHER -> new Undecided(Reason.LEFT_NOWHERE_DEFINED);
      case LEFT_ONLY -> new Undecided(Reason.RIGHT_NOWHERE_DEFINED);
      case EXCLUDED -> new Undecided(Reason.NO_POINT);
      case SAME, UNCLEAR -> proved(reading);
    };
  }

  private Equality different(Probe.Reading reading) {
    return new Different(
        Grounds.EXACT,
        new Witness(
            Map.of(), value(left, reading.left()), value(right, reading.right()), reading.apart()));
  }

  private Value value(Expr formula, double probed) {
    Value value = Evaluation.of(formula, facts.functions(), Map.of());
    return value instanceof Value.Exact || Double.isNaN(probed) ? value : Value.of(probed);
  }

  private Equality proved(Probe.Reading reading) {
    if (haveSameResidues() || haveSameClosedForm()) {
      return new Equivalent(Grounds.EXACT);
    }
    return switch (separated(BITS)) {
      case Difference.Zero _ -> new Equivalent(Grounds.EXACT);
      case Difference.NotZero _ -> different(reading);
      case Difference.Needs _, Difference.Unknown _ ->
          new Undecided(
              reading.outcome() == PointVerdict.SAME ? Reason.CONSTANTS : Reason.OUT_OF_REACH);
    };
  }

  private boolean haveSameResidues() {
    Residues numbers = new Residues();
    Long[] residues = pair.memory(numbers);
    pair.run(residues, numbers);
    return Residues.areSame(residues[pair.left()], residues[pair.right()]);
  }

  private boolean haveSameClosedForm() {
    ClosedForms numbers = new ClosedForms();
    ClosedForm[] forms = pair.memory(numbers);
    pair.run(forms, numbers);
    return numbers.areSame(forms[pair.left()], forms[pair.right()]);
  }

  private Difference separated(int bits) {
    Surds numbers = new Surds(bits);
    Surd[] surds = pair.memory(numbers);
    pair.run(surds, numbers);
    Difference difference = numbers.difference(surds[pair.left()], surds[pair.right()]);
    return difference instanceof Difference.Needs(double needed)
            && bits == BITS
            && needed < MOST_BITS
        ? separated((int) needed + 20)
        : difference;
  }
}
