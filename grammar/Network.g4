/// Network files and typed mathematics.
///
/// A parser is given one statement at a time, its newlines already dropped. Sums, products and
/// chains of '^' are flat lists, so that no input nests deeper than its brackets. Before parsing,
/// '|' has been told apart into BAR_OPEN and BAR_CLOSE, and x² has been spelled x ^ 2.
grammar Network;

@header {
package gradus.syntax.grammar;
}

tokens { BAR_OPEN, BAR_CLOSE }

// ---- statements -------------------------------------------------------------------------------

/// Definitions come first: `loss[1] = 2` defines a quantity with a label.
statement
  : ( define | network | size | declare | function | loss | lossOverPoints | nameAdjoint | convention
    | layout | indexFrom | given | at | descend | round | derive | task ) EOF
  ;

network        : NETWORK STRING ;
size           : SIZE sized (',' sized)* family? ;
declare        : role declared (',' declared)* shape? FROZEN? family? ;
function       : FUNCTION name parameters? (EQUALS formula)? family? ;
define         : formula EQUALS formula family? ;
loss           : LOSS formula EQUALS formula family? ;
lossOverPoints : LOSS OVER POINTS (SUM | MEAN) ;
nameAdjoint    : NAME name EQUALS formula family? ;
convention     : CONVENTION word PRIME+ ('(' formula ')' | AT A TIE) EQUALS formula ;
layout         : LAYOUT (NUMERATOR | DENOMINATOR | PARAMETER) ;
indexFrom      : INDEX FROM NUMBER ;
given          : GIVEN assignments ;
at             : AT (point? ':')? assignments ;
descend        : DESCEND RATE formula (EQUALS formula)? clause* ;
round          : ROUND (name (',' name)* TO)? NUMBER ;
derive         : DERIVE request (',' request)* ;
task           : TASK '(' taskLabel ')' taskPoints? STRING? (':' derive)? ;

// ---- what is known of names -------------------------------------------------------------------

/// `x > 0; t in {0, 1}; g(z); W, V : n x d`: facts about names that no file declares.
knowns : known ((',' | ';') known)* ';'? EOF ;
known
  : comparison                           # compared
  | name fact+ shape?                    # stated
  | formula shape?                       # mentioned
  ;

// ---- parts of statements ----------------------------------------------------------------------

sized       : name (EQUALS formula)? ;
role        : INPUT | TARGET | WEIGHT | BIAS | CONSTANT | QUANTITY ;
declared    : name (RANGE name)? fact* ;
shape       : ':' formula (X formula)* fact* ;
fact
  : ONE_HOT                              # oneHot
  | IN '{' formula (',' formula)* '}'    # oneOf
  | IN formula RANGE formula             # within
  | (LESS | AT_MOST | UNEQUAL | AT_LEAST | GREATER) formula # bound
  ;
family      : FOR word IN formula RANGE formula ;
parameters  : '(' word (',' word)* ')' ;
assignments : assignment (',' assignment)* ;
assignment  : formula (EQUALS formula)+ ;
point       : word | NUMBER ;
clause
  : TIMES NUMBER                         # times
  | SHOW LAST                            # showLast
  | ON name (',' name)*                  # on
  | AT point (',' THEN? point | THEN point)* # atPoints
  ;
request     : formula (ENTRY BY ENTRY | BY PATHS)? ;
taskLabel   : (word | NUMBER)+ ;
taskPoints  : '[' NUMBER (SLASH NUMBER)? (POINTS | POINT)? ']' ;

// ---- formulas ---------------------------------------------------------------------------------

lone     : formula EOF ;
formula  : term ((PLUS | MINUS) term)* ;
term     : MINUS* factor ((STAR | SLASH | DOT_STAR | DOT_SLASH) MINUS* factor)* ;
factor   : operand ((CARET | DOT_CARET) MINUS* operand)* ;
operand  : (NUMBER | name (call entries?)? | (group | matrix) entries? | cases | absolute) PRIME* ;
name     : (WORD | keyword) ('[' formula (',' formula)* ']')? entries? ;
call     : PRIME* '(' (argument (',' argument)*)? ')' ;
group    : '(' formula ')' ;
absolute : BAR_OPEN formula BAR_CLOSE ;
matrix   : '[' row (';' row)* ']' ;
row      : formula (',' formula)* ;
cases    : '{' branch (';' branch)* '}' ;
branch   : formula (IF comparison (AND comparison)* | OTHERWISE) ;
comparison : formula (relation formula)+ ;
relation : LESS | AT_MOST | EQUALS | UNEQUAL | AT_LEAST | GREATER ;
entries  : '_{' entry (',' entry)* '}' | SUBSCRIPT ;
entry    : ':' | formula (RANGE formula)? ;
argument
  : formula                              # plain
  | word IN formula RANGE formula        # ranging
  | (STRIDE | PADDING) formula           # option
  ;

