/// Mathematics as students hand it in: LaTeX, and the Unicode that stands in for it.
///
/// The parser is given one side of one equation at a time, its brackets known to match and to nest
/// within bounds. Before parsing, tokens have been told apart that only their surroundings can tell:
/// '|' opens, closes, evaluates or separates; a text is a name, a condition or prose; \left and
/// \right are gone; x² is spelled x ^ { 2 }. Sums and products are flat lists: what 'f (x)' or
/// '\partial L / \partial w' is, is decided over the list and not by nesting.
grammar Answer;

@header {
package gradus.syntax.grammar;
}

tokens {
  BAR_OPEN, BAR_CLOSE, NORM_OPEN, NORM_CLOSE, AT_BAR, AT_OPEN, AT_CLOSE, INDEX_OPEN, INDEX_CLOSE,
  NAME, IF, OTHERWISE, AND, PROSE, MARK, BEGIN_MATRIX, BEGIN_CASES, BEGIN_ROWS
}

// ---- a side of an equation --------------------------------------------------------------------

side   : items EOF ;
items  : item ((COMMA | SEMICOLON) item)* ;
item   : sum (RELATION sum)* ;
sum    : sign* term (sign+ term)* ;
sign   : PLUS | MINUS | PLUS_MINUS ;
term   : factor (operator sign* factor | factor)* ;
factor : operand script* ;
script
  : SUB argument
  | SUP argument
  | PRIME
  | AT_BAR
  ;
argument : MINUS? operand ;
operator : DOT | CROSS | STAR | ENTRYWISE | SLASH | TENSOR ;

operand
  : ( NUMBER | WORD | LETTER | GREEK | NAME | FUNCTION | SYMBOL | DOTS | MARK | TRANSPOSE
    | PARTIAL | NABLA | BIG )                                   # atom
  | OPEN_BRACE items? CLOSE_BRACE                               # braced
  | ( OPEN | OPEN_SQUARE | OPEN_SET | OPEN_ANGLE ) items?
    ( CLOSE | CLOSE_SQUARE | CLOSE_SET | CLOSE_ANGLE )          # bracketed
  | BAR_OPEN sum BAR_CLOSE                                      # absolute
  | NORM_OPEN sum NORM_CLOSE                                    # norm
  | AT_OPEN sum AT_CLOSE                                        # evaluated
  | FRAC operand operand                                        # fraction
  | SQRT (INDEX_OPEN sum INDEX_CLOSE)? operand                  # root
  | ACCENT operand                                              # accented
  | FONT operand                                                # styled
  | BRACE_OVER operand                                          # labelled
  | STACK operand operand                                       # stacked
  | BEGIN_MATRIX row (ROW row)* END                             # matrix
  | BEGIN_CASES branch (ROW branch)* END                        # cases
  ;
row    : cell (AMP cell)* ;
cell   : (item ((COMMA | SEMICOLON) item?)*)? ;
branch : (sum ((COMMA | SEMICOLON | AMP)+ condition? | condition)?)? ;
condition
  : IF? OTHERWISE
  | IF? item ((AND | COMMA | SEMICOLON) item?)*
  ;

// ---- tokens -----------------------------------------------------------------------------------

BEGIN : '\\begin' S* '{' S* [a-zA-Z]+ '*'? S* '}' ;
END   : '\\end' S* '{' S* [a-zA-Z]+ '*'? S* '}' ;

/// Texts hold one more pair of braces at most: a lexer that recurses could be made to recurse deeply.
TEXT
  : '\\' ( 'text' ( 'rm' | 'bf' | 'it' | 'sf' | 'tt' | 'sc' | 'normal' | 'up' )? | 'mbox' | 'hbox' | 'intertext'
         | 'shortintertext' | 'emph' )
    S* '{' (~[{}] | '{' ~[{}]* '}')* '}'
  ;
ROMAN
  : '\\' ('mathrm' | 'operatorname' '*'? | 'mathsf' | 'mathtt' | 'mathit' | 'mathop' | 'rm')
    S* '{' S* [a-zA-Z] ([a-zA-Z0-9 ~-] | '\\,' | '\\!' | '\\ ' | '\\-')* '}'
  ;
TAG   : '\\tag' '*'? S* '{' ~[{}\n]* '}' ;

FRAC  : '\\' [dtc]? 'frac' ;
SQRT  : '\\sqrt' | '√' ;
ACCENT
  : '\\' ( 'hat' | 'widehat' | 'bar' | 'overline' | 'tilde' | 'widetilde' | 'vec' | 'dot' | 'ddot' | 'check'
         | 'breve' | 'underline' | 'acute' | 'grave' | 'mathring' | 'overrightarrow' )
  ;
