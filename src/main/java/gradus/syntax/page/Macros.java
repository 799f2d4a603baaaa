package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import gradus.syntax.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;

/// What the answer's own commands stand for: `\newcommand{\pd}[2]{\frac{\partial #1}{\partial
/// #2}}`.
///
/// Only plain substitution is known: one default argument, no delimited ones, no conditions. What a
/// macro wrote has the place of its call.
public final class Macros {
  /// That all macros of an answer may write, together.
  private static final int MOST_TOKENS = 100_000;

  private static final int LONGEST_BODY = 2_000;
  private static final int MOST_MACROS = 500;

  private static final Pattern DEFINITION =
      Pattern.compile(
          """
          \\\\(?:(?:(?:re)?new|provide)command\\*?\\s*+\\{?\\s*+(?<command>\\\\[a-zA-Z]+)\\s*+\\}?\\s*+(?:\\[(?<count>[1-9])\\])?(?<first>\\[[^\\[\\]{}\n]{0,40}+\\])?+\
          |def\\s*+(?<plain>\\\\[a-zA-Z]+)\\s*+(?<parameters>(?:#[1-9]){0,9})\
          |DeclareMathOperator\\*?\\s*+\\{?\\s*+(?<operator>\\\\[a-zA-Z]+)\\s*+\\}?)\\s*+(?=\\{)\
          """);

  /// What packages bring along that answers often load.
  private static final String PACKAGES =
      """
      \\newcommand{\\pdv}[2]{\\frac{\\partial #1}{\\partial #2}}
      \\newcommand{\\dv}[2]{\\frac{d #1}{d #2}}
      \\newcommand{\\odv}[2]{\\frac{d #1}{d #2}}
      \\newcommand{\\diffp}[2]{\\frac{\\partial #1}{\\partial #2}}
      \\newcommand{\\dd}[1]{d #1}
      \\newcommand{\\norm}[1]{\\left\\| #1 \\right\\|}
      \\newcommand{\\abs}[1]{\\left| #1 \\right|}
      \\newcommand{\\vb}[1]{\\mathbf{#1}}
      \\newcommand{\\binom}[2]{\\begin{pmatrix} #1 \\\\ #2 \\end{pmatrix}}
      """;

  private static final Macros KNOWN = new Macros();

  static {
    KNOWN.define(PACKAGES);
  }

  /// @param first what the first argument is where none is given in brackets
  private record Macro(int parameters, Optional<List<CommonToken>> first, List<CommonToken> body) {}

  private final Map<String, Macro> macros = new HashMap<>();

  private int written;

  private Macros() {}

  public static Macros of(String text) {
    Macros found = new Macros();
    found.macros.putAll(KNOWN.macros);
    found.define(text);
    return found;
  }

  private void define(String text) {
    Matcher definition = DEFINITION.matcher(text);
    for (int i = 0; i < MOST_MACROS && text.contains("\\") && definition.find(); i++) {
      int open = definition.end();
      closing(text, open).ifPresent(close -> define(definition, text, open, close));
    }
  }

