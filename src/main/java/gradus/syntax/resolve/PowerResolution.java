package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written;
import java.util.Optional;

/// Powers of scalars, and entry by entry; `norm2(v)^2` is an operation of its own.
final class PowerResolution {
  private final NameResolution names;
  private final Resolution resolution;
  private final Conformability fitting;

  PowerResolution(NameResolution names, Resolution resolution, Conformability fitting) {
    this.names = names;
    this.resolution = resolution;
    this.fitting = fitting;
  }

  Expr formula(Written.Power power) {
    if (power.exponent() instanceof Written.Name exponent && names.isTransposeSign(exponent)) {
      String base = resolution.text(new Span(power.span().start(), exponent.span().start()));
      return resolution.fault(
          Fault.TRANSPOSE_AS_POWER
              .at(resolution.source(), power.span())
              .suggesting(base.replaceFirst("\\s*\\^\\s*$", "'")));
    }
    if (power.base() instanceof Written.Name base && names.isEulersNumber(base)) {
      resolution.formula(power.exponent());
      String exponent = resolution.text(power.exponent().span());
      return resolution.fault(
          Fault.UNKNOWN_NAME
              .at(resolution.source(), base.span(), "e")
              .suggesting("exp(" + exponent + ")"));
    }
    return raised(power, resolution.part(power.base()), resolution.part(power.exponent()));
  }

  private Expr raised(Written.Power power, ResolvedPart base, ResolvedPart exponent) {
    if (power.entrywise()) {
      return fitting.goTogether(base, exponent)
          ? new Power(base.formula(), exponent.formula())
          : Formulas.ZERO;
    }
    boolean square = base.shape().rows().equals(base.shape().columns());
    if (!base.isScalar() && square && exponent.isScalar()) {
      return resolution.unsupported("the power of a matrix", power.span());
    }
    Optional<String> entrywise = Optional.of(fitting.text(base) + ".^" + fitting.text(exponent));
    boolean scalars =
        fitting.isScalar(base, Fault.POWER_OF_MATRIX, entrywise)
            && fitting.isScalar(exponent, Fault.POWER_OF_MATRIX, entrywise);
    return scalars ? power(power.base(), base.formula(), exponent.formula()) : Formulas.ZERO;
  }

  /// Of a scalar, `norm2(x)^2` is `x^2`.
  private static Expr power(Written written, Expr base, Expr exponent) {
    boolean norm = written instanceof Written.Call call && call.function().text().equals("norm2");
    if (norm
        && base instanceof Call(var abs, _, _, var arguments)
        && abs.key().equals("abs")
        && Formulas.isNumber(exponent, Rational.of(2))) {
      return new Power(arguments.getFirst(), exponent);
    }
    return base instanceof Apply(var operation, var operands)
            && operation == Plain.NORM2
            && Formulas.isNumber(exponent, Rational.of(2))
        ? new Apply(Plain.SQUARED_NORM, operands)
        : new Power(base, exponent);
  }
}
