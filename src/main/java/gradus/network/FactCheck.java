package gradus.network;

import gradus.network.DataReader.Datum;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Fault;
import java.util.List;

/// Reports given values that a declaration excludes.
record FactCheck(Report report) {
  void check(List<Declaration> declarations, Points points) {
    for (Declaration declaration : declarations) {
      for (Datum datum : points.data(declaration.quantity())) {
        for (Fact fact : declaration.facts()) {
          if (!fact.holds(datum.value().value())) {
            report.add(
                datum.span(),
                Fault.FACT_VIOLATED,
                Spelling.of(datum.symbol()),
                Spelling.of(fact),
                Spelling.of(datum.value()));
          }
        }
      }
    }
  }
}
