package gradus.render.data;

import gradus.syntax.source.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Faults of a call or an input as `gradus/error/1`.
public final class ErrorJson {
  private ErrorJson() {}

  public static String of(List<Diagnostic> diagnostics) {
    return Json.document(
        "gradus/error/1", json -> json.objects("diagnostics", diagnostics, ErrorJson::diagnostic));
  }

  /// A fault of the call as a whole, or of a whole file.
  public static String of(Optional<String> file, String code, String message) {
    return Json.document(
        "gradus/error/1",
        json ->
            json.objects(
                "diagnostics",
                List.of(message),
                (members, _) -> {
                  members.text("file", file);
                  members.text("line", Optional.empty());
                  members.text("column", Optional.empty());
                  members.text("length", Optional.empty());
                  members.text("code", code);
                  members.text("message", message);
                  members.text("suggestion", Optional.empty());
                }));
  }

  private static void diagnostic(Json json, Diagnostic diagnostic) throws IOException {
    json.text("file", diagnostic.source().name());
    json.number("line", diagnostic.line());
    json.number("column", diagnostic.column());
    json.number("length", diagnostic.length());
    json.text("code", diagnostic.fault().code());
    json.text("message", diagnostic.message());
    json.text("suggestion", diagnostic.suggestion());
  }
}
