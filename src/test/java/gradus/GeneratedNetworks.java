package gradus;

/// Networks of any size, as files.
public final class GeneratedNetworks {
  private GeneratedNetworks() {}

  /// `h_k = tanh(w_k * h_{k-1})`, `layers` times.
  public static String chain(int layers) {
    StringBuilder text = new StringBuilder("input x\ntarget y\nweight w_1..w_" + layers + "\n");
    text.append("h_0 = x\n");
    for (int k = 1; k <= layers; k++) {
      text.append("h_%d = tanh(w_%d * h_%d)\n".formatted(k, k, k - 1));
    }
    return text.append("loss L = 1/2 * (y - h_%d)^2\n".formatted(layers)).toString();
  }

  /// `a_k = W_k * h_{k-1} + b_k, h_k = tanh(a_k)`, `layers` times, in whole matrices.
  public static String matrices(int layers) {
    StringBuilder text = new StringBuilder("size n\ninput h_0 : n\ntarget y : n\n");
    for (int k = 1; k <= layers; k++) {
      text.append("weight W_%d : n x n\nbias b_%d : n\n".formatted(k, k));
      text.append("a_%d = W_%d * h_%d + b_%d\nh_%d = tanh(a_%d)\n".formatted(k, k, k - 1, k, k, k));
    }
    return text.append("loss L = 1/2 * norm2(y - h_%d)^2\n".formatted(layers)).toString();
  }

  /// `layers` dense layers of `width` tanh units with biases, on as many inputs, written unit by
  /// unit: `layers · (width² + width)` parameters.
  public static String dense(int layers, int width) {
    StringBuilder text = new StringBuilder();
    text.append("input h_0_1..h_0_%d\ntarget y_1..y_%d\n".formatted(width, width));
    for (int layer = 1; layer <= layers; layer++) {
      for (int unit = 1; unit <= width; unit++) {
        text.append("weight w_%d_%d_1..w_%d_%d_%d\n".formatted(layer, unit, layer, unit, width));
      }
      text.append("bias b_%d_1..b_%d_%d\n".formatted(layer, layer, width));
    }
    for (int layer = 1; layer <= layers; layer++) {
      for (int unit = 1; unit <= width; unit++) {
        text.append("z_%d_%d = ".formatted(layer, unit));
        for (int from = 1; from <= width; from++) {
          text.append("w_%d_%d_%d * h_%d_%d + ".formatted(layer, unit, from, layer - 1, from));
        }
        text.append("b_%d_%d\n".formatted(layer, unit));
        text.append("h_%d_%d = tanh(z_%d_%d)\n".formatted(layer, unit, layer, unit));
      }
    }
    text.append("loss E = ");
    for (int unit = 1; unit <= width; unit++) {
      text.append(unit == 1 ? "" : " + ");
      text.append("1/2 * (y_%d - h_%d_%d)^2".formatted(unit, layers, unit));
    }
    return text.append('\n').toString();
  }
}
