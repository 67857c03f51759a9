package progen

import (
	"fmt"
	"strings"
)

// literalWords are the literals of {@name} holes.
var literalWords = map[string]string{
	"small":   "0 1 2 3 4 5 -1 -2 7",
	"nat":     "0 1 2 3 5 8 12",
	"tiny":    "0 1 2 3",
	"pos":     "1 2 3 4",
	"idx":     "0 1 2 3 -1 -2 -3 5 -6",
	"bound":   "0 1 2 3 4 -1 -2 -4 6 -9 100",
	"step":    "1 2 3 -1 -2 -3",
	"width":   "0 1 3 5 8 10 13 -2",
	"shift":   "0 1 2 3 7 16 31",
	"ndigits": "0 1 2 3 5 -1 -2",
	"base":    "2 8 10 16 36 0 7",
	"bool":    "True False",
	"order":   `"big" "little"`,
	"char":    `"*" "-" "0" "x" "é" "."`,
	"bchar":   `b"*" b"-" b"0" b"x"`,
	"chars":   `"abc" "xyz " " " "0-" "lo" "é"`,
	"bchars":  `b"abc" b" " b"0-" b"lo"`,
	"sep":     `"," " " ", " "a" "l" "--" "é"`,
	"bsep":    `b"," b" " b"a" b"l" b"--"`,
	"codec":   `"utf-8" "ascii" "latin-1" "utf-16-le" "utf-8-sig"`,
	"errors":  `"strict" "ignore" "replace" "backslashreplace"`,
	"cmp":     "== != < <= > >=",
	"eq":      "== !=",
	"key":     `"a" "b" "name" "zz"`,
}

// separated are the words of the lists whose literals hold spaces.
var separated = map[string][]string{
	"sep":    {`","`, `" "`, `", "`, `"a"`, `"l"`, `"--"`, `"é"`},
	"chars":  {`"abc"`, `"xyz "`, `" "`, `"0-"`, `"lo"`, `"é"`, `"A"`},
	"bsep":   {`b","`, `b" "`, `b"a"`, `b"l"`, `b"--"`},
	"bchars": {`b"abc"`, `b" "`, `b"0-"`, `b"lo"`},
	"numstr": {`"12"`, `"-7"`, `" 42 "`, `"1_000"`, `"0x1f"`, `"3.5"`, `"abc"`, `""`, `"1e3"`, `"-0"`, `"٣"`, `"0b101"`, `"+5"`, `"z"`, `"1__0"`},
	"fltstr": {`"1.5"`, `"-2.25e-3"`, `"inf"`, `" 7 "`, `"1_0.5"`, `"abc"`, `""`, `"1e400"`, `"-0.0"`, `"0x1"`, `".5"`, `"5."`, `"--1"`},
	"cpxstr": {`"1+2j"`, `"3j"`, `"-1.5"`, `"(2-1j)"`, `"1 + 2j"`, `"j"`, `"x"`, `"1e2-3e-1j"`},
	"hexstr": {`"00ff10"`, `"de ad be ef"`, `"abc"`, `""`, `"7a 7g"`},
	"flhex":  {`"0x1.8p3"`, `"-0x.1p-4"`, `"1.5"`, `"inf"`, `"zz"`},
}

var ints = strings.Fields("0 1 2 3 4 5 6 7 8 9 10 12 17 25 42 64 99 100 127 255 256 1000 1024 65535 123456 1_000_000 2147483648 -1 -2 -3 -5 -7 -10 -42 -100 -255 -99999")

var bigInts = strings.Fields("2**63 2**64-1 10**20 -10**25 2**100 12345678901234567890 -2**63")

var floats = strings.Fields("0.0 1.0 2.0 0.5 1.5 2.5 -0.5 -1.25 3.14159 2.718281828 0.1 0.2 0.3 100.0 1e10 1e16 1e17 1.5e300 1e-7 -2.5e-10 123456.789 0.001 -0.0 99.995 1234567.0 5e-324 0.30000000000000004")

var strs = []string{`""`, `"a"`, `"b"`, `"abc"`, `"Hello, World"`, `"hello"`, `"The Quick brown fox"`, `"straße"`, `"naïve café"`,
	`"日本語"`, `"tab\there"`, `"line\nbreak\r\nend"`, `"a,b,,c"`, `"12"`, `"-7"`, `"3.5"`, `"  pad  "`, `"x\x00y"`, `"😀 smile"`,
	`"it's"`, `'say "hi"'`, `"it's \"both\""`, `"ÀÉÎ"`, `"ǆ"`, `"İı"`, `"0042"`, `"lo-lo-lo"`, `"under_score"`, `"\\back"`, `"ΑΣ"`, `"UPPER"`, `"Title Case"`, `"a b\tc\n"`}

