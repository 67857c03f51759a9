package diag

// Codes of the parser: what CPython reports as SyntaxError before it runs a
// program. The messages are CPython's.
const (
	InvalidSyntax      Code = "PG1001" // a token that fits no rule
	BadCharacter       Code = "PG1002" // a character that starts no token
	UnterminatedString Code = "PG1003" // string without closing quotes
	BadBracket         Code = "PG1004" // closing bracket without its opening one
	UnclosedBracket    Code = "PG1005" // opening bracket that is never closed
	BadNumber          Code = "PG1006" // malformed number
	BadContinuation    Code = "PG1007" // backslash not at the end of a line
	BadIndent          Code = "PG1008" // IndentationError
	BadTab             Code = "PG1009" // TabError
	BadEscape          Code = "PG1010" // string contents that cannot be decoded
	BadFString         Code = "PG1011" // malformed replacement field
	BadEncoding        Code = "PG1012" // source that cannot be decoded
	TooComplex         Code = "PG1013" // nesting deeper than CPython allows

	ExpectedToken    Code = "PG1020" // a colon or other token is missing
	MissingBlock     Code = "PG1021" // header without an indented block
	InvalidTarget    Code = "PG1022" // assignment to what is no target
	StarredMisuse    Code = "PG1023" // * or ** where it cannot stand
	BadArgument      Code = "PG1024" // call arguments
	BadParameter     Code = "PG1025" // function parameters
	BadTypeParam     Code = "PG1026" // type parameters
	BadComprehension Code = "PG1027" // comprehension clauses
	BadPattern       Code = "PG1028" // match patterns
	BadExcept        Code = "PG1029" // clauses of a try statement
	BadImport        Code = "PG1030" // import statements

	OutsideFunction  Code = "PG1040" // return, yield or await outside a function
	OutsideLoop      Code = "PG1041" // break or continue outside a loop
	BadScope         Code = "PG1042" // global and nonlocal declarations
	DuplicateName    Code = "PG1043" // parameter, keyword or capture given twice
	LateFuture       Code = "PG1044" // from __future__ not at the beginning, or unknown
	ForbiddenName    Code = "PG1045" // assignment to __debug__ and the like
	NotInThisScope   Code = "PG1046" // yield, await or := in a scope that forbids it
	UnreachableCase  Code = "PG1047" // pattern or handler that hides what follows
	AsyncOutsideFunc Code = "PG1048" // async statement or comprehension outside an async function
)
