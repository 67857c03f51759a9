package lower

import (
	_ "embed"
	"strings"
	"sync"
)

// The table of what the runtime's functions throw as panics, made by
// internal/faultgen from their Go.
//
//go:generate go run ../../internal/faultgen/cmd
//go:embed faults.txt
var faultText string

// faults is a set of exception classes (Go names like "py.KeyError") that may
// come as a panic, and of the marks below.
type faults map[string]bool

const (
	anyFault      = "*"        // whatever class
	argumentFault = "args"     // what functions among the arguments throw
	callbackFault = "callback" // what functions of the program throw that the runtime may call
	dunderFault   = "dunder"   // what special methods of the program throw
	taskFault     = "task"     // functions among the arguments run in tasks of their own
	bigFault      = "big"      // a ValueError of ints with too many digits
)

type faultTable struct {
	funcs   map[string]faults // of functions and methods: "py.AddInt", "py.List.Get"
	methods map[string]faults // of all methods of a name
	bases   map[string][]string
	aliases map[string]string
	results map[string]string // types of the runtime that functions give: "py.NewList" to "py.List"
}

var loadFaults = sync.OnceValue(func() *faultTable {
	t := &faultTable{funcs: map[string]faults{}, methods: map[string]faults{}, bases: map[string][]string{}, aliases: map[string]string{}, results: map[string]string{}}
	for line := range strings.Lines(faultText) {
		w := strings.Fields(line)
		switch w[0] {
		case "class":
			t.bases[w[1]] = w[2:]
		case "alias":
			t.aliases[w[1]] = w[2]
		default:
			t.add(w[0], w[1:])
		}
	}
	return t
})

func (t *faultTable) add(name string, list []string) {
	f := faults{}
	for _, k := range list {
		if result, ok := strings.CutPrefix(k, "="); ok {
			t.results[name] = result
			continue
		}
		f[k] = true
	}
	t.funcs[name] = f
	if strings.Count(name, ".") != 2 {
		return
	}
	short := name[strings.LastIndexByte(name, '.')+1:]
	if t.methods[short] == nil {
		t.methods[short] = faults{}
	}
	t.methods[short].merge(f)
}

func (f faults) merge(g faults) bool {
	changed := false
	for k := range g {
		if !f[k] {
			f[k], changed = true, true
		}
	}
	return changed
}

// matches reports whether an exception of the class fault may be one of the
// class handler: true where that is not known.
func (t *faultTable) matches(fault, handler string) bool {
	if a := t.aliases[handler]; a != "" {
		handler = a
	}
	if a := t.aliases[fault]; a != "" {
		fault = a
	}
	if fault == handler {
		return true
	}
	bases, known := t.bases[fault]
	if !known || len(bases) == 0 && fault != "py.BaseException_" {
		return true
	}
	for _, b := range bases {
		if b != "py.BaseException_" && t.matches(b, handler) || b == handler {
			return true
		}
	}
	return false
}

// runtimeName is the table's name of a package's function or variable, false
// for packages that are not of the runtime.
func runtimeName(pkg, name string) (string, bool) {
	short, ok := strings.CutPrefix(pkg, runtimePath)
	return short + "." + name, ok
}
