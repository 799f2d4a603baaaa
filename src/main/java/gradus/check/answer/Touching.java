package gradus.check.answer;

import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Sum;
import gradus.syntax.answer.Notated.Term;
import java.util.ArrayList;
import java.util.List;

/// All written trees that differ from one in a single place, as a slip of the pen would have it: so
/// a slip in a vector or under a sum is one slip, whatever the entries.
///
/// Its limit: of a long side the first few hundred.
final class Touching {
  private static final int MOST = 400;
  private static final int DEEPEST = 24;

  private final TouchedPlaces places;

  /// @param link whose index letters may have been taken for one another
  Touching(List<Notated> link) {
    places = new TouchedPlaces(link);
  }

  List<Touch> of(Notated tree) {
    List<Touch> touches = touches(tree, 0);
    return touches.subList(0, Math.min(MOST, touches.size()));
  }

  /// With one term of the other side more.
  static List<Touch> missing(Notated other, Notated tree) {
    List<Touch> touches = new ArrayList<>();
    if (other instanceof Sum(List<Term> terms, _) && terms.size() > 1) {
      for (Term term : terms) {
        List<Term> more = new ArrayList<>();
        if (tree instanceof Sum(List<Term> own, _)) {
          more.addAll(own);
        } else {
          more.add(new Term(Notated.Sign.PLUS, tree));
        }
        more.add(term);
        touches.add(new Touch(Slip.PATH, new Sum(more, tree.span())));
      }
    }
    return touches;
  }

  private List<Touch> touches(Notated tree, int depth) {
    List<Touch> touches = new ArrayList<>(places.at(tree));
    if (depth < DEEPEST) {
      inside(tree, depth + 1, touches);
    }
    return touches;
  }

  private void inside(Notated tree, int depth, List<Touch> all) {
    List<Notated> parts = tree.children();
    for (int i = 0; i < parts.size() && all.size() < MOST; i++) {
      for (Touch touch : touches(parts.get(i), depth)) {
        all.add(new Touch(touch.slip(), tree.with(with(parts, i, touch.tree()))));
      }
    }
  }

  static <T> List<T> with(List<T> items, int at, T other) {
    List<T> all = new ArrayList<>(items);
    all.set(at, other);
    return all;
  }
}
