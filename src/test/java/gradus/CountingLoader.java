package gradus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/// Loads the program once more, with calls of [Work] woven in; nothing of it is written to be
/// counted.
final class CountingLoader extends ClassLoader {
  private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
  private static final MethodTypeDesc OF_INT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
  private static final Set<String> WHOLES =
      Set.of("Collection", "List", "Set", "SequencedCollection", "SequencedSet", "Map");

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (!isCounted(name)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : counted(name);
    }
  }

  private static boolean isCounted(String name) {
    return (name.startsWith("gradus.") || name.startsWith("org.antlr."))
        && !name.equals(Work.class.getName());
  }

  private Class<?> counted(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] woven = woven(ClassFile.of().parse(in.readAllBytes()));
      return defineClass(name, woven, 0, woven.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] woven(ClassModel model) {
    String type = model.thisClass().asSymbol().displayName();
    ClassTransform methods =
        (builder, element) -> {
          if (element instanceof MethodModel method && method.code().isPresent()) {
            int number = Work.number(type + "." + method.methodName().stringValue());
            builder.transformMethod(
                method, java.lang.classfile.MethodTransform.transformingCode(counting(number)));
          } else {
            builder.with(element);
          }
        };
    return ClassFile.of().transformClass(model, methods);
  }

  private static CodeTransform counting(int method) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        step(code);
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof BranchInstruction) {
          step(code);
        } else if (element instanceof InvokeInstruction call && takesWhole(call)) {
          code.dup().invokestatic(WORK, "whole", OF_OBJECT);
        }
        code.with(element);
      }

      private void step(CodeBuilder code) {
        code.loadConstant(method).invokestatic(WORK, "step", OF_INT);
      }
    };
  }

  private static boolean takesWhole(InvokeInstruction call) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    return call.owner().asInternalName().startsWith("java/util/")
        && !parameters.isEmpty()
        && WHOLES.contains(parameters.getLast().displayName());
  }
}
