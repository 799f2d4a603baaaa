package gradus;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// How much the program does in a run: a unit for each call of a method of its own, each branch
/// within one, and each element of a collection that it hands to the library as a whole or lets it
/// search. No clock: the same everywhere.
public final class Work {
  private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
  private static final Set<String> WHOLES =
      Set.of("Collection", "List", "Set", "SequencedCollection", "SequencedSet", "Map");
  private static final Set<String> SEARCHES =
      Set.of("contains", "indexOf", "lastIndexOf", "remove");

  private static final Rewoven AGAIN = new Counting();
  private static long done;

  private Work() {}

  /// That of one run.
  ///
  /// @param run a class whose instance is told the arguments
  static long of(Class<? extends Consumer<List<String>>> run, List<String> arguments) {
    done = 0;
    AGAIN.run(run, arguments);
    return done;
  }

  public static void step() {
    done++;
  }

  /// What the library walks through at once: `List.copyOf(all)` is as much as a loop over all.
  public static void whole(Object elements) {
    if (elements instanceof Collection<?> all) {
      done += all.size();
    } else if (elements instanceof Map<?, ?> all) {
      done += all.size();
    }
  }

  /// A list is walked through to its end, at worst; sets are not.
  public static void searched(Object elements) {
    if (elements instanceof List<?> all) {
      done += all.size();
    }
  }

  private static final class Counting extends Rewoven {
    @Override
    boolean isLoadedAgain(String name) {
      return (name.startsWith("gradus.") || name.startsWith("org.antlr."))
          && !name.equals(Work.class.getName());
    }

    @Override
    byte[] woven(String name, byte[] code) {
      ClassFile files =
          ClassFile.of(
              ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(getParent())));
      return files.transformClass(
          files.parse(code),
          ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Steps::new)));
    }
  }

  private static final class Steps implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      code.invokestatic(WORK, "step", MethodTypeDesc.of(ConstantDescs.CD_void));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof BranchInstruction) {
        code.invokestatic(WORK, "step", MethodTypeDesc.of(ConstantDescs.CD_void));
      } else if (element instanceof InvokeInstruction call && takesWhole(call)) {
        tell(code.dup(), "whole");
      } else if (element instanceof InvokeInstruction call && searches(call)) {
        tell(code.dup2().pop(), "searched");
      }
      code.with(element);
    }

    private static void tell(CodeBuilder code, String what) {
      code.invokestatic(
          WORK, what, MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
    }
  }

  private static boolean takesWhole(InvokeInstruction call) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    return ofCollections(call)
        && !parameters.isEmpty()
        && WHOLES.contains(parameters.getLast().displayName());
  }

  private static boolean searches(InvokeInstruction call) {
    return ofCollections(call)
        && SEARCHES.contains(call.name().stringValue())
        && call.typeSymbol().parameterList().equals(List.of(ConstantDescs.CD_Object));
  }

  private static boolean ofCollections(InvokeInstruction call) {
    return call.owner().asInternalName().startsWith("java/util/");
  }
}
