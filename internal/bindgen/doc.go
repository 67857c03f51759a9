// Package bindgen writes the dynamic glue of the runtime: for each package
// below runtime/ the tables by which code that holds a library or builtin
// value in an any calls its methods, reads its attributes, constructs it, and
// uses the module's functions as values.
//
// The tables are read off the stubs (names, parameters, defaults, overloads)
// and the type-checked Go packages (what a parameter is converted to and how a
// result is boxed). Where the two do not fit, the member is left out and
// reported. Files are called bindings_gen.go; `go generate ./internal/bindgen`
// rewrites them and a test keeps them current.
package bindgen

//go:generate go run ./cmd

// fileName is the name of every generated file.
const fileName = "bindings_gen.go"
