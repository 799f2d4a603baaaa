package gradus;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// What is derived in a run, watched from outside: Gradus is loaded once more, with a call of
/// [#made] where a derivation begins.
public final class Derivations {
  private static final String WATCHED = "gradus.calculus.Differentiator";
  private static final String BEGINNING =
      "(Ljava/util/List;Ljava/util/List;)Lgradus/calculus/step/Derivation;";
  private static final List<Made> SEEN = new ArrayList<>();
  private static final Rewoven AGAIN = new Watched();

  /// @param by the simple name of the class that asked for it
  /// @param what all that it depends on
  record Made(String by, List<Object> what) {}

  private Derivations() {}

  /// Those of one run.
  ///
  /// @param run a class whose instance is told the arguments
  static List<Made> in(Class<? extends Consumer<List<String>>> run, List<String> arguments) {
    SEEN.clear();
    AGAIN.run(run, arguments);
    return List.copyOf(SEEN);
  }

  /// Called by the watched class.
  public static void made(Object differentiator, Object besides, Object requests) {
    String by =
        StackWalker.getInstance()
            .walk(frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(
                        name -> !name.equals(WATCHED) && !name.equals(Derivations.class.getName()))
                    .findFirst()
                    .orElseThrow());
    List<Object> what = new ArrayList<>(List.of(besides, requests));
    for (String field : List.of("form", "functions", "aliases", "given", "facts")) {
      what.add(field(differentiator, field));
    }
    what.add(definitions(field(differentiator, "graph")));
    SEEN.add(new Made(by.substring(by.lastIndexOf('.') + 1), what));
  }

  private static Object field(Object of, String name) {
    try {
      var field = of.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(of));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object definitions(Object graph) {
    try {
      return graph.getClass().getMethod("definitions").invoke(graph);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Watched extends Rewoven {
    @Override
    boolean isLoadedAgain(String name) {
      return name.startsWith("gradus.") && !name.equals(Derivations.class.getName());
    }

    @Override
    byte[] woven(String name, byte[] code) {
      return name.equals(WATCHED) ? watched(code) : code;
    }
  }

  private static byte[] watched(byte[] bytes) {
    ClassFile files = ClassFile.of();
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(
            method ->
                method.methodName().equalsString("derive")
                    && method.methodType().equalsString(BEGINNING),
            new Telling()));
  }

  private static final class Telling implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      ClassDesc any = ConstantDescs.CD_Object;
      code.aload(0)
          .aload(1)
          .aload(2)
          .invokestatic(
              ClassDesc.of(Derivations.class.getName()),
              "made",
              MethodTypeDesc.of(ConstantDescs.CD_void, any, any, any));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }
}
