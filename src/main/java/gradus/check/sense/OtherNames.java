package gradus.check.sense;

import gradus.check.sense.Lexicon.Entity;
import gradus.check.sense.Lexicon.Found;
import gradus.check.sense.Own.Written;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Synonyms;
import gradus.syntax.answer.Notated.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a name may mean that the network does not have as it is written, and else why it means
/// nothing.
final class OtherNames {
  private static final String BAR = "bar";

  private final Sensing sensing;
  private final Naming naming;
  private final AfterStep step;
  private final Samples samples;

  OtherNames(Sensing sensing) {
    this.sensing = sensing;
    naming = new Naming(sensing);
    step = new AfterStep(sensing);
    samples = new Samples(sensing);
  }

  /// A step, an entry of a name of the answer's own, a constant, a part of the loss, a class label.
  Sense of(Symbol symbol, Written written, Found found) {
    return samples
        .of(symbol, written)
        .or(() -> numbered(written))
        .or(() -> ownEntry(symbol, written))
        .or(() -> constant(written))
        .or(() -> loss(written))
        .or(() -> chosen(written, found))
        .or(() -> unit(written))
        .or(() -> adjoint(written))
        .or(() -> family(written))
        .orElseGet(() -> unknown(symbol, written, found));
  }

  /// `w^{(1)}` where w has no labels: after the first step; `w^{(0)}` before it.
  private Optional<Sense> numbered(Written written) {
    if (written.labels().size() != 1) {
      return Optional.empty();
    }
    String label = written.labels().getFirst();
    Found bare = naming.find(written.letters(), written.subs(), List.of());
    boolean after = label.equals("1") || label.equals("t+1") || label.equals("k+1");
    boolean before = label.equals("0") || label.equals("t") || label.equals("k");
    boolean labelled = bare.entity().filter(e -> !e.labels().isEmpty()).isPresent();
    boolean layer =
        sensing.scene.lexicon().hasLayer(written.letters(), written.labels())
            || !sensing.letters.isEmpty();
    if (!bare.isFound() || labelled || layer || !(after || before)) {
      return Optional.empty();
    }
    boolean input =
        bare.entity()
            .filter(e -> sensing.scene.graph().definition(e.whole()).isEmpty())
            .isPresent();
    return Optional.of(
        step.stated(
            naming.grid(bare),
            after && sensing.scene.moved() && input ? AfterStep.State.NEW : AfterStep.State.OLD));
  }

  /// An entry of a name of the answer's own.
  private Optional<Sense> ownEntry(Symbol symbol, Written written) {
    if (written.subs().isEmpty()) {
      return Optional.empty();
    }
    Written whole = new Written(written.letters(), List.of(), written.labels());
    List<String> open = written.subs().stream().flatMap(sub -> naming.open(sub).stream()).toList();
    return sensing
        .own
        .named(whole, sensing)
        .filter(grid -> !grid.isScalar() && !(grid.isVector() && written.subs().size() > 1))
        .map(grid -> {
          if (!open.isEmpty()) {
            sensing.free.addAll(open);
            return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
          }
          return entry(grid, written.subs(), symbol);
        });
  }

  private static Sense entry(Grid grid, List<String> subs, Symbol symbol) {
    boolean numbers = subs.size() <= 2 && subs.stream().allMatch(sub -> sub.matches("[0-9]{1,6}"));
    if (!numbers) {
      return Sensing.nothing(Cause.UNKNOWN_NAME, symbol.span(), symbol.letters());
    }
    boolean glued = subs.size() == 1 && !grid.isVector() && subs.getFirst().length() == 2;
    List<String> indices = glued ? List.of(subs.getFirst().split("")) : subs;
    return grid.entry(indices.stream().map(Integer::valueOf).toList())
        .<Sense>map(Sense::scalar)
        .orElseGet(() -> Sensing.nothing(Cause.NO_SUCH_ENTRY, symbol.span(), grid.size()));
  }

