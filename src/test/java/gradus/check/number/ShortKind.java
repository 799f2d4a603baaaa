package gradus.check.number;

/// About thirty digits.
record ShortKind(DoubleDoubles numbers, Digits digits) implements Kind<DoubleDouble> {
  ShortKind() {
    this(new DoubleDoubles(), new Digits(700));
  }

  @Override
  public Dyadic middle(DoubleDouble number) {
    return Dyadic.of(number.hi()).plus(Dyadic.of(number.lo()));
  }

  @Override
  public Dyadic radius(DoubleDouble number) {
    return Dyadic.of(number.error());
  }

  @Override
  public DoubleDouble of(Dyadic middle, Dyadic radius) {
    double hi = nearest(middle);
    double lo = nearest(middle.minus(Dyadic.of(hi)));
    return new DoubleDouble(hi, lo, nearest(radius));
  }

  private static double nearest(Dyadic number) {
    return number.signum() == 0 ? 0 : number.over(Dyadic.ONE);
  }

  @Override
  public int bits() {
    return 106;
  }

  @Override
  public long huge() {
    return 880;
  }

  @Override
  public long large() {
    return 9;
  }
}
