package gradus.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import gradus.expr.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// A JSON text being written: objects on lines of their own, arrays on one line.
final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// A part of the text.
  @FunctionalInterface
  interface Part {
    void write(Json json) throws IOException;
  }

  /// A text that is one object and names its schema first.
  static String document(String schema, Part members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(printer());
      new Json(generator)
          .object(json -> {
            json.text("schema", schema);
            members.write(json);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private void object(Part members) throws IOException {
    out.writeStartObject();
    members.write(this);
    out.writeEndObject();
  }

  void object(String name, Part members) throws IOException {
    out.writeFieldName(name);
    object(members);
  }

  /// An array of objects.
  <T> void objects(String name, Collection<T> items, Member<T> members) throws IOException {
    out.writeArrayFieldStart(name);
    for (T item : items) {
      object(json -> members.write(json, item));
    }
    out.writeEndArray();
  }

  /// The members that stand for one item.
  @FunctionalInterface
  interface Member<T> {
    void write(Json json, T item) throws IOException;
  }

  void text(String name, String text) throws IOException {
    out.writeStringField(name, text);
  }

  void text(String name, Optional<String> text) throws IOException {
    out.writeFieldName(name);
    if (text.isPresent()) {
      out.writeString(text.get());
    } else {
      out.writeNull();
    }
  }

  void number(String name, long number) throws IOException {
    out.writeNumberField(name, number);
  }

  void value(String name, Value value) throws IOException {
    out.writeFieldName(name);
    write(value);
  }

  void emptyArray(String name) throws IOException {
    out.writeArrayFieldStart(name);
    out.writeEndArray();
  }

  void values(String name, Collection<Value> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (Value value : values) {
      write(value);
    }
    out.writeEndArray();
  }

  void values(String name, Map<String, Value> values) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, Value> entry : values.entrySet()) {
            value(entry.getKey(), entry.getValue());
          }
        });
  }

  /// The rational ones among the values, as text.
  void exact(String name, Map<String, Value> values) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, Value> entry : values.entrySet()) {
            if (entry.getValue() instanceof Value.Exact exact) {
              text(entry.getKey(), exact.number().toString());
            }
          }
        });
  }

  private void write(Value value) throws IOException {
    if (value.isDefined()) {
      out.writeNumber(MachineNumber.of(value));
    } else {
      out.writeNull();
    }
  }
}
