package gradus;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// How much the program has done since it was loaded by a [CountingLoader]: a unit for each call of
/// a method, each branch within one, and each element of a collection that it hands to the library
/// as a whole. No clock: the same everywhere.
public final class Work {
  private static final Map<Integer, String> METHODS = new TreeMap<>();
  private static long[] done = new long[1 << 16];
  private static int current;

  private Work() {}

  static int number(String method) {
    METHODS.put(METHODS.size(), method);
    return METHODS.size() - 1;
  }

  /// One unit, in the method of that number.
  public static void step(int method) {
    done[method]++;
    current = method;
  }

  /// What the library walks through at once: `List.copyOf(all)` is as much as a loop over all.
  public static void whole(Object elements) {
    if (elements instanceof Collection<?> all) {
      done[current] += all.size();
    } else if (elements instanceof Map<?, ?> all) {
      done[current] += all.size();
    }
  }

  static Map<String, Long> byMethod() {
    Map<String, Long> all = new TreeMap<>();
    METHODS.forEach((number, name) -> all.merge(name, done[number], Long::sum));
    return all;
  }
}
