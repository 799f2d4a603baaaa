package gradus.network;

import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import gradus.syntax.Written;
import gradus.syntax.Written.Fact;
import gradus.syntax.Written.Family;
import java.util.List;
import java.util.Optional;

/// Names the constructs that only networks with shapes have.
record Unsupported(Report report) {
  void check(Statement statement) {
    switch (statement) {
      case Statement.Size size -> tell(size.span(), "a size without a number");
      case Statement.Declare declare -> {
        declare.names().forEach(this::checkName);
        checkFamily(declare.family());
        if (!declare.shape().isEmpty()) {
          tell(span(declare.shape()), "a shape");
        }
        declare.facts().forEach(this::checkFact);
      }
      case Statement.Function function -> {
        if (!function.name().labels().isEmpty()) {
          tell(function.name().span(), "a function with a label");
        }
        checkFamily(function.family());
      }
      case Statement.Define define -> {
        checkName(define.name());
        checkFamily(define.family());
      }
      case Statement.NameAdjoint alias -> {
        checkName(alias.name());
        checkFamily(alias.family());
      }
      case Statement.Network _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Given _,
          Statement.At _,
          Statement.Descend _,
          Statement.Round _,
          Statement.Derive _,
          Statement.Task _ -> {}
    }
  }

  private static Span span(List<Written> shape) {
    return shape.getFirst().span().to(shape.getLast().span());
  }

  /// Labels that are letters run through a family; literal ones are part of the name.
  private void checkName(Written.Name name) {
    if (!name.labels().stream().allMatch(Written.Number.class::isInstance)) {
      tell(name.span(), "a label that is no number");
    }
    if (!name.entries().isEmpty()) {
      tell(name.span(), "an entry");
    }
  }

  private void checkFamily(Optional<Family> family) {
    family.ifPresent(range -> tell(range.span(), "a family ('for') without numbers as bounds"));
  }

  private void checkFact(Fact fact) {
    switch (fact) {
      case Fact.OneHot(Span span) -> tell(span, "'one-hot'");
      case Fact.OneOf _, Fact.Within _, Fact.Bound _ -> {}
    }
  }

  private void tell(Span span, String construct) {
    report.add(span, Fault.UNSUPPORTED, construct);
  }
}
