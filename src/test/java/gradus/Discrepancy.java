package gradus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where what was found in an answer is not what is to be said of it. Nothing may be left out on
/// either side.
record Discrepancy(Optional<Remark> wanted, Optional<Remark> given) {

  static List<Discrepancy> between(List<Remark> wanted, List<Remark> given) {
    List<Remark> left = new ArrayList<>(given);
    List<Discrepancy> discrepancies = new ArrayList<>();
    for (Remark remark : wanted) {
      Optional<Remark> found = left.stream().filter(remark::isAbout).findFirst();
      found.ifPresent(left::remove);
      if (found.filter(remark::fits).isEmpty()) {
        discrepancies.add(new Discrepancy(Optional.of(remark), found));
      }
    }
    left.forEach(
        remark -> discrepancies.add(new Discrepancy(Optional.empty(), Optional.of(remark))));
    return discrepancies;
  }

  /// What is to be said in one column, what was found in the next.
  static String table(String file, List<Discrepancy> discrepancies) {
    int places = width(discrepancies, one -> one.about().place());
    int sought = width(discrepancies, Discrepancy::sought);
    int found = width(discrepancies, Discrepancy::found);
    String row = "%s:%-" + places + "s  %-" + sought + "s  %-" + found + "s  %s";
    return discrepancies.stream()
        .map(one ->
            String.format(
                Locale.ROOT,
                row,
                file,
                one.about().place(),
                one.sought(),
                one.found(),
                one.about().text()))
        .collect(Collectors.joining("\n"));
  }

  private static int width(List<Discrepancy> discrepancies, Function<Discrepancy, String> column) {
    return discrepancies.stream().map(column).mapToInt(String::length).max().orElse(1);
  }

  private Remark about() {
    return wanted.or(() -> given).orElseThrow();
  }

  private String sought() {
    return wanted.map(this::said).orElse("not listed");
  }

  private String found() {
    return given.map(this::said).orElse("not judged");
  }

  /// With what is expected, where the file tells it.
  private String said(Remark remark) {
    boolean told = wanted.flatMap(Remark::expected).isPresent();
    return remark.said()
        + remark.expected().filter(_ -> told).map(formula -> ", expected " + formula).orElse("");
  }
}