var byteStrs = []string{`b""`, `b"a"`, `b"abc"`, `b"Hello, World"`, `b"\x00\xff\x80"`, `b"a,b,,c"`, `b"  pad  "`, `b"it's"`, `b'say "hi"'`,
	`b"lo-lo-lo"`, `b"12"`, `b"line\nbreak\r\n"`, `b"\xc3\xa9t\xc3\xa9"`, `b"Title Case"`, `b"tab\there"`}

var complexes = strings.Fields("0j 1j 2j (1+2j) (-1.5+0.5j) (3-4j) (0.1-0.2j) (1e20+1j) (-0.0+1j)")

// literal fills a {@name} hole.
func (g *gen) literal(name string) string {
	name, argument, _ := strings.Cut(name, ":")
	switch name {
	case "spec":
		return quoted(g.spec(argument))
	case "type":
		return g.word("int str float bool list tuple dict set bytes object")
	}
	if words, ok := separated[name]; ok {
		return pick(g, words)
	}
	words, ok := literalWords[name]
	if !ok {
		panic("progen: hole @" + name)
	}
	return g.word(words)
}

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// value is a literal of a type.
func (g *gen) value(t Type) string {
	switch t.Name {
	case "int":
		if g.chance(0.03) {
			return pick(g, bigInts)
		}
		return pick(g, ints)
	case "float":
		return pick(g, floats)
	case "bool":
		return g.word("True False")
	case "str":
		return pick(g, strs)
	case "bytes":
		return pick(g, byteStrs)
	case "bytearray":
		return "bytearray(" + pick(g, byteStrs) + ")"
	case "complex":
		return pick(g, complexes)
	case "None":
		return "None"
	case "range":
		return fmt.Sprintf("range(%s, %s, %s)", g.literal("small"), g.literal("small"), g.literal("step"))
	case "any":
		return g.value(pick(g, types("int float str bool None tuple[int,str] list[int] bytes complex")))
	case "opt":
		if g.chance(0.3) {
			return "None"
		}
		return g.value(t.Args[0])
	case "list":
		return "[" + g.values(t.Args[0], g.int(0, 4)) + "]"
	case "vtuple":
		n := g.int(0, 4)
		if n == 1 {
			return "(" + g.value(t.Args[0]) + ",)"
		}
		return "(" + g.values(t.Args[0], n) + ")"
	case "tuple":
		items := make([]string, len(t.Args))
		for i, a := range t.Args {
			items[i] = g.value(a)
		}
		return "(" + strings.Join(items, ", ") + ")"
	case "set":
		if n := g.int(0, 5); n > 0 {
			return "{" + g.values(t.Args[0], n) + "}"
		}
		return "set()"
	case "frozenset":
		return "frozenset([" + g.values(t.Args[0], g.int(0, 4)) + "])"
	case "dict":
		items := make([]string, g.int(0, 3))
		for i := range items {
			items[i] = g.value(t.Args[0]) + ": " + g.value(t.Args[1])
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	panic("progen: no literal of type " + t.annotation())
}

func (g *gen) values(t Type, n int) string {
	items := make([]string, n)
	for i := range items {
		items[i] = g.value(t)
	}
	return strings.Join(items, ", ")
}

// spec is a format specification for a type.
func (g *gen) spec(typ string) string {
	var s strings.Builder
	if g.chance(0.5) {
		if g.chance(0.4) {
			s.WriteString(g.word("* 0 _ é ."))
		}
		align := "< > ^"
		if typ != "str" {
			align += " ="
		}
		s.WriteString(g.word(align))
	}
	if typ != "str" && g.chance(0.4) {
		s.WriteString(pick(g, []string{"+", "-", " "}))
	}
	if typ == "float" && g.chance(0.05) {
		s.WriteString("z")
	}
	if typ != "str" && g.chance(0.2) {
		s.WriteString("#")
	}
	if g.chance(0.2) {
		s.WriteString("0")
	}
	if g.chance(0.6) {
		s.WriteString(g.word("1 3 6 10 14"))
	}
	if typ != "str" && g.chance(0.3) {
		s.WriteString(g.word(", _"))
	}
	if typ != "int" && g.chance(0.5) || g.chance(0.03) {
		s.WriteString("." + g.word("0 1 2 3 6 12"))
	}
	switch typ {
	case "int":
		s.WriteString(pick(g, []string{"", "d", "x", "X", "o", "b", "n", "e", "f", ".2f", "c", "%", "s"}))
	case "float":
		s.WriteString(pick(g, []string{"", "f", "F", "e", "E", "g", "G", "%", "n", "d"}))
	case "str":
		s.WriteString(pick(g, []string{"", "", "s", "s", "d"}))
	}
	return s.String()
}
