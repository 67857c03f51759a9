package diag

// Codes of constructs that cannot be converted.
const (
	Unsupported Code = "PG2001" // a construct without a conversion
	ModuleValue Code = "PG2002" // a module used as a value
	Monkeypatch Code = "PG2003" // a library module is changed at run time
)