  private static Optional<Integer> closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + LONGEST_BODY); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void define(Matcher definition, String text, int open, int close) {
    String operator = definition.group("operator");
    if (operator != null) {
      Span body = new Span(open + 1, close);
      String name = text.substring(body.start(), body.end());
      macros.put(
          operator,
          new Macro(
              0,
              Optional.empty(),
              List.of(Tokens.token(AnswerParser.ROMAN, "{" + name + "}", body))));
      return;
    }
    List<CommonToken> body = Tokens.of(text, new Span(open + 1, close));
    String plain = definition.group("plain");
    if (plain != null) {
      macros.put(
          plain, new Macro(definition.group("parameters").length() / 2, Optional.empty(), body));
    } else {
      String count = definition.group("count");
      int parameters = count == null ? 0 : Integer.parseInt(count);
      Optional<List<CommonToken>> first =
          Optional.ofNullable(definition.group("first"))
              .map(_ -> new Span(definition.start("first") + 1, definition.end("first") - 1))
              .map(span -> Tokens.of(text, span));
      macros.put(definition.group("command"), new Macro(parameters, first, body));
    }
  }

  /// The tokens with every macro written out; a macro without end is left as it is.
  public List<CommonToken> expanded(List<CommonToken> tokens) {
    if (macros.isEmpty()
        || tokens.stream().noneMatch(token -> macros.containsKey(token.getText()))) {
      return tokens;
    }
    Deque<CommonToken> rest = new ArrayDeque<>(tokens);
    List<CommonToken> expanded = new ArrayList<>();
    while (!rest.isEmpty()) {
      CommonToken token = rest.pop();
      Macro macro = macros.get(token.getText());
      if (macro == null || written > MOST_TOKENS) {
        expanded.add(token);
      } else {
        List<CommonToken> body =
            substituted(macro, arguments(macro, rest, token), Tokens.span(token));
        written += body.size() + 1;
        body.reversed().forEach(rest::push);
      }
    }
    return expanded;
  }

  private static List<List<CommonToken>> arguments(
      Macro macro, Deque<CommonToken> rest, CommonToken call) {
    List<List<CommonToken>> arguments = new ArrayList<>();
    macro.first.ifPresent(first -> arguments.add(option(rest).orElseGet(() -> at(call, first))));
    for (int i = arguments.size(); i < macro.parameters && !rest.isEmpty(); i++) {
      arguments.add(argument(rest));
    }
    return arguments;
  }

  private static List<CommonToken> at(CommonToken call, List<CommonToken> tokens) {
    return tokens.stream().map(token -> Tokens.moved(token, Tokens.span(call))).toList();
  }

  /// `[…]`
  private static Optional<List<CommonToken>> option(Deque<CommonToken> rest) {
    if (rest.isEmpty() || rest.peek().getType() != AnswerParser.OPEN_SQUARE) {
      return Optional.empty();
    }
    rest.pop();
    List<CommonToken> option = new ArrayList<>();
    while (!rest.isEmpty() && rest.peek().getType() != AnswerParser.CLOSE_SQUARE) {
      option.add(rest.pop());
    }
    rest.poll();
    return Optional.of(option);
  }

  private static List<CommonToken> argument(Deque<CommonToken> rest) {
    CommonToken first = rest.pop();
    if (first.getType() != AnswerParser.OPEN_BRACE) {
      return List.of(firstLetter(first, rest));
    }
    List<CommonToken> argument = new ArrayList<>();
    int depth = 1;
    while (!rest.isEmpty()) {
      CommonToken token = rest.pop();
      depth += token.getType() == AnswerParser.OPEN_BRACE ? 1 : 0;
      depth -= token.getType() == AnswerParser.CLOSE_BRACE ? 1 : 0;
      if (depth == 0) {
        break;
      }
      argument.add(token);
    }
    return argument;
  }

  private static CommonToken firstLetter(CommonToken token, Deque<CommonToken> rest) {
    if (token.getType() != AnswerParser.WORD || token.getText().length() == 1) {
      return token;
    }
    Span span = Tokens.span(token);
    rest.push(
        Tokens.token(
            AnswerParser.WORD,
            token.getText().substring(1),
            new Span(span.start() + 1, span.end())));
    return Tokens.token(
        AnswerParser.WORD,
        token.getText().substring(0, 1),
        new Span(span.start(), span.start() + 1));
  }

  private static List<CommonToken> substituted(
      Macro macro, List<List<CommonToken>> arguments, Span call) {
    List<CommonToken> written = new ArrayList<>();
    for (CommonToken token : macro.body) {
      int argument =
          token.getType() == AnswerParser.ARGUMENT ? token.getText().charAt(1) - '1' : -1;
      if (argument >= 0 && argument < arguments.size()) {
        written.addAll(arguments.get(argument));
      } else if (argument < 0) {
        written.add(Tokens.moved(token, call));
      }
    }
    return written;
  }
}
