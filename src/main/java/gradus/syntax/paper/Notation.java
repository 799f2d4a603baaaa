package gradus.syntax.paper;

/// The notations that answers are written in.
public enum Notation {
  /// LaTeX, alone or inside Markdown.
  LATEX,
  /// Formulas line by line, in the notation of network files.
  TYPED,
  /// Whichever the text looks like.
  AUTO
}
