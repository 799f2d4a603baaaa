package gradus.check.number;

/// As many bits as are asked for.
record LongKind(LongBinaries numbers, Digits digits) implements Kind<LongBinary> {
  LongKind(int bits) {
    this(LongBinaries.of(bits), new Digits(2 * bits + 80));
  }

  @Override
  public Dyadic middle(LongBinary number) {
    return new Dyadic(number.mantissa(), number.exponent());
  }

  @Override
  public Dyadic radius(LongBinary number) {
    return number.isExact() ? Dyadic.ZERO : Dyadic.powerOfTwo(number.error());
  }

  @Override
  public LongBinary of(Dyadic middle, Dyadic radius) {
    long error = radius.signum() == 0 ? LongBinary.EXACT : radius.magnitude() - 1;
    return new LongBinary(middle.mantissa(), middle.exponent(), error);
  }

  @Override
  public int bits() {
    return numbers.bits() + 40;
  }

  @Override
  public long huge() {
    return 1L << 40;
  }

  @Override
  public long large() {
    return 39;
  }
}
