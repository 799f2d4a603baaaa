package gradus.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import gradus.expr.Index;
import gradus.expr.Value;
import gradus.network.ArrayValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON text being written: objects on lines of their own, arrays on one line.
final class Json {
  /// Writes what a terminal would obey or hide as `\u001b`, wherever it stands.
  static final JsonFactory FACTORY = new JsonFactory().setCharacterEscapes(new HiddenCharacters());

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
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
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

  /// An object on a line of its own.
  static String line(Part members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      new Json(generator).object(members);
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

  void texts(String name, Collection<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  void truth(String name, boolean truth) throws IOException {
    out.writeBooleanField(name, truth);
  }

  /// JSON, put in as it is.
  void raw(String name, String json) throws IOException {
    out.writeFieldName(name);
    out.writeRawValue(json);
  }

  void number(String name, long number) throws IOException {
    out.writeNumberField(name, number);
  }

  void value(String name, Value value) throws IOException {
    out.writeFieldName(name);
    write(value);
  }

  void arrays(String name, Collection<ArrayValue> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (ArrayValue value : values) {
      write(value, this::write);
    }
    out.writeEndArray();
  }

  /// Numbers as numbers, all else as text.
  void sizes(String name, List<Index> sizes) throws IOException {
    out.writeArrayFieldStart(name);
    for (Index size : sizes) {
      if (size.constant().isPresent()) {
        out.writeNumber(size.constant().getAsInt());
      } else {
        out.writeString(size.toString());
      }
    }
    out.writeEndArray();
  }

  void values(String name, Map<String, ArrayValue> values) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, ArrayValue> entry : values.entrySet()) {
            array(entry.getKey(), entry.getValue());
          }
        });
  }

  /// A vector as an array, a matrix as an array of rows.
  void array(String name, ArrayValue value) throws IOException {
    out.writeFieldName(name);
    write(value, this::write);
  }

  /// The rational ones among the values, as text; of an array at least one is.
  void exact(String name, Map<String, ArrayValue> values) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, ArrayValue> entry : values.entrySet()) {
            if (entry.getValue().entries().anyMatch(Value.Exact.class::isInstance)) {
              out.writeFieldName(entry.getKey());
              write(entry.getValue(), this::writeExact);
            }
          }
        });
  }

  @FunctionalInterface
  private interface Leaf {
    void write(Value value) throws IOException;
  }

  private void write(ArrayValue value, Leaf leaf) throws IOException {
    switch (value) {
      case ArrayValue.Single(Value single) -> leaf.write(single);
      case ArrayValue.Listed(List<ArrayValue> parts) -> {
        out.writeStartArray();
        for (ArrayValue part : parts) {
          write(part, leaf);
        }
        out.writeEndArray();
      }
    }
  }

  private void writeExact(Value value) throws IOException {
    if (value instanceof Value.Exact exact) {
      out.writeString(exact.number().toString());
    } else {
      out.writeNull();
    }
  }

  private void write(Value value) throws IOException {
    if (value.isDefined()) {
      out.writeNumber(MachineNumber.of(value));
    } else {
      out.writeNull();
    }
  }
}
