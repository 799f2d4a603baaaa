package gradus.sheet;

import java.util.List;

/// A solution sheet: sections of blocks, in reading order.
public record Sheet(String title, List<Section> sections) {
  public Sheet {
    sections = List.copyOf(sections);
  }

  /// What is given and agreed comes before the first section, as number 0.
  public int firstNumber() {
    boolean hasBox =
        sections.stream()
            .limit(1)
            .flatMap(section -> section.blocks().stream())
            .anyMatch(Block.Box.class::isInstance);
    return hasBox ? 0 : 1;
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
