package gradus.calculus.family;

import gradus.expr.Family;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;

/// What one adjoint of a network with families is about: a quantity, or a piece of the members of
/// one.
///
/// @param quantity with the letter where it stands for a range, with the label where it is one
/// @param family the range of the letter
/// @param at the labels; none for a quantity without
/// @param references all ways in which it is used
public record Portion(
    Quantity quantity, Optional<Family> family, Optional<Range> at, List<Reference> references) {}
