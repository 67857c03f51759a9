package py

import (
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// sourceMap says where the lines of one Go file come from.
type sourceMap struct {
	source    string // the Python file
	functions []sourceFunction
	lines     []sourceLine // by Go line
}

// sourceFunction is a Python function and its lines, the last included.
type sourceFunction struct {
	name        string
	first, last int
}

// sourceLine begins the Go of a Python line.
type sourceLine struct{ goLine, line int }

// sourceMaps are the maps of the program's Go files. They are complete before
// the program's own code runs.
var sourceMaps = map[string]*sourceMap{}

// Positions tells where the Go file of the caller comes from: a Python source,
// its functions ("fetch 4-9, Job.run 12-20", inner ones after outer ones), and
// from which Go line on which Python line is executed ("17:4 20:6"). Only
// programs that can show positions tell it.
func Positions(source, functions, lines string) {
	_, file, _, ok := runtime.Caller(1)
	if !ok {
		return
	}
	m := &sourceMap{source: source}
	for f := range strings.SplitSeq(functions, ", ") {
		name, span, _ := strings.Cut(f, " ")
		first, last, _ := strings.Cut(span, "-")
		m.functions = append(m.functions, sourceFunction{name, decimal(first), decimal(last)})
	}
	for _, pair := range strings.Fields(lines) {
		goLine, line, _ := strings.Cut(pair, ":")
		m.lines = append(m.lines, sourceLine{decimal(goLine), decimal(line)})
	}
	sourceMaps[file] = m
}

// HasPositions reports whether the program told any of its positions.
func HasPositions() bool { return len(sourceMaps) > 0 }

// decimal reads a number of the tables of Positions; what is none is 0.
func decimal(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// line is the Python line of a Go line, 0 when it is not known.
func (m *sourceMap) line(goLine int) int {
	i := sort.Search(len(m.lines), func(i int) bool { return m.lines[i].goLine > goLine })
	if i == 0 {
		return 0
	}
	return m.lines[i-1].line
}

// function is the innermost function around a Python line.
func (m *sourceMap) function(line int) sourceFunction {
	found := sourceFunction{name: "<module>", first: 1}
	for _, f := range m.functions {
		if f.first <= line && line <= f.last {
			found = f
		}
	}
	return found
}

// FirstFrame returns the frame of a function of the program that has not begun
// to run, nil when its name is not known.
func FirstFrame(qualname string) *Frame {
	for _, m := range sourceMaps {
		for _, f := range m.functions {
			if f.name == qualname {
				return &Frame{code: Code{m.source, f.name, f.first}, line: f.first}
			}
		}
	}
	return nil
}

// Frames returns the frames of the program among the program counters of a Go
// stack, innermost first. Closures are part of the Python function that they
// were made from.
func Frames(pcs []uintptr) []*Frame {
	var out []*Frame
	frames := runtime.CallersFrames(pcs)
	for more := len(pcs) > 0; more; {
		var g runtime.Frame
		g, more = frames.Next()
		m := sourceMaps[g.File]
		if m == nil {
			continue
		}
		line := m.line(g.Line)
		if line == 0 {
			continue
		}
		f := m.function(line)
		if n := len(out); n > 0 && out[n-1].code.qualname == f.name && out[n-1].code.first == f.first {
			inner := out[n-1]
			if line == f.first { // the Go that makes the function
				continue
			}
			if strings.HasPrefix(inner.symbol, g.Function+".") {
				inner.symbol = g.Function
				continue
			}
		}
		out = append(out, &Frame{Code{m.source, f.name, f.first}, line, g.Function})
	}
	return out
}
