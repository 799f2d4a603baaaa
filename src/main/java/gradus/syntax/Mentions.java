package gradus.syntax;

import gradus.syntax.Written.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The names that stand in a written formula, as operands and within labels and entries; not those
/// of the functions that it calls.
public final class Mentions {
  private final List<Name> found = new ArrayList<>();

  private Mentions() {}

  /// In the order of the text.
  public static List<Name> of(Written written) {
    Mentions mentions = new Mentions();
    mentions.visit(written);
    return mentions.found;
  }

  private void visit(Written written) {
    if (written instanceof Name name) {
      found.add(name);
    }
    parts(written).forEach(this::visit);
  }

  private static Stream<Written> parts(Written written) {
    return switch (written) {
      case Written.Number _, Written.All _ -> Stream.of();
      case Name name -> Stream.concat(name.labels().stream(), name.entries().stream());
      case Written.Sum sum -> sum.terms().stream().map(Written.Term::value);
      case Written.Product product -> product.factors().stream().map(Written.Factor::value);
      case Written.Negated(Written value, _) -> Stream.of(value);
      case Written.Power power -> Stream.of(power.base(), power.exponent());
      case Written.Transposed(Written value, _) -> Stream.of(value);
      case Written.Absolute(Written value, _) -> Stream.of(value);
      case Written.Call call -> Stream.concat(parts(call.function()), call.arguments().stream());
      case Written.Matrix matrix -> matrix.rows().stream().flatMap(List::stream);
      case Written.Cases cases -> cases.branches().stream().flatMap(Mentions::parts);
      case Written.Ranging ranging -> Stream.of(ranging.from(), ranging.to());
      case Written.Entry entry -> Stream.concat(Stream.of(entry.value()), entry.entries().stream());
      case Written.Between between -> Stream.of(between.from(), between.to());
      case Written.Option option -> Stream.of(option.value());
    };
  }

  private static Stream<Written> parts(Written.Branch branch) {
    return Stream.concat(
        Stream.of(branch.value()),
        branch.comparisons().stream().flatMap(c -> Stream.of(c.left(), c.right())));
  }
}
