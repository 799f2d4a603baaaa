package gradus.expr;

import java.util.List;
import java.util.function.UnaryOperator;

/// What a formula can refer to and a graph can define.
public sealed interface Symbol {
  /// Of the matrix of derivatives of a vector, the rows belong to the entries of `of`.
  Shape shape();

  /// What it is about: one quantity; of a partial first what is derived, then what by.
  List<Quantity> quantities();

  /// The same symbol about other quantities, changed in the order of [#quantities].
  Symbol map(UnaryOperator<Quantity> change);

  /// One entry: as many indices as the shape has axes, of a partial those of `of` first.
  Symbol entry(List<Index> indices);

  /// Whether it is one entry, at least on one side of a partial.
  default boolean isEntry() {
    return quantities().stream().anyMatch(Quantity::isEntry);
  }

  /// A quantity that a person would name: `z_1`, `L`; with labels `W[1]`, with indices an entry of
  /// one, `W[1]_{2,j}`.
  ///
  /// The shape is that of what is named, a scalar for an entry. It rides along, so that formulas
  /// know their shapes without asking; two quantities are equal if their names, labels and indices
  /// are.
  record Quantity(Name name, List<Index> labels, List<Index> indices, Shape shape)
      implements Symbol {
    public Quantity {
      labels = List.copyOf(labels);
      indices = List.copyOf(indices);
    }

    public static Quantity of(String name) {
      return of(Name.of(name));
    }

    public static Quantity of(Name name) {
      return of(name, List.of());
    }

    public static Quantity of(Name name, List<Index> labels) {
      return new Quantity(name, labels, List.of(), Shape.SCALAR);
    }

    public Quantity shaped(Shape shape) {
      return new Quantity(name, labels, indices, shape);
    }

    public Quantity labelled(List<Index> labels) {
      return new Quantity(name, labels, indices, shape);
    }

    @Override
    public List<Quantity> quantities() {
      return List.of(this);
    }

    @Override
    public Quantity map(UnaryOperator<Quantity> change) {
      return change.apply(this);
    }

    /// What an entry is one of. Its shape is not known from the entry.
    public Quantity whole() {
      return of(name, labels);
    }

    /// An entry, by as many indices as the shape has axes.
    @Override
    public Quantity entry(List<Index> indices) {
      return indices.isEmpty() ? this : new Quantity(name, labels, indices, Shape.SCALAR);
    }

    @Override
    public boolean isEntry() {
      return !indices.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Quantity quantity
          && name.equals(quantity.name)
          && labels.equals(quantity.labels)
          && indices.equals(quantity.indices);
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + labels.hashCode()) * 31 + indices.hashCode();
    }
  }

  /// `∂of/∂by`.
  record Partial(Quantity of, Quantity by, Reading reading) implements Symbol {
    public static Partial total(Quantity of, Quantity by) {
      return new Partial(of, by, Reading.TOTAL);
    }

    public static Partial direct(Quantity of, Quantity by) {
      return new Partial(of, by, Reading.DIRECT);
    }

    /// Of a scalar: the shape of `by`.
    @Override
    public Shape shape() {
      return of.shape().times(by.shape());
    }

    @Override
    public List<Quantity> quantities() {
      return List.of(of, by);
    }

    @Override
    public Partial map(UnaryOperator<Quantity> change) {
      return new Partial(change.apply(of), change.apply(by), reading);
    }

    @Override
    public Partial entry(List<Index> indices) {
      int split = of.shape().axes().size();
      return new Partial(
          of.entry(indices.subList(0, split)),
          by.entry(indices.subList(split, indices.size())),
          reading);
    }
  }

  /// The value of a quantity after a descent step: `w^+`.
  record Updated(Quantity quantity) implements Symbol {
    @Override
    public Shape shape() {
      return quantity.shape();
    }

    @Override
    public List<Quantity> quantities() {
      return List.of(quantity);
    }

    @Override
    public Updated map(UnaryOperator<Quantity> change) {
      return new Updated(change.apply(quantity));
    }

    @Override
    public Updated entry(List<Index> indices) {
      return new Updated(quantity.entry(indices));
    }
  }

  /// What a partial holds fixed. On paper both are written `∂z_2/∂h_0`.
  enum Reading {
    /// Along all paths: everything between the two quantities moves along.
    TOTAL,
    /// Only the explicit dependence in the definition: everything else is held.
    DIRECT
  }
}
