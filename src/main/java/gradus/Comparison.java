package gradus;

import gradus.check.equal.Equality;
import gradus.render.verdict.EqualityJson;
import gradus.render.verdict.EqualityText;
import java.util.Optional;

/// The verdict on two formulas.
public final class Comparison {
  private final Equality equality;

  Comparison(Equality equality) {
    this.equality = equality;
  }

  public boolean isEquivalent() {
    return equality instanceof Equality.Equivalent;
  }

  /// At most two sentences.
  public String message() {
    return EqualityText.message(equality);
  }

  /// With marks under what cannot be read.
  public String text() {
    return EqualityText.of(equality);
  }

  /// On one line.
  public String json() {
    return EqualityJson.of(Optional.empty(), equality);
  }
}
