package diag

// Code identifies a kind of diagnostic. Codes are never renumbered or reused.
//
//	PG00xx  the tool itself
//	PG01xx  files, encodings, command line
//	PG1xxx  syntax (parser, symbol table, CPython's compiler checks)
//	PG2xxx  constructs that cannot be converted
//	PG3xxx  warnings about types and names
//	PG4xxx  library modules and stubs
type Code string

// Codes of the tool itself.
const (
	InternalError Code = "PG0001" // a bug of py2go-async
)