/// Fonts, and what else draws its argument differently without meaning anything.
FONT
  : '\\' ( 'mathbf' | 'boldsymbol' | 'bm' | 'pmb' | 'bold' | 'mathbb' | 'mathds' | 'mathbbm' | 'mathcal'
         | 'mathscr' | 'mathfrak' | 'mathrm' | 'mathsf' | 'mathtt' | 'mathit' | 'mathnormal'
         | 'operatorname' '*'? | 'boxed' | 'fbox' | 'cancel' | 'bcancel' | 'xcancel' | 'mathop' | 'mathrel' | 'mathbin'
         | 'mathord' | 'ensuremath' | 'smash' | 'mathstrut' )
  ;
BRACE_OVER : '\\' ('underbrace' | 'overbrace' | 'underbracket' | 'overbracket') ;
STACK : '\\' ('underset' | 'overset' | 'stackrel') ;

GREEK
  : '\\' 'var'? ( 'alpha' | 'beta' | 'gamma' | 'delta' | 'epsilon' | 'zeta' | 'eta' | 'theta' | 'iota' | 'kappa'
         | 'lambda' | 'mu' | 'nu' | 'xi' | 'omicron' | 'pi' | 'rho' | 'sigma' | 'tau' | 'upsilon' | 'phi'
         | 'chi' | 'psi' | 'omega' | 'Gamma' | 'Delta' | 'Theta' | 'Lambda' | 'Xi' | 'Pi' | 'Sigma'
         | 'Upsilon' | 'Phi' | 'Psi' | 'Omega' )
  ;
FUNCTION
  : '\\' ( 'log' | 'ln' | 'lg' | 'exp' | 'max' | 'min' | 'tanh' | 'sinh' | 'cosh' | 'coth' | 'tan' | 'sin' | 'cos'
         | 'cot' | 'arctan' | 'arcsin' | 'arccos' | 'det' | 'arg' | 'sup' | 'inf' | 'dim' | 'deg' | 'lim' )
  ;
SYMBOL : '\\' ('ell' | 'infty' | 'hbar' | 'emptyset' | 'varnothing' | 'Re' | 'Im' | 'aleph' | 'imath' | 'jmath') | '∞' | '∅' ;
BIG     : '\\sum' | '∑' | '\\prod' | '∏' ;
PARTIAL : '\\partial' | '∂' ;
NABLA   : '\\nabla' | '∇' ;
TRANSPOSE : '\\top' | '\\intercal' | '⊤' ;
DOTS : '\\' ('dots' | 'ldots' | 'cdots' | 'vdots' | 'ddots' | 'dotsc' | 'dotsb' | 'dotsm' | 'hdots' | 'iddots')
     | '…' | '⋯' | '⋮' | '⋱' | '...' | '..' ;

PLUS : '+' ; MINUS : '-' | '−' | '–' ; PLUS_MINUS : '\\pm' | '\\mp' | '±' | '∓' ;
DOT : '\\cdot' | '·' | '⋅' | '\\bullet' | '∙' | '•' | '\\cdotp' ;
CROSS : '\\times' | '×' ;
STAR : '*' | '\\ast' | '∗' | '\\star' ;
ENTRYWISE : '\\odot' | '⊙' | '\\circ' | '∘' | '.*' ;
TENSOR : '\\otimes' | '⊗' ;
SLASH : '/' | '\\div' | '\\oslash' | '⊘' | '÷' | '∕' ;

RELATION
  : '=' | '==' | ':=' | '=:' | '≔' | '\\coloneqq' | '\\coloneq' | '\\eqqcolon' | '\\triangleq' | '≜' | '\\doteq'
  | '\\approx' | '≈' | '\\simeq' | '≃' | '\\sim' | '~=' | '\\cong' | '≅' | '\\approxeq' | '\\equiv' | '≡'
  | '\\leftarrow' | '\\gets' | '←' | '\\longleftarrow'
  | '<' | '\\lt' | '>' | '\\gt' | '\\le' 'q'? 'slant'? | '≤' | '<=' | '⩽' | '\\ge' 'q'? 'slant'? | '≥' | '>=' | '⩾'
  | '\\ne' 'q'? | '≠' | '!=' | '\\not' S* '=' | '\\ll' | '\\gg' | '≪' | '≫'
  | '\\in' | '∈' | '\\notin' | '∉' | '\\propto' | '∝' | '\\mid' | '\\subset' | '\\subseteq' | '\\perp'
  ;
