package gradus.sheet;

import java.util.List;

/// A part of a section that stands on lines of its own.
public sealed interface Block {
  record Paragraph(List<Inline> text) implements Block {
    public Paragraph {
      text = List.copyOf(text);
    }
  }

  /// Framed lines: what is given and agreed.
  record Box(List<List<Inline>> lines) implements Block {
    public Box {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /// Displayed equations, aligned with each other at their relations.
  ///
  /// @param sized whether sizes stand below the factors of products of matrices
  record Equations(List<DerivationChain> chains, Arrangement arrangement, boolean sized)
      implements Block {
    public Equations(List<DerivationChain> chains, Arrangement arrangement) {
      this(chains, arrangement, false);
    }

    public Equations {
      chains = List.copyOf(chains);
    }
  }

  enum Arrangement {
    /// One line a chain where it fits: formula, numbers and value in columns.
    COLUMNS,
    /// One line a link, its reason at the right; short links may share a line.
    STEPS
  }

  record Table(List<List<Inline>> header, List<List<List<Inline>>> rows) implements Block {
    public Table {
      header = header.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }

  /// Small print at the end of a section.
  record Note(List<Inline> text) implements Block {
    public Note {
      text = List.copyOf(text);
    }
  }
}
