/// What programs that embed Gradus may see: the façade and what its results are made of. All other
/// packages are public to each other only.
@org.jspecify.annotations.NullMarked
module gradus {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires org.antlr.antlr4.runtime;

  exports gradus;
  exports gradus.check.verdict;
  exports gradus.expr;
  exports gradus.syntax.paper;
  exports gradus.syntax.source;

  opens gradus.cli to
      info.picocli;
}
