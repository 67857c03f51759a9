package py

import (
	"iter"
	"strings"
)

// StrStrip is s.strip(): without white space at both ends.
func StrStrip(s string) string { return StrLStrip(StrRStrip(s)) }

// StrLStrip is s.lstrip().
func StrLStrip(s string) string {
	if s == "" || s[0] > ' ' && s[0] < 0x80 {
		return s
	}
	return strings.TrimLeftFunc(s, isSpace)
}

// StrRStrip is s.rstrip().
func StrRStrip(s string) string {
	if s == "" {
		return s
	}
	if c := s[len(s)-1]; c > ' ' && c < 0x80 {
		return s
	}
	return strings.TrimRightFunc(s, isSpace)
}

// StrStripChars is s.strip(chars); nil for white space.
func StrStripChars(s string, chars *string) string {
	if chars == nil {
		return StrStrip(s)
	}
	return strings.Trim(s, *chars)
}

// StrLStripChars is s.lstrip(chars); nil for white space.
func StrLStripChars(s string, chars *string) string {
	if chars == nil {
		return StrLStrip(s)
	}
	return strings.TrimLeft(s, *chars)
}

// StrRStripChars is s.rstrip(chars); nil for white space.
func StrRStripChars(s string, chars *string) string {
	if chars == nil {
		return StrRStrip(s)
	}
	return strings.TrimRight(s, *chars)
}

// StrFields is s.split(): the words between white space.
func StrFields(s string) *List[string] {
	if !isASCII(s) {
		return &List[string]{items: strings.FieldsFunc(s, isSpace)}
	}
	words := 0
	for i, inside := 0, false; i < len(s); i++ {
		space := isSpace(rune(s[i]))
		if !space && !inside {
			words++
		}
		inside = !space
	}
	out := make([]string, 0, words)
	for i := 0; len(out) < words; {
		for isSpace(rune(s[i])) {
			i++
		}
		start := i
		for i < len(s) && !isSpace(rune(s[i])) {
			i++
		}
		out = append(out, s[start:i])
	}
	return &List[string]{items: out}
}

// StrSplit is s.split(sep); ValueError for an empty sep.
func StrSplit(s, sep string) *List[string] { return StrSplitN(s, sep, -1) }

// StrSplitN is s.split(sep, maxsplit).
func StrSplitN(s, sep string, maxsplit int) *List[string] {
	if sep == "" {
		Throw(ValueError.New("empty separator"))
	}
	if maxsplit < 0 {
		return &List[string]{items: strings.Split(s, sep)}
	}
	return &List[string]{items: strings.SplitN(s, sep, maxsplit+1)}
}

// StrSplitOpt is s.split(sep, maxsplit); nil for white space.
func StrSplitOpt(s string, sep *string, maxsplit int) *List[string] {
	if sep != nil {
		return StrSplitN(s, *sep, maxsplit)
	}
	if maxsplit < 0 {
		return StrFields(s)
	}
	var out []string
	s = StrLStrip(s)
	for ; s != "" && maxsplit > 0; maxsplit-- {
		i := strings.IndexFunc(s, isSpace)
		if i < 0 {
			break
		}
		out = append(out, s[:i])
		s = StrLStrip(s[i:])
	}
	if s != "" {
		out = append(out, s)
	}
	return &List[string]{items: out}
}

// StrRSplitN is s.rsplit(sep, maxsplit).
func StrRSplitN(s, sep string, maxsplit int) *List[string] {
	if maxsplit < 0 {
		return StrSplit(s, sep)
	}
	if sep == "" {
		Throw(ValueError.New("empty separator"))
	}
	var out []string
	for ; maxsplit > 0; maxsplit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
	}
	l := &List[string]{items: append(out, s)}
	l.Reverse()
	return l
}

// StrRSplitOpt is s.rsplit(sep, maxsplit); nil for white space.
func StrRSplitOpt(s string, sep *string, maxsplit int) *List[string] {
	if sep != nil {
		return StrRSplitN(s, *sep, maxsplit)
	}
	if maxsplit < 0 {
		return StrFields(s)
	}
	var out []string
	s = StrRStrip(s)
	for ; s != "" && maxsplit > 0; maxsplit-- {
		i := strings.LastIndexFunc(s, isSpace)
		if i < 0 {
			break
		}
		_, w := decodeRune(s[i:])
		out = append(out, s[i+w:])
		s = StrRStrip(s[:i])
	}
	if s != "" {
		out = append(out, s)
	}
	l := &List[string]{items: out}
	l.Reverse()
	return l
}

