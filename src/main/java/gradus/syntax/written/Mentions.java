package gradus.syntax.written;

import gradus.syntax.written.Written.Name;
import gradus.syntax.written.Written.Ranging;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The names that stand in a written formula, as operands and within labels and entries; not those
/// of the functions that it calls.
public final class Mentions {
  private final List<Mention> found = new ArrayList<>();

  private Mentions() {}

  /// A name, and the ranges of the sums around it, the innermost first.
  public record Mention(Name name, List<Ranging> sums) {
    public Mention {
      sums = List.copyOf(sums);
    }
  }

  /// In the order of the text.
  public static List<Mention> in(Written written) {
    Mentions mentions = new Mentions();
    mentions.visit(written, List.of());
    return mentions.found;
  }

  public static List<Name> of(Written written) {
    return in(written).stream().map(Mention::name).toList();
  }

  private void visit(Written written, List<Ranging> sums) {
    if (written instanceof Name name) {
      found.add(new Mention(name, sums));
    }
    List<Ranging> inside = inside(written, sums);
    parts(written).forEach(part -> visit(part, inside));
  }

  private static List<Ranging> inside(Written written, List<Ranging> sums) {
    if (!(written instanceof Written.Call call)) {
      return sums;
    }
    List<Ranging> inside = new ArrayList<>();
    call.arguments().stream()
        .filter(Ranging.class::isInstance)
        .forEach(ranging -> inside.add((Ranging) ranging));
    inside.addAll(sums);
    return inside;
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
      case Ranging ranging -> Stream.of(ranging.from(), ranging.to());
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
