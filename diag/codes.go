package diag

// Code identifies a kind of diagnostic. Codes are never renumbered or reused.
//
//	PG00xx  the tool itself
//	PG01xx  files (01 to 09) and encodings (11 to 19)
//	PG1xxx  syntax (parser, symbol table, CPython's compiler checks)
//	PG2xxx  constructs that cannot be converted
//	PG3xxx  warnings about types and names
//	PG4xxx  library modules and stubs
//
// Every code has a [Doc], registered beside its constant.
type Code string

// Codes of the tool itself.
const (
	InternalError Code = "PG0001" // a bug of py2go-async
	GoMissing     Code = "PG0002" // no Go toolchain to build a program with
	BuildFailed   Code = "PG0003" // the converted program does not build
)

var _ = register(
	Doc{
		Code:  InternalError,
		Title: "internal error",
		Text: `The translator came into a state that it should never be in, while it worked on the place that the
message names. This is a bug of py2go-async, not of your program.

Please report it with the program, or the part of it around that place. Writing that part in another way often
avoids the bug in the meantime.`,
	},
	Doc{
		Code:  GoMissing,
		Title: "the go command is not found",
		Text: `"py2go-async run" builds the converted program with the Go toolchain, and the go command is not on the
PATH. Install Go from https://go.dev/dl, or use "py2go-async convert" here and build elsewhere.`,
	},
	Doc{
		Code:  BuildFailed,
		Title: "the converted program does not build",
		Text: `The Go compiler rejected what the translator wrote. Unless the module cache or the disk is at fault (the
compiler's words follow the message), this is a bug of py2go-async: please report it with the program.

As a warning it says that only the Go with inferred types is rejected. The program is then converted with
dynamic types, as with --types=dynamic: it behaves the same, but is slower and harder to read.`,
	},
)
