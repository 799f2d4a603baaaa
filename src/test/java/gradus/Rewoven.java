package gradus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// Loads the program once more, with calls woven into its classes by which a test watches it;
/// nothing of the program is written to be watched.
abstract class Rewoven extends ClassLoader {
  Rewoven() {
    super(Rewoven.class.getClassLoader());
  }

  /// Whether a class is loaded again; what the woven calls tell must not be.
  abstract boolean isLoadedAgain(String name);

  abstract byte[] woven(String name, byte[] code);

  /// @param run a class whose instance is told the arguments
  final void run(Class<? extends Consumer<List<String>>> run, List<String> arguments) {
    try {
      @SuppressWarnings("unchecked")
      Consumer<List<String>> again =
          (Consumer<List<String>>) loadClass(run.getName()).getDeclaredConstructor().newInstance();
      again.accept(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected final Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isLoadedAgain(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? again(name) : known;
    }
  }

  private Class<?> again(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = woven(name, file.readAllBytes());
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
