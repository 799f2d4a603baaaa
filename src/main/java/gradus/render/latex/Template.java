package gradus.render.latex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A document shell from `templates/`: text with holes `<<name>>` and no logic, so that no template
/// engine needs to start.
record Template(String text) {
  static Template named(String file) {
    try (InputStream in = Template.class.getResourceAsStream("/gradus/templates/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Template(text.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every hole filled once; what is filled in is not searched for holes.
  String filled(Map<String, String> holes) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    int open = text.indexOf("<<");
    while (open >= 0) {
      int close = text.indexOf(">>", open);
      String name = text.substring(open + 2, close);
      out.append(text, from, open).append(holes.getOrDefault(name, ""));
      from = close + 2;
      open = text.indexOf("<<", from);
    }
    return out.append(text, from, text.length()).toString();
  }
}
