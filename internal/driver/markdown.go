package driver

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// block is a fenced code block of a Markdown document that is marked as Python.
type block struct {
	line   int // 1-based line of its first line of code
	indent int // columns taken off its lines
	source []byte
}

// pythonBlocks finds the blocks, as CommonMark has them: a fence of at least
// three backticks or tildes, possibly in a list item; the block ends at a fence
// of the same kind that is at least as long, or with the document. The fence's
// indentation is taken off the lines.
func pythonBlocks(document []byte) []block {
	var blocks []block
	var current *block
	var fence string
	number := 0
	for line := range bytes.Lines(document) {
		number++
		text := strings.TrimRight(string(line), "\r\n")
		trimmed := strings.TrimLeft(text, " \t")
		if fence == "" {
			trimmed = trimmed[len(listMarker.FindString(trimmed)):]
			fence = fenceOf(trimmed)
			info := strings.Fields(trimmed[len(fence):])
			if fence != "" && len(info) > 0 && isPythonInfo(info[0]) {
				current = &block{line: number + 1, indent: len(text) - len(trimmed)}
			}
			continue
		}
		if strings.HasPrefix(trimmed, fence) && strings.Trim(trimmed, fence[:1]+" \t") == "" {
			if current != nil {
				blocks = append(blocks, *current)
			}
			current, fence = nil, ""
			continue
		}
		if current != nil {
			for cut := 0; cut < current.indent && strings.HasPrefix(text, " "); cut++ {
				text = text[1:]
			}
			current.source = append(current.source, text+"\n"...)
		}
	}
	if current != nil {
		blocks = append(blocks, *current)
	}
	return blocks
}

var listMarker = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])[ \t]+`)

// fenceOf is the fence that a line opens a code block with, or empty.
func fenceOf(line string) string {
	for _, char := range []string{"`", "~"} {
		length := len(line) - len(strings.TrimLeft(line, char))
		if length >= 3 && !(char == "`" && strings.Contains(line[length:], "`")) {
			return line[:length]
		}
	}
	return ""
}

func isPythonInfo(word string) bool {
	switch strings.ToLower(strings.Trim(word, "{}.,")) {
	case "python", "py", "python3":
		return true
	}
	return false
}

// convertDocument translates every block that is a program, to NAME_1.go,
// NAME_2.go and so on beside the document, or to NAME_1/main.go and so on in
// the folder out. Blocks that are fragments are named and skipped.
func (d *Driver) convertDocument(filename string, src []byte, out string) {
	blocks := pythonBlocks(src)
	if len(blocks) == 0 {
		d.errorf(diag.NoPython, filename, "mark them with ```python", "the document has no fenced python code block")
		return
	}
	base := filepath.Base(filename)
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	pkg := d.Options.Package
	if pkg == "" {
		pkg = "main"
	}
	programs := 0
	for _, block := range blocks {
		result, isProgram := d.translateBlock(filename, src, block, pkg)
		if !isProgram {
			d.report(diag.Diagnostic{
				Code: diag.FragmentSkipped, Severity: diag.Note, File: filename,
				Range:   diag.Range{Start: diag.Pos{Line: block.line}, End: diag.Pos{Line: block.line + 1}},
				Message: "the code block is a fragment, not a program: skipped",
			})
			continue
		}
		programs++
		name := fmt.Sprintf("%s_%d", stem, programs)
		failed := false
		for _, diagnostic := range result.Diagnostics {
			d.report(diagnostic)
			failed = failed || diagnostic.Severity == diag.Error
		}
		switch {
		case failed:
		case out == stdinName:
			d.write(out, result.Go)
		case isGoFile(out):
			d.errorf(diag.CannotWrite, out, "name a folder", "the programs of a document cannot go to one file")
			return
		case out != "":
			d.write(filepath.Join(out, name, "main.go"), result.Go)
		default:
			d.write(filepath.Join(filepath.Dir(filename), goName(name+".py")), result.Go)
		}
	}
	if programs == 0 && !d.failed {
		d.errorf(diag.NoPython, filename, "", "none of the document's %d python blocks is a program", len(blocks))
	}
}

// translateBlock translates one block. The lines above it are blanked, so that
// diagnostics name the document's lines. A block that does not parse, or that
// runs nothing, is no program.
func (d *Driver) translateBlock(filename string, document []byte, b block, pkg string) (result translate.Result, isProgram bool) {
	d.remember(filename, document)
	options := d.Options
	options.Package = pkg
	padded := append(bytes.Repeat([]byte("\n"), b.line-1), b.source...)
	result = d.Translate(filename, padded, options)
	for i := range result.Diagnostics {
		shift(&result.Diagnostics[i], b.indent)
	}
	for _, diagnostic := range result.Diagnostics {
		if diagnostic.Severity == diag.Error && isSyntaxCode(diagnostic.Code) {
			return result, false
		}
	}
	return result, result.IsProgram
}

// shift moves a diagnostic's places to the right.
func shift(d *diag.Diagnostic, columns int) {
	ranges := []*diag.Range{&d.Range}
	for i := range d.Notes {
		ranges = append(ranges, &d.Notes[i].Range)
	}
	for _, r := range ranges {
		r.Start.Col += columns
		r.End.Col += columns
	}
}

// isSyntaxCode reports whether a code is of the PG1xxx family: the text is not
// Python.
func isSyntaxCode(code diag.Code) bool { return strings.HasPrefix(string(code), "PG1") }