SO
  : '\\to' | '→' | '\\rightarrow' | '\\Rightarrow' | '⇒' | '\\implies' | '\\impliedby' | '\\longrightarrow'
  | '\\Longrightarrow' | '⟹' | '⟶' | '\\leadsto' | '\\rightsquigarrow' | '\\mapsto' | '↦' | '\\iff' | '\\Leftrightarrow'
  | '⇔' | '⟺' | '\\Longleftrightarrow' | '\\leftrightarrow' | '\\therefore' | '∴' | '->' | '=>' | '\\hookrightarrow'
  | '\\curvearrowright' | '\\because' | '\\xrightarrow' | '➔' | '➡'
  ;
LOGIC  : '\\land' | '\\wedge' | '∧' ;
FORALL : '\\forall' | '∀' ;

LEFT : '\\left' ; RIGHT : '\\right' ; MIDDLE : '\\middle' ;
OPEN : '(' | '\\lparen' ; CLOSE : ')' | '\\rparen' ;
OPEN_SQUARE : '[' | '\\lbrack' | '⟦' | '\\llbracket' ; CLOSE_SQUARE : ']' | '\\rbrack' | '⟧' | '\\rrbracket' ;
OPEN_SET : '\\{' | '\\lbrace' ; CLOSE_SET : '\\}' | '\\rbrace' ;
OPEN_ANGLE : '\\langle' | '⟨' ; CLOSE_ANGLE : '\\rangle' | '⟩' ;
OPEN_BRACE : '{' ; CLOSE_BRACE : '}' ;
BAR : '|' | '\\vert' | '∣' ; NORM : '\\|' | '\\Vert' | '‖' | '||' ;
LEFT_BAR : '\\lvert' ; RIGHT_BAR : '\\rvert' ; LEFT_NORM : '\\lVert' ; RIGHT_NORM : '\\rVert' ;

SUB : '_' | '\\sb' ; SUP : '^' | '\\sp' ; PRIME : '\'' | '’' | '′' | '\\prime' | '″' ;
COMMA : ',' ; SEMICOLON : ';' ; COLON : ':' | '\\colon' ; PERIOD : '.' ; BANG : '!' ;
AMP : '&' ; ROW : '\\\\' '*'? ('[' S* '-'? [0-9.]+ S* [a-z]+ S* ']')? | '\\cr' | '\\newline' | '\\tabularnewline' ;
QUAD : '\\quad' | '\\qquad' | '\\hfill' | '\\hspace' '*'? S* '{' ~[{}]* '}' | '\\enspace' ;

NUMBER : DIGITS ('.' DIGITS)? ([eE] '-' DIGITS)? | '.' DIGITS ;
WORD   : [a-zA-Z]+ ;
LETTER : '\u0001' '\u0002'* | [a-zA-Z] '\u0002'+ ;
LOW    : [₀-₉₊₋₌₍₎ₐ-ₓₕ-ₜᵢⱼᵣᵤᵥ]+ ;
HIGH   : [⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴴᴷᴸᴹᴺ]+ ;

IGNORED
  : ( S+ | '~' | [✓✔∎■□]+ | '\\' [,;:!> /] | '%' ~[\n]*
    | '\\' ( 'displaystyle' | 'textstyle' | 'scriptstyle' | 'limits' | 'nolimits' | 'nonumber' | 'notag' | 'hline'
           | 'thinspace' | 'big' [lrm]? | 'Big' [lrm]? | 'bigg' [lrm]? | 'Bigg' [lrm]? | 'bf' | 'rm' | 'it' | 'bfseries'
           | 'tiny' | 'small' | 'footnotesize' | 'large' | 'Large' | 'mathstrut' | 'strut' | 'toprule' | 'midrule' | 'bottomrule'
           | 'allowbreak' | 'nobreak' | 'break' | 'relax' | 'noindent' | 'par' | 'qed' | 'qedhere' | 'centering' | 'checkmark' | 'blacksquare' | 'square' | 'Box' | 'phantom' S* '{' ~[{}]* '}' )
    | '\\' ( 'label' | 'ref' | 'eqref' | 'cite' | 'vspace' '*'? | 'color' | 'textcolor' | 'colorbox' | 'hphantom' | 'vphantom'
           | 'footnote' | 'cline' | 'footnotemark' | 'footnotetext' | 'arraycolsep' | 'setlength' )
      S* '{' ~[{}]* '}'
    ) -> skip
  ;
COMMAND : '\\' ([a-zA-Z]+ | .) ;
ARGUMENT : '#' [1-9] ;
UNKNOWN : . ;

fragment S : [ \t\r\n\f] ;
fragment DIGITS : [0-9]+ ;
