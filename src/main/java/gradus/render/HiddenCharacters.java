package gradus.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import gradus.syntax.Printable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The characters that JSON allows as they are, but a terminal hides or obeys.
final class HiddenCharacters extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  /// A half of a pair is left to the other half.
  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return Printable.isHidden(c) && !Character.isSurrogate((char) c)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
        : null;
  }
}
