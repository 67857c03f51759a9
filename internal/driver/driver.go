// Package driver does what the commands of py2go-async say: it reads the
// inputs, has them translated, shows the diagnostics, writes the Go files,
// builds and runs programs. It decides nothing about Python or Go; the command
// line above it only parses flags, the translator below it touches no file.
package driver

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// Exit statuses of the tool.
const (
	StatusOK            = 0 // done
	StatusProgramFailed = 1 // run: the program itself failed
	StatusNotConverted  = 2 // wrong input or wrong use
)

// Translator turns the Python source of a file into Go; it is
// [translate.Translate] but in tests.
type Translator func(filename string, src []byte, opts translate.Options) translate.Result

// Driver holds what all commands share. The fields are set before use.
type Driver struct {
	Translate Translator
	Compile   func(source []byte) error // says what is wrong with Go; nil takes any
	Options   translate.Options         // Package is the one the user asked for, or empty
	JSON      bool                      // diagnostics as JSON, one object a line
	Color     bool                      // diagnostics with colours
	Stdin     io.Reader
	Stdout    io.Writer
	Stderr    io.Writer
	Getenv    func(string) string

	sources map[string][]string // the lines of each file read, for the diagnostics
	failed  bool                // an error was reported
}

// remember keeps a file's lines for the diagnostics about it.
func (d *Driver) remember(filename string, src []byte) {
	if d.sources == nil {
		d.sources = make(map[string][]string)
	}
	text := string(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	d.sources[filename] = strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

func (d *Driver) line(filename string, line int) (string, bool) {
	lines := d.sources[filename]
	if line < 1 || line > len(lines) || !utf8.ValidString(lines[line-1]) {
		return "", false
	}
	return lines[line-1], true
}

// report shows a diagnostic.
func (d *Driver) report(diagnostic diag.Diagnostic) {
	if diagnostic.Severity == diag.Error {
		d.failed = true
	}
	printer := diag.Printer{Out: d.Stderr, Lines: d.line, JSON: d.JSON, Color: d.Color}
	// There is nobody to tell when stderr itself fails.
	_ = printer.Print(diagnostic)
}

// errorf reports an error about a file as a whole.
func (d *Driver) errorf(code diag.Code, file, hint, format string, args ...any) {
	d.report(diag.Diagnostic{Code: code, File: file, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// status is the exit status of a command that reported what it reported.
func (d *Driver) status() int {
	if d.failed {
		return StatusNotConverted
	}
	return StatusOK
}

// translate has one source translated and reports the diagnostics. ok is false
// when there were errors.
func (d *Driver) translate(filename string, src []byte, pkg string) (result translate.Result, ok bool) {
	d.remember(filename, src)
	options := d.Options
	options.Package = pkg
	result = d.Translate(filename, src, options)
	ok = true
	for _, diagnostic := range result.Diagnostics {
		d.report(diagnostic)
		ok = ok && diagnostic.Severity != diag.Error
	}
	if ok && result.Go == nil {
		d.errorf(diag.InternalError, filename, "", "the translator gave no Go and no error")
		ok = false
	}
	return result, ok
}
