package py

import (
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// funcNames maps the symbol of a Go function to what NameFunc told of it.
var funcNames sync.Map

type funcName struct{ qualname, place string }

// NameFunc tells the qualified Python name of a Go function and where in the
// Python source it stands ("orders.py:12"), for reprs and messages. Programs
// that cannot show names do without.
func NameFunc(fn any, qualname, place string) {
	if f := runtime.FuncForPC(reflect.ValueOf(fn).Pointer()); f != nil {
		funcNames.Store(f.Name(), funcName{qualname, place})
	}
}

// FuncQualname is the qualified Python name of a Go function: what NameFunc
// said, else derived from the Go name: main.fetchUser is fetch_user.
func FuncQualname(fn any) string {
	f := runtime.FuncForPC(reflect.ValueOf(fn).Pointer())
	if f == nil {
		return "<unknown>"
	}
	return symbolQualname(strings.TrimSuffix(f.Name(), "-fm"))
}

// FuncPlace is where a Go function stands, "FILE:LINE": in the Python source
// where NameFunc told it, else in the Go source.
func FuncPlace(fn any) string {
	f := runtime.FuncForPC(reflect.ValueOf(fn).Pointer())
	if f == nil {
		return "?"
	}
	if n, ok := funcNames.Load(strings.TrimSuffix(f.Name(), "-fm")); ok {
		return n.(funcName).place
	}
	file, line := f.FileLine(f.Entry())
	return filepath.Base(file) + ":" + strconv.Itoa(line)
}

func symbolQualname(symbol string) string {
	if n, ok := funcNames.Load(symbol); ok {
		return n.(funcName).qualname
	}
	outer, isClosure := enclosing(symbol)
	if isClosure {
		if strings.HasSuffix(outer, ".main") || strings.HasSuffix(outer, ".init") {
			return "<lambda>"
		}
		return symbolQualname(outer) + ".<locals>.<lambda>"
	}
	s := symbol[strings.LastIndexByte(symbol, '/')+1:]
	s = strings.ReplaceAll(s[strings.IndexByte(s, '.')+1:], "[...]", "")
	class, method, isMethod := strings.Cut(s, ").")
	if isMethod {
		return strings.TrimPrefix(class, "(*") + "." + snakeCase(method)
	}
	return snakeCase(s)
}

// enclosing cuts the parts of a symbol that the compiler gives closures
// (.func1, .2, .gowrap1).
func enclosing(symbol string) (outer string, isClosure bool) {
	for {
		i := strings.LastIndexByte(symbol, '.')
		if i < 0 {
			return symbol, isClosure
		}
		part := strings.TrimRight(symbol[i+1:], "0123456789-")
		if part != "" && part != "func" && part != "gowrap" || part == symbol[i+1:] {
			return symbol, isClosure
		}
		symbol, isClosure = symbol[:i], true
		if _, known := funcNames.Load(symbol); known {
			return symbol, true
		}
	}
}

// snakeCase turns a Go name into the Python name that it most likely had.
func snakeCase(s string) string {
	var b strings.Builder
	lower := false
	for _, r := range s {
		if unicode.IsUpper(r) {
			if lower {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
			lower = false
		} else {
			lower = true
		}
		b.WriteRune(r)
	}
	return b.String()
}
