// Package diag defines the one diagnostic type that every stage of the
// translator reports with: syntax errors, unsupported constructs, warnings and
// notes. It knows nothing of Python or Go; parser, transform and the command
// line all import it.
package diag

import "fmt"

// Severity says what a diagnostic means for the conversion.
type Severity int

// The severities, most serious first.
const (
	Error   Severity = iota // the file is not converted
	Warning                 // converted, but the reader wants to know
	Note                    // additional place or explanation
)

// String returns "error", "warning" or "note".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	panic(fmt.Sprintf("diag: unexpected severity %d", int(s)))
}

// Pos is a place in a source file. Line is 1-based, Col is a 0-based offset in
// UTF-8 bytes, as CPython's ast has them. The zero Pos is unknown.
type Pos struct {
	Line int
	Col  int
}

// IsValid reports whether the position is known.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Before reports whether p comes before q in the file.
func (p Pos) Before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Col < q.Col
}

// Range is a half-open span of a source file.
type Range struct {
	Start, End Pos
}

// Diagnostic is one thing to tell the user.
type Diagnostic struct {
	Code     Code // stable, never renumbered: "PG1003"
	Severity Severity
	File     string
	Range    Range
	Message  string // lower case, no full stop, names the thing in quotes
	Hint     string // what to write instead; may be empty
	Notes    []Related
}

// Related is a second place that a diagnostic points to.
type Related struct {
	Range   Range
	Message string
}

// List collects the diagnostics of a run. The zero value is ready to use.
type List struct {
	items []Diagnostic
}

// Add appends d.
func (l *List) Add(d Diagnostic) { l.items = append(l.items, d) }

// All returns the diagnostics in the order they were added.
func (l *List) All() []Diagnostic { return l.items }

// HasErrors reports whether any diagnostic is an Error.
func (l *List) HasErrors() bool {
	for _, d := range l.items {
		if d.Severity == Error {
			return true
		}
	}
	return false
}
