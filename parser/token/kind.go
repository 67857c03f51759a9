package token

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. Every operator and every keyword is a kind of its own;
// soft keywords (match, case, type, _) are names.
const (
	Illegal       Kind = iota // the scanner reported an error here
	Stray                     // a character that has no meaning: $, ? or `
	EndMarker                 // end of the file
	Newline                   // end of a logical line
	Indent                    // before the first statement of a block
	Dedent                    // after the last statement of a block
	Name                      // identifier
	Number                    // integer, float or imaginary literal
	String                    // string or bytes literal without replacement fields
	FStringStart              // f" of an f-string, with prefix and quotes
	FStringMiddle             // literal part of an f-string or t-string
	FStringEnd                // closing quotes of an f-string or t-string
	TStringStart              // t" of a t-string

	LPar      // (
	RPar      // )
	LSqb      // [
	RSqb      // ]
	LBrace    // {
	RBrace    // }
	Colon     // :
	Comma     // ,
	Semi      // ;
	Dot       // .
	Ellipsis  // ...
	Arrow     // ->
	ColonEq   // :=
	Exclam    // ! (in f-strings)
	Equal     // =
	Plus      // +
	Minus     // -
	Star      // *
	Slash     // /
	DSlash    // //
	Percent   // %
	At        // @
	LShift    // <<
	RShift    // >>
	VBar      // |
	Caret     // ^
	Amper     // &
	DStar     // **
	Tilde     // ~
	EqEq      // ==
	NotEq     // !=
	Less      // <
	LessEq    // <=
	Greater   // >
	GreaterEq // >=

	PlusEq    // +=
	MinusEq   // -=
	StarEq    // *=
	SlashEq   // /=
	DSlashEq  // //=
	PercentEq // %=
	AtEq      // @=
	LShiftEq  // <<=
	RShiftEq  // >>=
	VBarEq    // |=
	CaretEq   // ^=
	AmperEq   // &=
	DStarEq   // **=

	False
	None
	True
	And
	As
	Assert
	Async
	Await
	Break
	Class
	Continue
	Def
	Del
	Elif
	Else
	Except
	Finally
	For
	From
	Global
	If
	Import
	In
	Is
	Lambda
	Nonlocal
	Not
	Or
	Pass
	Raise
	Return
	Try
	While
	With
	Yield

	kindCount
)

const (
	firstKeyword   = False
	firstAugmented = PlusEq
	lastAugmented  = DStarEq
)

var kindNames = [kindCount]string{
	Illegal: "illegal token", Stray: "stray character", EndMarker: "end of file", Newline: "end of line",
	Indent: "indent", Dedent: "unindent", Name: "name", Number: "number",
	String: "string", FStringStart: "f-string", FStringMiddle: "f-string text",
	FStringEnd: "end of f-string", TStringStart: "t-string",

	LPar: "(", RPar: ")", LSqb: "[", RSqb: "]", LBrace: "{", RBrace: "}",
	Colon: ":", Comma: ",", Semi: ";", Dot: ".", Ellipsis: "...", Arrow: "->",
	ColonEq: ":=", Exclam: "!", Equal: "=", Plus: "+", Minus: "-", Star: "*",
	Slash: "/", DSlash: "//", Percent: "%", At: "@", LShift: "<<",
	RShift: ">>", VBar: "|", Caret: "^", Amper: "&", DStar: "**", Tilde: "~",
	EqEq: "==", NotEq: "!=", Less: "<", LessEq: "<=", Greater: ">",
	GreaterEq: ">=",

	PlusEq: "+=", MinusEq: "-=", StarEq: "*=", SlashEq: "/=", DSlashEq: "//=",
	PercentEq: "%=", AtEq: "@=", LShiftEq: "<<=", RShiftEq: ">>=",
	VBarEq: "|=", CaretEq: "^=", AmperEq: "&=", DStarEq: "**=",

	False: "False", None: "None", True: "True", And: "and", As: "as",
	Assert: "assert", Async: "async", Await: "await", Break: "break",
	Class: "class", Continue: "continue", Def: "def", Del: "del",
	Elif: "elif", Else: "else", Except: "except", Finally: "finally",
	For: "for", From: "from", Global: "global", If: "if", Import: "import",
	In: "in", Is: "is", Lambda: "lambda", Nonlocal: "nonlocal", Not: "not",
	Or: "or", Pass: "pass", Raise: "raise", Return: "return", Try: "try",
	While: "while", With: "with", Yield: "yield",
}

// String returns the token as it is written, or what it is.
func (k Kind) String() string { return kindNames[k] }

// IsKeyword reports whether k is a (hard) keyword.
func (k Kind) IsKeyword() bool { return k >= firstKeyword && k < kindCount }

// IsAugmented reports whether k is an augmented assignment operator.
func (k Kind) IsAugmented() bool { return k >= firstAugmented && k <= lastAugmented }

// Lookup returns the kind of an identifier: a keyword or Name.
func Lookup(name string) Kind {
	if len(name) < 2 || len(name) > 8 {
		return Name
	}
	switch name {
	case "False":
		return False
	case "None":
		return None
	case "True":
		return True
	case "and":
		return And
	case "as":
		return As
	case "assert":
		return Assert
	case "async":
		return Async
	case "await":
		return Await
	case "break":
		return Break
	case "class":
		return Class
	case "continue":
		return Continue
	case "def":
		return Def
	case "del":
		return Del
	case "elif":
		return Elif
	case "else":
		return Else
	case "except":
		return Except
	case "finally":
		return Finally
	case "for":
		return For
	case "from":
		return From
	case "global":
		return Global
	case "if":
		return If
	case "import":
		return Import
	case "in":
		return In
	case "is":
		return Is
	case "lambda":
		return Lambda
	case "nonlocal":
		return Nonlocal
	case "not":
		return Not
	case "or":
		return Or
	case "pass":
		return Pass
	case "raise":
		return Raise
	case "return":
		return Return
	case "try":
		return Try
	case "while":
		return While
	case "with":
		return With
	case "yield":
		return Yield
	}
	return Name
}
