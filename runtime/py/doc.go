// Package py is the builtin half of Python at run time: numbers, strings,
// containers, formatting, exceptions, classes and the dynamic data model.
//
// Generated programs and the library packages below runtime/ import it; it
// imports nothing of the translator. It serves two kinds of code. Typed code
// uses the generic containers and the typed helpers and pays for nothing
// else. Dynamic code (what inference could not type) keeps every value in an
// any and calls GetAttr, Call, Add, Eq, ... which are Python's data model.
//
// Python exceptions are Go errors (see Error). What a caller must expect is
// returned as the last result; faults of primitive operations are panics that
// carry the error (see Throw and Catch).
//
// Only one goroutine at a time runs Python code (the baton that plays the
// GIL, see runtime/asyncio); nothing here locks.
package py
