package gradus.syntax.paper;

import gradus.syntax.source.Span;

/// Something read otherwise than it stands: a usual loss of text recognition, or a usual slip.
///
/// @param written what stands there
/// @param assumed what it was read as
public record Repair(Kind kind, Span span, String written, String assumed) {
  public enum Kind {
    /// `rac{a}{b}` for `\frac{a}{b}`
    LOST_BACKSLASH,
    /// `w_{1.1}` for `w_{1,1}`
    POINT_IN_INDEX,
    /// `0,5` for `0.5`
    DECIMAL_COMMA,
    /// `w_12` for `w_{12}`
    BARE_INDEX,
    /// `\left(` or `\right)` without the other
    LEFT_WITHOUT_RIGHT,
    /// `= 0 (43)` where 43 is the next equation number
    GLUED_NUMBER,
    /// A typed line read as if it were on paper: `2x` for `2*x`.
    NOT_TYPED
  }
}
