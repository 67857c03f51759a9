package stubs

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed stdlib.txt
var standardLibrary string

// Lacks reports whether a module that CPython 3.13 has has no stub: an import
// of it would succeed there, however it is guarded.
func (l *Library) Lacks(module string) bool {
	top, _, _ := strings.Cut(module, ".")
	if !slices.Contains(strings.Split(standardLibrary, "\n"), top) {
		return false
	}
	_, err := l.Module(top)
	return err != nil
}
