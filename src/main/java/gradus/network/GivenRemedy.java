package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The lines by which derivatives that are not known would be given, in the words of the file.
record GivenRemedy(Problem problem) {
  /// `z[L]` for z[3] where 3 is only an example; neither the last member nor the first is any.
  Quantity inLetters(Quantity member, Numbers numbers) {
    Quantity any = member;
    for (Quantity at : numbers.values().isEmpty() ? List.<Quantity>of() : ends(member.name())) {
      if (numbers.in(at).equals(Quantity.of(member.name(), member.labels()))) {
        return member.labelled(at.labels());
      }
      any = member.labelled(at.labels());
    }
    return any;
  }

  /// The last and the first member of each family of a name, then any one.
  private List<Quantity> ends(Name name) {
    List<Quantity> ends = new ArrayList<>();
    for (Map.Entry<Quantity, Family> entry : families().entrySet()) {
      Family family = entry.getValue();
      if (entry.getKey().name().equals(name)) {
        Stream.of(family.to(), family.from(), family.index())
            .map(label -> member(entry.getKey(), family, label))
            .forEach(ends::add);
      }
    }
    return ends;
  }

  private static Quantity member(Quantity pattern, Family family, Index label) {
    Letter running = Letter.of(family.letter());
    return Indexing.with(pattern, letter -> letter.equals(running) ? label : Index.of(letter));
  }

  private Map<Quantity, Family> families() {
    Map<Quantity, Family> families = new LinkedHashMap<>();
    for (Definition definition : problem.graph().definitions()) {
      definition.family().ifPresent(range -> families.put((Quantity) definition.symbol(), range));
    }
    for (Declaration declaration : problem.declarations()) {
      declaration.family().ifPresent(range -> families.put(declaration.quantity(), range));
    }
    return families;
  }

  /// A derivative by one member of a family is given by a name for the member.
  String given(String target, List<Quantity> ends) {
    List<String> lines = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (Quantity end : ends) {
      boolean isMember = families().keySet().stream().anyMatch(q -> q.name().equals(end.name()));
      String name = isMember ? Spelling.nameOf(end) : Spelling.of(end);
      if (isMember) {
        lines.add(name + " = " + Spelling.of(end));
      }
      given.add("d" + target + "/d" + name + " = …");
    }
    lines.add("given " + String.join(", ", given));
    return String.join("; ", lines);
  }
}
