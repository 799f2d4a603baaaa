package gradus.syntax;

import gradus.expr.Name;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions that the language names, whether or not a scope knows them.
final class BuiltIn {
  private static final Set<Name> SCALAR =
      names(
          "exp log sqrt abs sign step max min sin cos tanh sigmoid relu leakyrelu softplus"
              + " identity");
  private static final Set<Name> OF_MATRICES =
      names(
          "softmax logsumexp norm1 norm2 normp tr det inv diag sum mean concat dot conv eye ones"
              + " onehot");

  private BuiltIn() {}

  static boolean isFunction(String name) {
    return SCALAR.contains(Name.of(name)) || isOfMatrices(Name.of(name));
  }

  static boolean isOfMatrices(Name name) {
    return OF_MATRICES.contains(name);
  }

  private static Set<Name> names(String words) {
    return Stream.of(words.split(" ")).map(Name::of).collect(Collectors.toSet());
  }
}