word : WORD | keyword ;

/// Keywords are soft: each may be the name of a quantity.
keyword
  : NETWORK | SIZE | INPUT | TARGET | WEIGHT | BIAS | CONSTANT | QUANTITY | FUNCTION | LOSS
  | NAME | CONVENTION | LAYOUT | INDEX | GIVEN | AT | DESCEND | ROUND | DERIVE | TASK | FOR | IN
  | X | IF | OTHERWISE | AND | FROZEN | FROM | OVER | POINTS | POINT | SUM | MEAN | RATE | TIMES
  | SHOW | LAST | ON | THEN | TO | BY | PATHS | ENTRY | NUMERATOR | DENOMINATOR
  | PARAMETER | STRIDE | PADDING | A | TIE
  ;

// ---- tokens -----------------------------------------------------------------------------------

NETWORK : 'network' ; SIZE : 'size' ; INPUT : 'input' ; TARGET : 'target' ; WEIGHT : 'weight' ;
BIAS : 'bias' ; CONSTANT : 'constant' ; QUANTITY : 'quantity' ; FUNCTION : 'function' ;
LOSS : 'loss' ; NAME : 'name' ; CONVENTION : 'convention' ; LAYOUT : 'layout' ; INDEX : 'index' ;
GIVEN : 'given' ; AT : 'at' ; DESCEND : 'descend' ; ROUND : 'round' ; DERIVE : 'derive' ;
TASK : 'task' ;

FOR : 'for' ; IN : 'in' ; X : 'x' ; IF : 'if' ; OTHERWISE : 'otherwise' ; AND : 'and' ;
FROZEN : 'frozen' ; FROM : 'from' ; OVER : 'over' ; POINTS : 'points' ; POINT : 'point' ;
SUM : 'sum' ; MEAN : 'mean' ; RATE : 'rate' ; TIMES : 'times' ; SHOW : 'show' ; LAST : 'last' ;
ON : 'on' ; THEN : 'then' ; TO : 'to' ; BY : 'by' ; PATHS : 'paths' ; ENTRY : 'entry' ;
NUMERATOR : 'numerator' ; DENOMINATOR : 'denominator' ; PARAMETER : 'parameter' ;
STRIDE : 'stride' ; PADDING : 'padding' ; A : 'a' ; TIE : 'tie' ;
ONE_HOT : 'one-hot' ;

WORD        : LETTER PART* ('_' PART+)* ;
SUBSCRIPT   : '_' PART+ ;
NUMBER      : [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;
SUPERSCRIPT : '⁻'? [⁰¹²³⁴-⁹]+ ;
STRING      : '"' ~["\n]* '"' ;
OPEN_STRING : '"' ~["\n]* ;

ENTRIES : '_{' ; OPEN : '(' ; CLOSE : ')' ; OPEN_SQUARE : '[' ; CLOSE_SQUARE : ']' ;
OPEN_BRACE : '{' ; CLOSE_BRACE : '}' ; BAR : '|' ;
COMMA : ',' ; SEMICOLON : ';' ; COLON : ':' ; RANGE : '..' ; DOT : '.' ;
PLUS : '+' ; MINUS : '-' | '−' | '–' ; STAR : '*' | '·' | '⋅' | '×' ; SLASH : '/' ;
DOT_STAR : '.*' | '⊙' | '∘' ; DOT_SLASH : './' ; CARET : '^' ; DOT_CARET : '.^' ;
LESS : '<' ; AT_MOST : '<=' | '≤' ; EQUALS : '=' | '==' ; UNEQUAL : '!=' | '≠' ; AT_LEAST : '>=' | '≥' ;
GREATER : '>' ;
PRIME : '\'' | '’' | '′' ;

NEWLINE : '\n' ;
COMMENT : '#' ~[\n]* -> skip ;
SPACE   : [ \t\r\f]+ -> skip ;
UNKNOWN : . ;

/// The lexer is shown U+0001 for any letter beyond ASCII and for '∂', U+0002 for any combining mark,
/// a space for any space: so its tables stay small, and quick with Greek text too.
fragment LETTER : [a-zA-Z\u0001] ;
fragment PART   : LETTER | [0-9\u0002] ;
