package gradus.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gradus.syntax.answer.Notation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/// An answer in a line of a batch: `{"id": …, "answer": …, "format": …}`.
///
/// @param id JSON, as it came; `null` if there was none
/// @param answer empty if the line is not such an object
public record CheckLine(String id, Optional<String> answer, Optional<Notation> notation) {
  public static CheckLine read(String line) {
    String id = "null";
    Optional<String> answer = Optional.empty();
    Optional<Notation> notation = Optional.empty();
    try (JsonParser parser = Json.FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new CheckLine(id, answer, notation);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("id")) {
          id = copied(parser);
        } else if (name.equals("answer") && token == JsonToken.VALUE_STRING) {
          answer = Optional.of(parser.getText());
        } else if (name.equals("format") && token == JsonToken.VALUE_STRING) {
          notation = notation(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return new CheckLine(id, answer, notation);
    } catch (IOException _) {
      return new CheckLine(id, Optional.empty(), notation);
    }
  }

  private static Optional<Notation> notation(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "latex", "markdown", "md", "tex" -> Optional.of(Notation.LATEX);
      case "typed", "text" -> Optional.of(Notation.TYPED);
      case "auto" -> Optional.of(Notation.AUTO);
      default -> Optional.empty();
    };
  }

  private static String copied(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Json.FACTORY.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  /// The reply to a line that holds no answer.
  public static String unreadable(String id) {
    return Json.line(json -> {
      json.raw("id", id);
      json.text("schema", "gradus/check/1");
      json.text("verdict", "unreadable");
      json.text("message", "I could not read this line: it needs the text 'answer'.");
    });
  }
}
