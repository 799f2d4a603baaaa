package gradus.render.text;

/// What breaking a formula would cost at each of its blanks: least before a relation sign, then
/// before a term, then before a factor, more inside brackets, and most inside cases.
record TextBreaks(String formula, int[] costs) {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int TERM = 1;
  private static final int BRACKET = 10;
  private static final int CASES = 1000;

  static TextBreaks of(String formula) {
    int[] costs = new int[formula.length()];
    int depth = 0;
    boolean opened = true;
    for (int i = 0; i < costs.length; i++) {
      char c = formula.charAt(i);
      int change = c == '|' ? opened ? BRACKET : -BRACKET : change(c);
      depth += change;
      opened = change > 0 || c == ' ' || c == '-';
      costs[i] = c == ' ' ? cost(formula, i, depth) : NEVER;
    }
    return new TextBreaks(formula, costs);
  }

  private static int change(char c) {
    return switch (c) {
      case '(', '[' -> BRACKET;
      case ')', ']' -> -BRACKET;
      case '{' -> CASES;
      case '}' -> -CASES;
      default -> 0;
    };
  }

  private static int cost(String formula, int blank, int depth) {
    int end = formula.indexOf(' ', blank + 1);
    String word = formula.substring(blank + 1, end < 0 ? formula.length() : end);
    int own =
        switch (word) {
          case "=", "≈", ":=" -> depth >= CASES ? BRACKET - 1 : 0;
          case "+", "-", "−" -> TERM;
          case "·", "*" -> 2;
          case "/" -> 4;
          default -> behind(formula.charAt(Math.max(0, blank - 1)));
        };
    return own == NEVER ? NEVER : depth + own;
  }

  private static int behind(char before) {
    return switch (before) {
      case ';' -> 0;
      case ',' -> 3;
      default -> NEVER;
    };
  }

  /// The best blank for the end of a line, the last of equals; where there is none in reach, the
  /// next one or the end.
  int best(int start, int columns) {
    int useful = best(start, columns, true);
    int any = useful < 0 ? best(start, columns, false) : useful;
    return any < 0 ? next(start + columns, NEVER) : any;
  }

  private int best(int start, int columns, boolean onlyUseful) {
    int best = -1;
    for (int i = start + 1; i <= start + columns; i++) {
      boolean better = costs[i] < NEVER && (best < 0 || costs[i] <= costs[best]);
      if (better && (!onlyUseful || isUseful(i, start, columns))) {
        best = i;
      }
    }
    return best;
  }

  /// A line may be short where a whole term or side then fits on the next one.
  private boolean isUseful(int blank, int start, int columns) {
    return costs[blank] < CASES
        && (blank > start + columns / 3
            || (costs[blank] <= TERM && next(blank, costs[blank] + 1) - blank - 1 <= columns));
  }

  /// The first blank behind a place that costs less, else the end.
  private int next(int place, int cost) {
    int next = place + 1;
    while (next < costs.length && costs[next] >= cost) {
      next++;
    }
    return next;
  }
}
