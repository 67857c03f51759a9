package progen

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/py2go-async/py2go-async/internal/golden"
)

// Isolate reduces bad findings to single snippets, and keeps at most perSignature of those that
// look alike. The snippets whose output differed are told by their labels; those that do not
// compile by themselves are found by trying.
func (c Checker) Isolate(findings []Finding, mode golden.Mode, perSignature int) ([]Finding, error) {
	var out, parts []Finding
	var programs []Program
	whole := make(map[string]Finding)
	for _, f := range findings {
		if !f.Bad() || f.Mode != mode {
			continue
		}
		whole[f.Program.Name] = f
		for _, s := range f.Program.Snippets {
			p := Program{Name: f.Program.Name + "_" + s.Label, Prelude: f.Program.Prelude, Snippets: []Snippet{s}}
			switch {
			case f.Verdict == Crashed:
				programs = append(programs, p)
			case slices.Contains(f.Labels, s.Label):
				delete(whole, f.Program.Name)
				parts = append(parts, Finding{p, mode, Differs, f.detailOf(s.Label), []string{s.Label}})
			}
		}
	}
	if len(programs) > 0 {
		compiled, err := c.compile(programs, mode)
		if err != nil {
			return nil, err
		}
		for _, f := range compiled {
			if f.Verdict == Crashed {
				delete(whole, f.Program.Name[:strings.LastIndexByte(f.Program.Name, '_')])
				parts = append(parts, f)
			}
		}
	}
	seen := make(map[string]int)
	for _, f := range parts {
		if s := f.Signature(); seen[s] < perSignature {
			seen[s]++
			out = append(out, f)
		}
	}
	for _, f := range findings {
		if _, left := whole[f.Program.Name]; left && f.Bad() && f.Mode == mode {
			out = append(out, f)
		}
	}
	return out, nil
}

// detailOf is the part of the detail that is about a snippet, with what tells how the program ended.
func (f Finding) detailOf(label string) string {
	var out strings.Builder
	lines := strings.SplitAfter(f.Detail, "\n")
	for i := 0; i < len(lines); i++ {
		if i+1 < len(lines) && strings.HasPrefix(lines[i], "want ") && strings.HasPrefix(lines[i+1], "got ") {
			about := func(line string) bool {
				m := labelled.FindStringSubmatch(line[5:])
				return m != nil && m[1] == label
			}
			if about(lines[i]) || about(lines[i+1]) {
				out.WriteString(lines[i] + lines[i+1])
			}
			i++
			continue
		}
		out.WriteString(lines[i])
	}
	return out.String()
}

var (
	places   = regexp.MustCompile(`\S+\.(?:go|py):\d+:\d+: `)
	quotes   = regexp.MustCompile(`"[^"]*"|'[^']*'`)
	numbered = regexp.MustCompile(`[A-Za-z_]*\d[\w.]*`)
)

// Signature is what findings of one cause mostly share: the complaint or the error that was raised
// instead, without its particulars. Differences of values look all alike, so each is its own.
func (f Finding) Signature() string {
	lines := strings.Split(f.Detail, "\n")
	text := lines[0]
	if f.Verdict == Differs {
		text = ""
		for _, line := range lines {
			if got, ok := strings.CutPrefix(line, "got "); ok && strings.Contains(got, "Error ") {
				text = got
				break
			}
			if strings.HasPrefix(line, "panic") || strings.HasPrefix(line, "fatal") {
				text = line
				break
			}
		}
		if text == "" {
			return f.Program.Name
		}
	}
	text = places.ReplaceAllString(text, "")
	text = quotes.ReplaceAllString(text, "''")
	return string(f.Verdict) + " " + numbered.ReplaceAllString(text, "0")
}

// Shrink cuts statements out of the findings as long as the same signature stays, at most the
// given number of rounds. All findings shrink side by side: a round is one check.
func (c Checker) Shrink(findings []Finding, mode golden.Mode, rounds int) ([]Finding, error) {
	current := slices.Clone(findings)
	open := make([]bool, len(current))
	for i := range open {
		open[i] = true
	}
	for range rounds {
		var programs []Program
		owner := make(map[string]int)
		for i, f := range current {
			if !open[i] {
				continue
			}
			open[i] = false
			for n, p := range reductions(f.Program) {
				p.Name = fmt.Sprintf("%s_r%d", findings[i].Program.Name, n)
				owner[p.Name] = i
				programs = append(programs, p)
			}
		}
		if len(programs) == 0 {
			break
		}
		var compiling, running []Program
		for _, p := range programs {
			if findings[owner[p.Name]].Verdict == Crashed {
				compiling = append(compiling, p)
			} else {
				running = append(running, p)
			}
		}
		checked, err := c.compile(compiling, mode)
		if err != nil {
			return nil, err
		}
		if len(running) > 0 {
			more, err := c.Check(running, mode)
			if err != nil {
				return nil, err
			}
			checked = append(checked, more...)
		}
		for _, f := range checked {
			i := owner[f.Program.Name]
			if f.Verdict != findings[i].Verdict || f.Verdict == Crashed && f.Signature() != findings[i].Signature() {
				continue
			}
			if len(f.Program.Source()) < len(current[i].Program.Source()) {
				current[i], open[i] = f, true
			}
		}
	}
	return current, nil
}

// reductions are the programs with one statement less, or with a compound
// statement replaced by one of its blocks.
func reductions(p Program) []Program {
	var out []Program
	for _, body := range lessOf(p.Prelude) {
		out = append(out, Program{Prelude: body, Snippets: p.Snippets})
	}
	for i, s := range p.Snippets {
		for _, body := range lessOf(s.Body) {
			q := Program{Prelude: p.Prelude, Snippets: slices.Clone(p.Snippets)}
			q.Snippets[i] = Snippet{s.Label, body}
			out = append(out, q)
		}
	}
	return out
}

func lessOf(nodes []Node) [][]Node {
	var out [][]Node
	for i, n := range nodes {
		replace := func(with ...Node) {
			out = append(out, slices.Concat(nodes[:i], with, nodes[i+1:]))
		}
		replace()
		for j, b := range n.Blocks {
			replace(b.Body...)
			if j > 0 {
				replace(Node{Blocks: slices.Concat(n.Blocks[:j], n.Blocks[j+1:])})
			}
			for _, body := range lessOf(b.Body) {
				blocks := slices.Clone(n.Blocks)
				blocks[j].Body = body
				replace(Node{Blocks: blocks})
			}
		}
	}
	return out
}
