package gradus.check.world;

import java.util.List;

/// A point of the data, or all of them combined, before a step of the descent.
///
/// @param step how many steps were made before
/// @param worlds its values, first the exact ones; as the network file rounds them where it does
public record Moment(int step, List<World> worlds) {
  public Moment {
    worlds = List.copyOf(worlds);
  }

  public World world() {
    return worlds.getFirst();
  }
}
