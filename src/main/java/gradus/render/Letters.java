package gradus.render;

import gradus.expr.Alphabet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The letters that mathematics is set in: their LaTeX and their widths.
final class Letters {
  /// Thousandths of an em, with the slant.
  private static final int[] SMALL = {
    529, 429, 433, 520, 466, 597, 513, 576, 345, 469, 552, 318, 878,
    600, 485, 503, 482, 479, 469, 361, 572, 521, 743, 572, 526, 509
  };

  private static final int[] CAPITAL = {
    750, 809, 786, 856, 796, 782, 786, 912, 518, 651, 921, 681, 1079,
    912, 791, 781, 791, 767, 671, 723, 792, 806, 1083, 907, 803, 754
  };

  private static final String NAMED =
      "α 643,β 618,γ 573,δ 482,ε 466,ζ 511,η 532,θ 497,ι 354,κ 576,λ 583,μ 603,ν 558,ξ 484,π 606,"
          + "ρ 517,ς 443,σ 607,τ 550,υ 576,φ 654,χ 626,ψ 687,ω 658,ϑ 591,ϕ 596,ϵ 406,ϖ 856,ϱ 517,"
          + "ϰ 576,Γ 754,Δ 833,Θ 791,Λ 694,Ξ 818,Π 912,Σ 838,Υ 722,Φ 722,Ψ 780,Ω 823,∂ 590,∇ 833,"
          + "ℓ 417,ℏ 540,∞ 1000,⋯ 1172,⋮ 278,⋱ 1282";

  /// Greek letters without a command of their own, because Latin ones look the same.
  private static final String LATIN_LOOK = "ΑΒΕΖΗΙΚΜΝΟΡΤΧ";

  private static final Map<String, Letter> BY_LETTER = byLetter();

  record Letter(String latex, double width) {}

  private Letters() {}

  private static Map<String, Letter> byLetter() {
    Map<String, Letter> letters = new HashMap<>();
    for (String entry : NAMED.split(",")) {
      String[] words = entry.split(" ");
      String command = "\\" + Alphabet.inPrint(words[0]).orElseThrow();
      letters.put(words[0], new Letter(command, Integer.parseInt(words[1]) / 1000.0));
    }
    LATIN_LOOK
        .chars()
        .forEach(c -> {
          String latin = Character.toString(Alphabet.latinLook(c));
          letters.put(Character.toString(c), new Letter("\\mathrm{" + latin + "}", 0.92));
        });
    for (char c = 'A'; c <= 'z'; c++) {
      if (Alphabet.isLatin(c)) {
        letters.put(String.valueOf(c), new Letter(String.valueOf(c), width(c) / 1000.0));
      }
    }
    return letters;
  }

  /// A single letter, or the name of one.
  static Optional<Letter> named(String name) {
    return Alphabet.letter(name).map(BY_LETTER::get);
  }

  private static int width(char letter) {
    return letter >= 'a' ? SMALL[letter - 'a'] : CAPITAL[letter - 'A'];
  }
}
