package diag

// Codes about names and types.
const (
	UndefinedName      Code = "PG3001" // a name that nothing binds
	ForgottenImport    Code = "PG3002" // a name used without an import, resolved to the one module that has it
	WrongAnnotation    Code = "PG3010" // an annotation that contradicts what flows there
	UnsupportedBuiltin Code = "PG2090" // a builtin that needs the interpreter: eval, exec, ...
)

// Codes about library modules and stubs.
const (
	UnknownModule Code = "PG4001" // an import of a module without a stub
	UnknownMember Code = "PG4002" // a name that a module's stub does not have
	BrokenStub    Code = "PG4003" // a stub that cannot be read
	MissingModule Code = "PG4004" // an unknown module whose import is guarded by except ImportError
)
