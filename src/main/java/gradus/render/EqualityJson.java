package gradus.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import gradus.check.Equality;
import gradus.check.Equality.Different;
import gradus.check.Equality.Equivalent;
import gradus.check.Equality.Unreadable;
import gradus.check.Equality.Witness;
import gradus.expr.Value;
import gradus.syntax.Diagnostic;
import gradus.syntax.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Questions and verdicts as JSON, each on one line.
public final class EqualityJson {
  private EqualityJson() {}

  /// `{"id": …, "left": …, "right": …, "where": …}`
  ///
  /// @param id JSON, as it came; empty if there was none
  public record Question(Optional<String> id, String left, String right, String where) {}

  /// A line as a question, or why it is none.
  ///
  /// @param id JSON, as far as it was read
  public record Line(Optional<String> id, Optional<Question> question, String fault) {}

  public static Line read(String line) {
    Members members = new Members();
    try (JsonParser parser = Json.FACTORY.createParser(line)) {
      members.read(parser);
    } catch (JsonProcessingException _) {
      return members.faulty("I could not read this line as JSON.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members.line();
  }

  /// What a line holds, as far as it was read.
  private static final class Members {
    private Optional<String> id = Optional.empty();
    private Optional<String> left = Optional.empty();
    private Optional<String> right = Optional.empty();
    private Optional<String> where = Optional.of("");
    private boolean isObject;

    void read(JsonParser parser) throws IOException {
      isObject = parser.nextToken() == JsonToken.START_OBJECT;
      while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        member(name, parser);
      }
      isObject &= parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }

    private void member(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "id" -> id = Optional.of(copied(parser));
        case "left" -> left = text(parser);
        case "right" -> right = text(parser);
        case "where" ->
            where = parser.currentToken() == JsonToken.VALUE_NULL ? Optional.of("") : text(parser);
        default -> parser.skipChildren();
      }
    }

    private static Optional<String> text(JsonParser parser) throws IOException {
      boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
      Optional<String> text = isText ? Optional.of(parser.getText()) : Optional.empty();
      parser.skipChildren();
      return text;
    }

    private static String copied(JsonParser parser) throws IOException {
      StringWriter text = new StringWriter();
      try (JsonGenerator generator = Json.FACTORY.createGenerator(text)) {
        generator.copyCurrentStructure(parser);
      }
      return text.toString();
    }

    Line line() {
      boolean whole = isObject && left.isPresent() && right.isPresent() && where.isPresent();
      return whole
          ? new Line(id, Optional.of(new Question(id, left.get(), right.get(), where.get())), "")
          : faulty("I could not read this line: it needs the texts 'left' and 'right'.");
    }

    Line faulty(String fault) {
      return new Line(id, Optional.empty(), fault);
    }
  }

  /// The verdict as one line, with its end.
  ///
  /// @param id JSON, put in as it is; left out if empty
  public static String of(Optional<String> id, Equality equality) {
    return line(
        id,
        EqualityText.verdict(equality),
        EqualityText.message(equality),
        json -> {
          switch (equality) {
            case Equivalent(Equality.Grounds grounds) ->
                json.writeStringField("grounds", EqualityText.grounds(grounds));
            case Different(Equality.Grounds grounds, Witness witness) -> {
              json.writeStringField("grounds", EqualityText.grounds(grounds));
              write(json, witness);
            }
            case Equality.Misshapen _ ->
                json.writeStringField("grounds", EqualityText.grounds(Equality.Grounds.EXACT));
            case Equality.Undecided _ -> {}
            case Unreadable(List<Diagnostic> diagnostics) -> write(json, diagnostics);
          }
        });
  }

  /// The answer to a line that is no question.
  public static String unreadable(Optional<String> id, String fault) {
    return line(id, "unreadable", fault, _ -> {});
  }

  /// What stands between verdict and message.
  private interface Part {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Optional<String> id, String verdict, String message, Part part) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      if (id.isPresent()) {
        json.writeFieldName("id");
        json.writeRawValue(id.get());
      }
      json.writeStringField("verdict", verdict);
      part.write(json);
      json.writeStringField("message", message);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Witness witness) throws IOException {
    json.writeObjectFieldStart("witness");
    json.writeObjectFieldStart("at");
    for (WitnessValues values : WitnessValues.of(witness.at())) {
      json.writeFieldName(PlainText.of(values.name()));
      write(json, values);
    }
    json.writeEndObject();
    if (!witness.entry().isEmpty()) {
      json.writeArrayFieldStart("entry");
      for (int index : witness.entry()) {
        json.writeNumber(index);
      }
      json.writeEndArray();
    }
    write(json, "left", witness.left());
    write(json, "right", witness.right());
    json.writeEndObject();
  }

  /// A matrix as an array of rows, a vector as an array.
  private static void write(JsonGenerator json, WitnessValues values) throws IOException {
    if (values.axes() == 2) {
      json.writeStartArray();
    }
    for (List<Value> row : values.rows()) {
      if (values.isNumber()) {
        write(json, row.getFirst());
      } else {
        json.writeStartArray();
        for (Value value : row) {
          write(json, value);
        }
        json.writeEndArray();
      }
    }
    if (values.axes() == 2) {
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, String name, Value value) throws IOException {
    json.writeFieldName(name);
    write(json, value);
  }

  private static void write(JsonGenerator json, Value value) throws IOException {
    if (value.isDefined()) {
      json.writeNumber(MachineNumber.of(value));
    } else {
      json.writeNull();
    }
  }

  private static void write(JsonGenerator json, List<Diagnostic> diagnostics) throws IOException {
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      json.writeStartObject();
      json.writeStringField("file", diagnostic.source().name());
      json.writeNumberField("line", diagnostic.line());
      json.writeNumberField("column", diagnostic.column());
      json.writeNumberField("length", diagnostic.length());
      json.writeStringField("code", diagnostic.fault().code());
      json.writeStringField("message", diagnostic.message());
      json.writeStringField("suggestion", diagnostic.suggestion().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