  /// `E_{total}` and `L_{MSE}` where the loss has no such part.
  private Optional<Sense> loss(Written written) {
    boolean word =
        written.labels().isEmpty()
            && !written.subs().isEmpty()
            && written.subs().stream().allMatch(sub -> sub.matches("[A-Za-z]{2,}"));
    Found bare = naming.find(written.letters(), List.of(), List.of());
    boolean loss =
        word && bare.entity().map(Entity::whole).equals(sensing.scene.loss()) && bare.isFound();
    if (loss) {
      sensing.guess(Own.Guess.loss(written.key()));
    }
    return loss ? Optional.of(naming.grid(bare)) : Optional.empty();
  }

  /// `dw_1`, `db` or `\overline{w}_1`, `\bar b` for the derivatives of the loss: as long as the
  /// answer has not shown that it means them so, nothing with them is wrong.
  private Optional<Sense> adjoint(Written written) {
    String letters = written.letters();
    boolean d = letters.length() > 1 && letters.startsWith("d");
    boolean bar = letters.length() > BAR.length() && letters.endsWith(BAR);
    Optional<Quantity> loss = sensing.scene.loss();
    if (!d && !bar || loss.isEmpty() || d && sensing.scene.lexicon().has("d")) {
      return Optional.empty();
    }
    String name =
        bar ? letters.substring(0, letters.length() - BAR.length()) : letters.substring(1);
    Found by = naming.find(name, written.subs(), written.labels());
    boolean meant =
        by.isFound() && !by.loosely() && (bar || !by.entity().map(Entity::whole).equals(loss));
    if (!meant) {
      return Optional.empty();
    }
    sensing.guess(bar ? Own.Guess.ADJOINT_BY_BAR : Own.Guess.ADJOINT_BY_D);
    return Optional.of(
        naming
            .grid(by)
            .map(entry ->
                entry instanceof Ref(Quantity quantity)
                    ? new Ref(Partial.total(loss.get(), quantity))
                    : entry));
  }

  /// `w` for the column of `w_1`, `w_2`, …; it may be meant otherwise.
  private Optional<Sense> family(Written written) {
    boolean bare = written.subs().isEmpty() && written.labels().isEmpty();
    List<Quantity> members = bare ? sensing.scene.lexicon().family(written.letters()) : List.of();
    if (members.size() < 2) {
      return Optional.empty();
    }
    sensing.lined = true;
    return Optional.of(Sense.column(members.stream().<Expr>map(Ref::new).toList()));
  }

  boolean isRate(String letters) {
    return Synonyms.isRate(letters.toLowerCase(Locale.ROOT))
        || sensing.scene.rate().name().key().equals(letters);
  }

