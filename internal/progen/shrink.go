package progen

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/py2go-async/py2go-async/internal/golden"
)

// Isolate reduces bad findings to single snippets that are bad by themselves, and keeps
// perSignature of those that look alike. A finding that no single snippet shows stays as it is.
func (c Checker) Isolate(findings []Finding, mode golden.Mode, perSignature int) ([]Finding, error) {
	var parts []Program
	whole := make(map[string]Finding)
	for _, f := range findings {
		if !f.Bad() || f.Mode != mode {
			continue
		}
		whole[f.Program.Name] = f
		for _, s := range f.Program.Snippets {
			if len(f.Labels) > 0 && !slices.Contains(f.Labels, s.Label) {
				continue
			}
			parts = append(parts, Program{Name: f.Program.Name + "_" + s.Label, Prelude: f.Program.Prelude, Snippets: []Snippet{s}})
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	checked, err := c.Check(parts, mode)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]int)
	var out []Finding
	for _, f := range checked {
		if !f.Bad() {
			continue
		}
		delete(whole, f.Program.Name[:strings.LastIndexByte(f.Program.Name, '_')])
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
		checked, err := c.Check(programs, mode)
		if err != nil {
			return nil, err
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
