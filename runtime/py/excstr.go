package py

import (
	"fmt"
	"strings"
)

// excStr is str(err), with the __str__ of its class.
func excStr(err BaseException) string {
	if m := err.Exc().Class().override(dStr); m != nil {
		r, cerr := callDunder(m, err)
		Check(cerr)
		s, ok := r.(string)
		if !ok {
			Throwf(TypeError, "__str__ returned non-string (type %s)", TypeOf(r).name)
		}
		return s
	}
	if s, ok := err.(Strer); ok {
		return s.Str()
	}
	return err.Exc().Str()
}

// Str is the __str__ of the builtin exception classes. A typed exception that
// has its own __str__ declares its own Str.
func (e *Error) Str() string {
	c := e.Class()
	switch {
	case e.fields == nil:
	case c.IsSubclassOf(OSError):
		return e.osErrorStr()
	case c.IsSubclassOf(UnicodeDecodeError), c.IsSubclassOf(UnicodeEncodeError), c.IsSubclassOf(UnicodeTranslateError):
		return e.unicodeStr()
	case c.IsSubclassOf(BaseExceptionGroup):
		n := len(e.groupMembers())
		return fmt.Sprintf("%s (%d sub-exception%s)", Str(e.field("message")), n, pluralS(n))
	case c.IsSubclassOf(SyntaxError):
		return e.syntaxStr()
	case c.IsSubclassOf(ImportError):
		if msg, ok := e.field("msg").(string); ok {
			return msg
		}
	}
	switch len(e.args) {
	case 0:
		return ""
	case 1:
		if c.IsSubclassOf(KeyError) {
			return Repr(e.args[0])
		}
		return Str(e.args[0])
	}
	return Repr(NewTuple(e.args...))
}

func (e *Error) osErrorStr() string {
	no, text, name := e.field("errno"), e.field("strerror"), e.field("filename")
	s := "[Errno " + Str(no) + "] " + Str(text)
	if name != nil {
		s += ": " + Repr(name)
		if other := e.field("filename2"); other != nil {
			s += " -> " + Repr(other)
		}
	}
	return s
}

func (e *Error) syntaxStr() string {
	msg := Str(e.field("msg"))
	file, hasFile := e.field("filename").(string)
	line, hasLine := e.field("lineno").(int)
	if hasFile {
		file = file[strings.LastIndexByte(file, '/')+1:]
	}
	switch {
	case hasFile && hasLine:
		return fmt.Sprintf("%s (%s, line %d)", msg, file, line)
	case hasFile:
		return msg + " (" + file + ")"
	case hasLine:
		return fmt.Sprintf("%s (line %d)", msg, line)
	}
	return msg
}

func (e *Error) unicodeStr() string {
	start, end := AsInt(e.field("start")), AsInt(e.field("end"))
	reason := Str(e.field("reason"))
	head, verb := "", "translate"
	if enc, ok := e.field("encoding").(string); ok {
		head, verb = "'"+enc+"' codec ", "encode"
	}
	if e.Class().IsSubclassOf(UnicodeDecodeError) {
		data, _ := e.field("object").(Bytes)
		if start < len(data) && end == start+1 {
			return fmt.Sprintf("%scan't decode byte 0x%02x in position %d: %s", head, data[start], start, reason)
		}
		return fmt.Sprintf("%scan't decode bytes in position %d-%d: %s", head, start, end-1, reason)
	}
	text, _ := e.field("object").(string)
	if runes := codePoints(text); start < len(runes) && end == start+1 {
		return fmt.Sprintf("%scan't %s character '%s' in position %d: %s", head, verb, escapeRune(runes[start]), start, reason)
	}
	return fmt.Sprintf("%scan't %s characters in position %d-%d: %s", head, verb, start, end-1, reason)
}

// escapeRune shows a code point as \xe9, \u20ac or \U0001f600.
func escapeRune(r rune) string {
	switch {
	case r <= 0xff:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// codePoints returns the code points of a str, lone surrogates included.
func codePoints(s string) []rune {
	var out []rune
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		out = append(out, r)
		i += w
	}
	return out
}

// Repr is the __repr__ of the builtin exception classes.
func (e *Error) Repr() string {
	var b strings.Builder
	b.WriteString(e.Class().name)
	b.WriteByte('(')
	for i, a := range e.args {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(Repr(a))
	}
	b.WriteByte(')')
	return b.String()
}

// AddNote is e.add_note(note).
func (e *Error) AddNote(note string) {
	if l, ok := e.attrs.get("__notes__"); ok {
		if l, ok := l.(*List[any]); ok {
			l.Append(note)
			return
		}
		Throw(TypeError.New("Cannot add note: __notes__ is not a list"))
	}
	e.attrs.set("__notes__", NewList[any](note))
}

// Notes returns e.__notes__.
func (e *Error) Notes() []string {
	v, _ := e.attrs.get("__notes__")
	l, ok := v.(*List[any])
	if !ok {
		return nil
	}
	var out []string
	for _, n := range l.Items() {
		out = append(out, Str(n))
	}
	return out
}

// stopValue is the value of a StopIteration.
func stopValue(e BaseException) any {
	if v, ok := e.Exc().fieldSet("value"); ok {
		return v
	}
	if a := e.Exc().args; len(a) > 0 {
		return a[0]
	}
	return nil
}

// StopValue is e.value of a StopIteration that ended a generator, or None.
func StopValue(err error) any {
	e, ok := err.(BaseException)
	if !ok {
		return nil
	}
	return stopValue(e)
}

func (e *Error) fieldSet(name string) (any, bool) {
	if e.fields == nil {
		return nil, false
	}
	return e.fields.Get(name)
}