  private Optional<Sense> constant(Written written) {
    String letters = written.letters();
    Optional<Integer> size = sensing.size(written);
    if (size.isPresent()) {
      return Optional.of(Sense.scalar(Expr.Number.of(size.get())));
    }
    if (written.subs().isEmpty() && written.labels().isEmpty()) {
      if (sensing.lettered(letters).isPresent()) {
        return Optional.of(Sense.scalar(Expr.Number.of(sensing.lettered(letters).get())));
      }
      Optional<Integer> count = samples.count(letters);
      if (count.isPresent()) {
        return Optional.of(Sense.scalar(Expr.Number.of(count.get())));
      }
      if (sensing.scene.moved() && isRate(letters)) {
        return Optional.of(Sense.scalar(new Ref(sensing.scene.rate())));
      }
    }
    if (letters.equals("delta") && written.subs().size() == 2 && written.labels().isEmpty()) {
      return written.subs().stream().allMatch(sub -> sub.matches("[0-9]+"))
          ? Optional.of(
              Sense.scalar(
                  written.subs().get(0).equals(written.subs().get(1))
                      ? Formulas.ONE
                      : Formulas.ZERO))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// `p_y`, `p_{y+1}`: the entry that a class label chooses.
  private Optional<Sense> chosen(Written written, Found found) {
    Optional<Entity> vector =
        found.near().filter(near -> near.axes() == 1 && near.labels().equals(written.labels()));
    if (vector.isEmpty() || written.subs().size() != 1) {
      return Optional.empty();
    }
    int offset = offset(written.subs().getFirst());
    Optional<Quantity> label = label(written.subs().getFirst());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Expr at = new Ref(label.get());
    List<Expr.Branch> branches = new ArrayList<>();
    for (int i = 1; i <= vector.get().rows(); i++) {
      branches.add(
          new Expr.Branch(
              new Ref(vector.get().entry(i, 1)),
              Condition.of(at, Condition.Relation.EQUAL, Expr.Number.of(i - offset))));
    }
    return Optional.of(Sense.scalar(new Expr.Cases(branches)));
  }

  /// `e_y`: 1 where the class label stands, else 0.
  private Optional<Sense> unit(Written written) {
    boolean unit = written.letters().equals("e") && written.subs().size() == 1;
    return unit
        ? label(written.subs().getFirst())
            .map(label ->
                Sense.column(
                    IntStream.rangeClosed(1, sensing.scene.classes().getOrDefault(label, 1))
                        .mapToObj(i -> indicator(label, i - offset(written.subs().getFirst())))
                        .toList()))
        : Optional.empty();
  }

  private static Expr indicator(Quantity label, int number) {
    return new Expr.Cases(
        List.of(
            new Expr.Branch(
                Formulas.ONE,
                Condition.of(new Ref(label), Condition.Relation.EQUAL, Expr.Number.of(number))),
            new Expr.Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  private static int offset(String sub) {
    return sub.endsWith("+1") ? 1 : sub.endsWith("-1") ? -1 : 0;
  }

  private Optional<Quantity> label(String sub) {
    String bare = offset(sub) == 0 ? sub : sub.substring(0, sub.length() - 2);
    Found label = sensing.scene.lexicon().find(bare, List.of(), List.of());
    return label
        .entity()
        .filter(e -> e.isScalar() && !label.loosely())
        .map(Entity::whole)
        .filter(sensing.scene.classes()::containsKey);
  }

  private boolean isAdjointOfIndexed(String letters) {
    return letters.length() > 1
        && letters.startsWith("d")
        && sensing.scene.loss().isPresent()
        && sensing.scene.lexicon().isIndexed(letters.substring(1));
  }

  private Sense unknown(Symbol symbol, Written written, Found found) {
    List<String> labels = written.labels().stream().map(naming::sized).toList();
    List<String> parts = new ArrayList<>(written.subs().stream().map(naming::sized).toList());
    parts.addAll(labels);
    List<String> open =
        parts.stream().flatMap(part -> Naming.openLetter(List.of(part)).stream()).toList();
    boolean indexed =
        sensing.scene.lexicon().isIndexed(written.letters())
            || sensing.own.isIndexed(written.letters())
            || isAdjointOfIndexed(written.letters());
    if (indexed && !open.isEmpty()) {
      sensing.free.addAll(open);
      return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
    }
    if (written.letters().equals("delta") && written.subs().size() == 2 && !open.isEmpty()) {
      sensing.free.addAll(open);
      return Sensing.nothing(Cause.FREE_LETTER, symbol.span(), String.join(", ", open));
    }
    boolean entry =
        found.near().filter(near -> near.labels().equals(labels)).isPresent()
            && found.near().filter(near -> near.axes() > 0).isPresent();
    boolean numbered = parts.stream().allMatch(part -> part.matches("-?[0-9]+"));
    if (!found.isKnown() && numbered && sensing.own.isIndexed(written.letters())) {
      return Sensing.nothing(Cause.NO_PLACE, symbol.span(), written.letters());
    }
    if (entry && numbered) {
      Entity near = found.near().orElseThrow();
      return Sensing.nothing(
          Cause.NO_SUCH_ENTRY, symbol.span(), near.rows() + "×" + near.columns());
    }
    return Sensing.nothing(
        found.isKnown() && !parts.isEmpty() && numbered ? Cause.NO_SUCH_LABEL : Cause.UNKNOWN_NAME,
        symbol.span(),
        written.letters());
  }
}