// isLineBreak is what splitlines splits at, besides \r\n.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// StrSplitLines is s.splitlines(keepends).
func StrSplitLines(s string, keepends bool) *List[string] {
	var out []string
	for start, i := 0, 0; i < len(s); {
		r, w := decodeRune(s[i:])
		if !isLineBreak(r) {
			i += w
			if i == len(s) {
				out = append(out, s[start:])
			}
			continue
		}
		end := i
		i += w
		if r == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		if keepends {
			end = i
		}
		out = append(out, s[start:end])
		start = i
	}
	return &List[string]{items: out}
}

// StrPartition is s.partition(sep).
func StrPartition(s, sep string) Tuple3[string, string, string] {
	if sep == "" {
		Throw(ValueError.New("empty separator"))
	}
	before, after, ok := strings.Cut(s, sep)
	if !ok {
		return Tuple3[string, string, string]{s, "", ""}
	}
	return Tuple3[string, string, string]{before, sep, after}
}

// StrRPartition is s.rpartition(sep).
func StrRPartition(s, sep string) Tuple3[string, string, string] {
	if sep == "" {
		Throw(ValueError.New("empty separator"))
	}
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return Tuple3[string, string, string]{"", "", s}
	}
	return Tuple3[string, string, string]{s[:i], sep, s[i+len(sep):]}
}

// StrJoin is sep.join(seq).
func StrJoin(sep string, seq iter.Seq[string]) string {
	var b []byte
	first := true
	for s := range seq {
		if !first {
			b = append(b, sep...)
		}
		first = false
		b = append(b, s...)
	}
	return string(b)
}

// StrJoinList is sep.join(list).
func StrJoinList(sep string, list *List[string]) string { return strings.Join(list.items, sep) }

// StrJoinAny is sep.join(x) for an iterable in an any; TypeError for an item that is no str.
func StrJoinAny(sep string, x any) string {
	if l, ok := x.(*List[string]); ok {
		return StrJoinList(sep, l)
	}
	it, ok := tryIter(x)
	if !ok {
		Throw(TypeError.New("can only join an iterable"))
	}
	var b []byte
	for i := 0; ; i++ {
		v, ok := it.Next()
		if !ok {
			return string(b)
		}
		s, ok := v.(string)
		if !ok {
			if s, ok = baseOf(v).(string); !ok {
				Throwf(TypeError, "sequence item %d: expected str instance, %s found", i, typeName(v))
			}
		}
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, s...)
	}
}

// fillRune checks the fill character of center, ljust and rjust.
func fillRune(fill string) string {
	if StrLen(fill) != 1 {
		Throw(TypeError.New("The fill character must be exactly one character long"))
	}
	return fill
}

// StrLJust is s.ljust(width, fill).
func StrLJust(s string, width int, fill string) string {
	return s + RepeatStr(fillRune(fill), width-StrLen(s))
}

// StrRJust is s.rjust(width, fill).
func StrRJust(s string, width int, fill string) string {
	return RepeatStr(fillRune(fill), width-StrLen(s)) + s
}

// StrCenter is s.center(width, fill): the odd character goes to the left where the width is odd.
func StrCenter(s string, width int, fill string) string {
	fillRune(fill)
	pad := width - StrLen(s)
	if pad <= 0 {
		return s
	}
	left := pad/2 + pad&width&1
	return RepeatStr(fill, left) + s + RepeatStr(fill, pad-left)
}

// StrZFill is s.zfill(width).
func StrZFill(s string, width int) string {
	pad := RepeatStr("0", width-StrLen(s))
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1] + pad + s[1:]
	}
	return pad + s
}

// StrExpandTabs is s.expandtabs(tabsize).
func StrExpandTabs(s string, tabsize int) string {
	var b []byte
	col := 0
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		switch r {
		case '\t':
			if tabsize > 0 {
				n := tabsize - col%tabsize
				col += n
				for ; n > 0; n-- {
					b = append(b, ' ')
				}
			}
		case '\n', '\r':
			b = append(b, byte(r))
			col = 0
		default:
			b = append(b, s[i:i+w]...)
			col++
		}
		i += w
	}
	return string(b)
}
