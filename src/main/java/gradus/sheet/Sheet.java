package gradus.sheet;

import java.util.List;

/// A solution sheet: sections of blocks, in reading order.
public record Sheet(String title, List<Section> sections) {
  public Sheet {
    sections = List.copyOf(sections);
  }

  public record Section(String heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
