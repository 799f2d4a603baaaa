package gradus;

/// The formats of a solution sheet.
public enum SheetFormat {
  /// A complete document for pdflatex.
  LATEX,
  /// The body alone, for `\input` into a document of one's own.
  FRAGMENT,
  /// For a terminal.
  TEXT,
  /// `gradus/solve/1`.
  JSON
}
