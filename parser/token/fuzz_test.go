package token_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/parser/token"
)

// FuzzScan checks that the scanner survives any input and that its tokens are
// in order, inside the source and where their positions say.
func FuzzScan(f *testing.F) {
	names, err := filepath.Glob("../../testdata/parser/*/*.py")
	if err != nil || len(names) == 0 {
		f.Fatal("no test data", err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.IndexByte(src, 0) >= 0 {
			t.Skip("Scan is not given such sources")
		}
		var file token.File
		token.Scan(src, &file)
		checkTokens(t, &file)
	})
}

func checkTokens(t *testing.T, f *token.File) {
	t.Helper()
	if n := len(f.Tokens); n == 0 || f.Tokens[n-1].Kind != token.EndMarker {
		t.Fatal("no end marker")
	}
	lines := strings.Split(f.Src[:f.Len], "\n")
	end, depth := uint32(0), 0
	for _, tok := range f.Tokens {
		if tok.Start > tok.End || int(tok.Start) > f.Len || tok.Start < end {
			t.Fatalf("token %v at %d-%d behind %d", tok.Kind, tok.Start, tok.End, end)
		}
		end = tok.End
		switch tok.Kind {
		case token.Indent:
			depth++
		case token.Dedent:
			depth--
		case token.Newline, token.EndMarker:
		default:
			row := lines[tok.Line-1]
			if text := f.Src[tok.Start:tok.End]; int(tok.Col) > len(row) || !strings.HasPrefix(row[tok.Col:], firstLine(text)) {
				t.Fatalf("token %q is not at %d:%d", text, tok.Line, tok.Col)
			}
		}
	}
	if depth != 0 && len(f.Errors) == 0 {
		t.Fatalf("%d blocks are not closed", depth)
	}
	for _, c := range f.Comments {
		if f.Src[c.Start] != '#' {
			t.Fatalf("comment %q", f.Src[c.Start:c.End])
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
