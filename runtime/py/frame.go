package py

import (
	"fmt"
	"strings"
)

// Frame is a Python frame as far as Go knows it: a function of the program and
// the line that it executes.
type Frame struct {
	code   Code
	line   int
	symbol string
}

// Code is the code object of a frame.
type Code struct {
	file, qualname string
	first          int
}

// FLineno is the line that the frame executes.
func (f *Frame) FLineno() int { return f.line }

// FCode is the frame's code object.
func (f *Frame) FCode() *Code { return &f.code }

// FBack is the calling frame, which a suspended frame has not.
func (f *Frame) FBack() *Frame { return nil }

// FileLine is where the frame is in the Python source, "FILE:LINE".
func (f *Frame) FileLine() string { return fmt.Sprint(f.code.file, ":", f.line) }

// Place is where the frame is, "FILE:LINE, in NAME".
func (f *Frame) Place() string { return f.FileLine() + ", in " + f.code.qualname }

// TracebackLine shows the frame as tracebacks do, without the source's text.
func (f *Frame) TracebackLine() string {
	return fmt.Sprintf("  File \"%s\", line %d, in %s", f.code.file, f.line, f.code.CoName())
}

// Repr is CPython's repr of a frame.
func (f *Frame) Repr() string {
	return fmt.Sprintf("<frame at %p, file %s, line %d, code %s>", f, Repr(f.code.file), f.line, f.code.CoName())
}

// CoName is the name of the function.
func (c *Code) CoName() string { return c.qualname[strings.LastIndexByte(c.qualname, '.')+1:] }

// CoQualname is the qualified name of the function.
func (c *Code) CoQualname() string { return c.qualname }

// CoFilename is the Python file, without its folder.
func (c *Code) CoFilename() string { return c.file }

// CoFirstlineno is the line on which the function begins.
func (c *Code) CoFirstlineno() int { return c.first }

// Repr is CPython's repr of a code object.
func (c *Code) Repr() string {
	return fmt.Sprintf("<code object %s at %p, file \"%s\", line %d>", c.CoName(), c, c.file, c.first)
}

func init() {
	frame := func(self any) *Frame { return As[*Frame](self) }
	RegisterType(&TypeInfo{Name: "frame", Module: "builtins", Go: []any{(*Frame)(nil)}, Attrs: []Attr{
		{Name: "f_lineno", Get: func(self any) any { return frame(self).FLineno() }},
		{Name: "f_code", Get: func(self any) any { return frame(self).FCode() }},
		{Name: "f_back", Get: func(any) any { return nil }},
	}})
	code := func(self any) *Code { return As[*Code](self) }
	RegisterType(&TypeInfo{Name: "code", Module: "builtins", Go: []any{(*Code)(nil)}, Attrs: []Attr{
		{Name: "co_name", Get: func(self any) any { return code(self).CoName() }},
		{Name: "co_qualname", Get: func(self any) any { return code(self).CoQualname() }},
		{Name: "co_filename", Get: func(self any) any { return code(self).CoFilename() }},
		{Name: "co_firstlineno", Get: func(self any) any { return code(self).CoFirstlineno() }},
	}})
}
