package gradus.render;

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

  private static final String GREEK =
      "α alpha 643,β beta 618,γ gamma 573,δ delta 482,ε varepsilon 466,ζ zeta 511,η eta 532,"
          + "θ theta 497,ι iota 354,κ kappa 576,λ lambda 583,μ mu 603,ν nu 558,ξ xi 484,π pi 606,"
          + "ρ rho 517,ς varsigma 443,σ sigma 607,τ tau 550,υ upsilon 576,φ varphi 654,χ chi 626,"
          + "ψ psi 687,ω omega 658,ϑ vartheta 591,ϕ phi 596,ϵ epsilon 406,ϖ varpi 856,"
          + "ϱ varrho 517,ϰ varkappa 600,Γ Gamma 754,Δ Delta 833,Θ Theta 791,Λ Lambda 694,"
          + "Ξ Xi 818,Π Pi 912,Σ Sigma 838,Υ Upsilon 722,Φ Phi 722,Ψ Psi 780,Ω Omega 823";

  private static final String OTHERS =
      "∂ partial 590,∇ nabla 833,ℓ ell 417,ℏ hbar 540,∞ infty 1000,"
          + "⋯ cdots 1172,⋮ vdots 278,⋱ ddots 1282";

  /// Greek letters without a command of their own, because Latin ones look the same.
  private static final String LATIN_LOOK =
      "Α A Alpha,Β B Beta,Ε E Epsilon,Ζ Z Zeta,Η H Eta,Ι I Iota,Κ K Kappa,Μ M Mu,Ν N Nu,"
          + "Ο O Omicron,Ρ P Rho,Τ T Tau,Χ X Chi";

  private static final Map<String, Letter> BY_NAME = byName();

  record Letter(String latex, double width) {}

  private Letters() {}

  private static Map<String, Letter> byName() {
    Map<String, Letter> letters = new HashMap<>();
    for (String entry : GREEK.split(",")) {
      String[] words = entry.split(" ");
      Letter letter = command(words);
      letters.put(words[0], letter);
      letters.put(words[1], letter);
    }
    for (String entry : OTHERS.split(",")) {
      String[] words = entry.split(" ");
      letters.put(words[0], command(words));
    }
    for (String entry : LATIN_LOOK.split(",")) {
      String[] words = entry.split(" ");
      Letter letter = new Letter("\\mathrm{" + words[1] + "}", 0.92);
      letters.put(words[0], letter);
      letters.put(words[2], letter);
    }
    letters.put("ο", new Letter("o", 0.485));
    letters.put("omicron", new Letter("o", 0.485));
    return letters;
  }

  private static Letter command(String[] words) {
    return new Letter("\\" + words[1], Integer.parseInt(words[2]) / 1000.0);
  }

  /// A single letter, or the name of a Greek one.
  static Optional<Letter> named(String name) {
    if (name.length() == 1 && isLatin(name.charAt(0))) {
      return Optional.of(new Letter(name, width(name.charAt(0)) / 1000.0));
    }
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static boolean isLatin(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int width(char letter) {
    return letter >= 'a' ? SMALL[letter - 'a'] : CAPITAL[letter - 'A'];
  }
}
