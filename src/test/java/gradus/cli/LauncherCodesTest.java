package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Processes of their own, with the number of the process that is said to wait for them.
@Timeout(60)
class LauncherCodesTest {
  private static final String THIS = String.valueOf(ProcessHandle.current().pid());

  private static Process start(String launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    if (!launcher.isEmpty()) {
      command.add("-Dgradus.launcher=" + launcher);
    }
    command.add("gradus.cli.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  @Test
  void whatIsNotRightIsOneOfEachKind() throws Exception {
    assertThat(start("", "compare", "x", "2*x").waitFor()).isEqualTo(1);
    assertThat(start(THIS, "compare", "x", "2*x").waitFor()).isEqualTo(10);
  }

  @Test
  void allElseIsTheSame() throws Exception {
    assertThat(start(THIS, "compare", "x", "x").waitFor()).isZero();
    assertThat(start(THIS, "compare", "x").waitFor()).isEqualTo(2);
  }

  @Test
  void endsWhenTheLauncherIsGone() throws Exception {
    Process waitingForInput = start("1" + THIS, "compare", "--batch", "-");
    assertThat(waitingForInput.waitFor()).isEqualTo(70);
  }
}
