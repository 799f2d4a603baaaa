package gradus.check.world;

import gradus.expr.Rational;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many decimals a number is printed with: `0.70` has two, though its value is that of `0.7`.
///
/// Limit: a number that the answer prints in both ways has the fewer everywhere.
///
/// @param printed of the numbers that end in zeros wherever they are printed
public record DecimalPlaces(Map<Rational, Integer> printed) {
  private static final Pattern DECIMAL = Pattern.compile("(?<![0-9.])[0-9]{1,20}\\.[0-9]{1,40}");

  public DecimalPlaces {
    printed = Map.copyOf(printed);
  }

  public static DecimalPlaces in(String answer) {
    Map<Rational, Integer> printed = new HashMap<>();
    Matcher decimals = DECIMAL.matcher(answer);
    while (decimals.find()) {
      BigDecimal decimal = new BigDecimal(decimals.group());
      printed.merge(Rational.of(decimal), decimal.scale(), Math::min);
    }
    printed.entrySet().removeIf(entry -> entry.getValue() <= stripped(entry.getKey()));
    return new DecimalPlaces(printed);
  }

  int of(Rational value) {
    return printed.getOrDefault(value, stripped(value));
  }

  private static int stripped(Rational value) {
    return value.isFiniteDecimal() ? value.toDecimal().scale() : 0;
  }
}
