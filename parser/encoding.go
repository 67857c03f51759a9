package parser

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/py2go-async/py2go-async/parser/ast"
)

var (
	bom    = []byte("\xef\xbb\xbf")
	cookie = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`)
	blank  = regexp.MustCompile(`^[ \t\f]*(#.*)?$`)
)

// sourceError is an error in the bytes of a file.
type sourceError struct {
	rng ast.Range
	msg string
}

// decode returns the source as UTF-8 without a byte order mark. The encoding is
// the one that a comment in the first two lines names (PEP 263), else UTF-8.
func decode(src []byte) (string, *sourceError) {
	rest, hasBOM := bytes.CutPrefix(src, bom)
	if i := bytes.IndexByte(rest, 0); i >= 0 {
		return "", at(rest, i, "source code cannot contain null bytes")
	}
	name, line := declaredEncoding(rest)
	canonical := normalizeEncoding(name)
	if hasBOM && name != "" && !isUTF8Name(name) {
		return "", &sourceError{msg: fmt.Sprintf("encoding problem: %s with BOM", name)}
	}
	switch canonical {
	case "", "utf-8":
		return decodeUTF8(rest)
	case "ascii":
		return decodeASCII(rest)
	}
	table, ok := charmaps[canonical]
	if !ok {
		return "", &sourceError{msg: "unknown encoding: " + name, rng: ast.Range{Line: line, EndLine: line}}
	}
	return decodeCharmap(rest, table, strings.HasPrefix(canonical, "iso-8859-"))
}

// decodeCharmap decodes an encoding of one byte per character. Those of ISO have
// the control characters of Latin-1, which the tables leave out.
func decodeCharmap(src []byte, table *charmap.Charmap, controls bool) (string, *sourceError) {
	var b strings.Builder
	b.Grow(len(src))
	for i, c := range src {
		r := table.DecodeByte(c)
		if r == utf8.RuneError && controls && 0x80 <= c && c < 0xa0 {
			r = rune(c)
		}
		if r == utf8.RuneError {
			return "", at(src, i, fmt.Sprintf("(unicode error) 'charmap' codec can't decode byte 0x%02x in position %d: "+
				"character maps to <undefined>", c, i))
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

// declaredEncoding returns the encoding that the source names, and the line.
func declaredEncoding(src []byte) (string, int32) {
	for n := int32(1); n <= 2; n++ {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		if bytes.Contains(line, []byte("coding")) {
			if m := cookie.FindSubmatch(line); m != nil {
				return string(m[1]), n
			}
		}
		if !blank.Match(line) {
			break
		}
		src = rest
	}
	return "", 0
}

// isUTF8Name reports whether name is a spelling of UTF-8 that CPython accepts
// behind a byte order mark: fewer than elsewhere.
func isUTF8Name(name string) bool {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	return name == "utf-8" || strings.HasPrefix(name, "utf-8-")
}

// normalizeEncoding returns one name for all spellings of an encoding.
func normalizeEncoding(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch {
	case name == "utf8" || name == "utf-8" || strings.HasPrefix(name, "utf-8-"):
		return "utf-8"
	case name == "latin1" || name == "l1" || name == "iso8859-1" || name == "8859" || name == "cp819",
		name == "latin-1" || name == "iso-8859-1" || name == "iso-latin-1",
		strings.HasPrefix(name, "latin-1-") || strings.HasPrefix(name, "iso-8859-1-"):
		return "iso-8859-1"
	case name == "us-ascii" || name == "646":
		return "ascii"
	case strings.HasPrefix(name, "iso8859-"):
		return "iso-" + name[3:]
	case strings.HasPrefix(name, "windows-"):
		return "cp" + name[len("windows-"):]
	case name == "latin9" || name == "latin-9":
		return "iso-8859-15"
	}
	return name
}

// charmaps are the encodings of one byte for each character.
var charmaps = map[string]*charmap.Charmap{
	"iso-8859-1": charmap.ISO8859_1, "iso-8859-2": charmap.ISO8859_2, "iso-8859-3": charmap.ISO8859_3,
	"iso-8859-4": charmap.ISO8859_4, "iso-8859-5": charmap.ISO8859_5, "iso-8859-6": charmap.ISO8859_6,
	"iso-8859-7": charmap.ISO8859_7, "iso-8859-8": charmap.ISO8859_8, "iso-8859-9": charmap.ISO8859_9,
	"iso-8859-10": charmap.ISO8859_10, "iso-8859-13": charmap.ISO8859_13, "iso-8859-14": charmap.ISO8859_14,
	"iso-8859-15": charmap.ISO8859_15, "iso-8859-16": charmap.ISO8859_16,
	"cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp866": charmap.CodePage866,
	"cp1250": charmap.Windows1250, "cp1251": charmap.Windows1251, "cp1252": charmap.Windows1252,
	"cp1253": charmap.Windows1253, "cp1254": charmap.Windows1254, "cp1255": charmap.Windows1255,
	"cp1256": charmap.Windows1256, "cp1257": charmap.Windows1257, "cp1258": charmap.Windows1258,
	"koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U, "mac-roman": charmap.Macintosh,
}

func decodeASCII(src []byte) (string, *sourceError) {
	for i, c := range src {
		if c >= utf8.RuneSelf {
			return "", at(src, i, fmt.Sprintf("(unicode error) 'ascii' codec can't decode byte 0x%02x in position %d: "+
				"ordinal not in range(128)", c, i))
		}
	}
	return string(src), nil
}

func decodeUTF8(src []byte) (string, *sourceError) {
	if utf8.Valid(src) {
		return string(src), nil
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(src[i:])
		if r != utf8.RuneError || n > 1 {
			i += n
			continue
		}
		line := bytes.LastIndexByte(src[:i], '\n') + 1
		return "", at(src, i, fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s",
			src[i], i-line, utf8Reason(src[i:])))
	}
}

// utf8Reason says what is wrong with the bytes that s begins with.
func utf8Reason(s []byte) string {
	c := s[0]
	if c < 0xc2 || c > 0xf4 {
		return "invalid start byte"
	}
	need := 1
	if c >= 0xe0 {
		need = 2
	}
	if c >= 0xf0 {
		need = 3
	}
	for _, b := range s[1:min(len(s), need+1)] {
		if b&0xc0 != 0x80 {
			return "invalid continuation byte"
		}
	}
	if len(s) <= need {
		return "unexpected end of data"
	}
	return "invalid continuation byte"
}

// at returns an error about byte i of src.
func at(src []byte, i int, msg string) *sourceError {
	line := int32(bytes.Count(src[:i], []byte("\n")) + 1)
	col := int32(i - (bytes.LastIndexByte(src[:i], '\n') + 1))
	return &sourceError{rng: ast.Range{Line: line, Col: col, EndLine: line, EndCol: col + 1}, msg: msg}
}
