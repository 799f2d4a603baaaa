package gradus.sheet;

import java.util.List;

/// A solution sheet: sections of blocks, in reading order.
public record Sheet(String title, List<Section> sections) {
  public Sheet {
    sections = List.copyOf(sections);
  }

  /// With sizes below the factors of all products of matrices.
  public Sheet withSizes() {
    return new Sheet(title, sections.stream().map(Section::withSizes).toList());
  }

  public record Section(String heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    private Section withSizes() {
      return new Section(
          heading,
          blocks.stream()
              .map(block ->
                  block instanceof Block.Equations(var chains, var arrangement, _)
                      ? new Block.Equations(chains, arrangement, true)
                      : block)
              .toList());
    }
  }
}
