package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Lines gives a line of a source file (1-based, without its line ending, as
// UTF-8), and false when there is none. Diagnostics are shown with it.
type Lines func(file string, line int) (text string, ok bool)

// Printer shows diagnostics to people or programs.
type Printer struct {
	Out   io.Writer
	Lines Lines // may be nil: no source lines are shown
	JSON  bool  // one JSON object a line instead of text
	Color bool  // text with ANSI colours
}

// Print shows one diagnostic.
func (p Printer) Print(d Diagnostic) error {
	if p.JSON {
		return json.NewEncoder(p.Out).Encode(p.record(d))
	}
	var out strings.Builder
	p.text(&out, d)
	_, err := io.WriteString(p.Out, out.String())
	return err
}

const (
	colorOff  = "\x1b[0m"
	colorBold = "\x1b[1m"
)

var severityColor = map[Severity]string{
	Error:   "\x1b[1;31m",
	Warning: "\x1b[1;33m",
	Note:    "\x1b[1;36m",
}

func (p Printer) paint(color, text string) string {
	if !p.Color {
		return text
	}
	return color + text + colorOff
}

// text writes the form for a terminal:
//
//	orders.py:16:45: warning PG3001: message
//	   16 | async def fetch_user(user_id: int) -> dict:
//	      |                                       ^^^^
//	      hint: what to write instead
func (p Printer) text(out *strings.Builder, d Diagnostic) {
	severity := p.paint(severityColor[d.Severity], d.Severity.String())
	if d.Code != "" {
		severity += " " + string(d.Code)
	}
	fmt.Fprintf(out, "%s%s: %s\n", p.place(d.File, d.Range.Start), severity, p.paint(colorBold, d.Message))
	p.excerpt(out, d.File, d.Range, severityColor[d.Severity])
	if d.Hint != "" {
		fmt.Fprintf(out, "      hint: %s\n", strings.ReplaceAll(d.Hint, "\n", "\n            "))
	}
	for _, note := range d.Notes {
		fmt.Fprintf(out, "%s%s: %s\n", p.place(d.File, note.Range.Start), p.paint(severityColor[Note], Note.String()), note.Message)
		p.excerpt(out, d.File, note.Range, severityColor[Note])
	}
}

// place is "file:line:column: " as far as it is known. The column is 1-based
// and counts characters, as CPython and editors do.
func (p Printer) place(file string, pos Pos) string {
	switch {
	case file == "" && !pos.IsValid():
		return ""
	case !pos.IsValid():
		return file + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", file, pos.Line, p.column(file, pos))
}

func (p Printer) line(file string, line int) (string, bool) {
	if p.Lines == nil || line <= 0 {
		return "", false
	}
	return p.Lines(file, line)
}

func (p Printer) column(file string, pos Pos) int {
	if text, ok := p.line(file, pos.Line); ok && pos.Col <= len(text) {
		return utf8.RuneCountInString(text[:pos.Col]) + 1
	}
	return pos.Col + 1
}

// excerpt writes the source line with carets under the range. A range of
// several lines is marked to the end of its first.
func (p Printer) excerpt(out *strings.Builder, file string, r Range, color string) {
	text, ok := p.line(file, r.Start.Line)
	if !ok {
		return
	}
	text = strings.TrimRight(text, " \t\r\f")
	start := min(r.Start.Col, len(text))
	end := len(text)
	if r.End.Line == r.Start.Line {
		end = min(r.End.Col, len(text))
	}
	carets := max(1, utf8.RuneCountInString(text[start:max(start, end)]))
	// Tabs stay tabs below the line, so that the caret stands under its character
	// however wide the terminal makes them.
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return '\t'
		}
		return ' '
	}, text[:start])
	fmt.Fprintf(out, "%5d | %s\n", r.Start.Line, text)
	fmt.Fprintf(out, "      | %s%s\n", pad, p.paint(color, strings.Repeat("^", carets)))
}

// record is the JSON form of a diagnostic. Lines and columns are 1-based,
// columns count characters, the end is exclusive.
type record struct {
	Code      Code         `json:"code"`
	Severity  string       `json:"severity"`
	File      string       `json:"file"`
	Line      int          `json:"line,omitempty"`
	Column    int          `json:"column,omitempty"`
	EndLine   int          `json:"end_line,omitempty"`
	EndColumn int          `json:"end_column,omitempty"`
	Message   string       `json:"message"`
	Hint      string       `json:"hint,omitempty"`
	Source    string       `json:"source,omitempty"`
	Notes     []noteRecord `json:"notes,omitempty"`
}

type noteRecord struct {
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

func (p Printer) record(d Diagnostic) record {
	r := record{Code: d.Code, Severity: d.Severity.String(), File: d.File, Message: d.Message, Hint: d.Hint}
	if d.Range.Start.IsValid() {
		r.Line, r.Column = d.Range.Start.Line, p.column(d.File, d.Range.Start)
		r.Source, _ = p.line(d.File, d.Range.Start.Line)
	}
	if d.Range.End.IsValid() {
		r.EndLine, r.EndColumn = d.Range.End.Line, p.column(d.File, d.Range.End)
	}
	for _, note := range d.Notes {
		n := noteRecord{Message: note.Message}
		if note.Range.Start.IsValid() {
			n.Line, n.Column = note.Range.Start.Line, p.column(d.File, note.Range.Start)
		}
		r.Notes = append(r.Notes, n)
	}
	return r
}
