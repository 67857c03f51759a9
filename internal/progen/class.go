package progen

import (
	"fmt"
	"strings"
)

// classProgram is a program of class hierarchies and what is done with their instances.
func classProgram(g *gen) Program {
	p := Program{Prelude: g.prelude(classPrelude)}
	for i := range 5 {
		label := itoa(i + 1)
		makers := []func(string) Snippet{g.hierarchy, g.hierarchy, g.hierarchy, g.dataclasses, g.enums, g.exceptionClasses, g.containerClass}
		p.Snippets = append(p.Snippets, pick(g, makers)(label))
	}
	return p
}

const classPrelude = `
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace, asdict, astuple
from enum import Enum, IntEnum, StrEnum, Flag, auto
from functools import total_ordering
`

// annotations takes the annotations between @ out of a text, or leaves them.
func (g *gen) annotations(text string) string {
	parts := strings.Split(text, "@")
	for i := 1; i < len(parts); i += 2 {
		if !g.annotated() {
			parts[i] = ""
		}
	}
	return strings.Join(parts, "")
}

// attempts wraps each expression in a try of its own that prints it.
func (g *gen) attempts(label string, expressions []string) []Node {
	var out []Node
	for i, e := range expressions {
		line := fmt.Sprintf(`print("%s.%d", %s)`, label, i+1, e)
		if text, ok := strings.CutPrefix(e, "!"); ok {
			line = text
		}
		if g.chance(0.5) {
			out = append(out, compound(
				block("try:", simple("%s", line)),
				block("except Exception as e:", simple(`print("%s.%d", type(e).__name__, e)`, label, i+1))))
			continue
		}
		if n := len(out); n > 0 && len(out[n-1].Blocks) == 2 && g.chance(0.5) {
			out[n-1].Blocks[0].Body = append(out[n-1].Blocks[0].Body, simple("%s", line))
			continue
		}
		out = append(out, compound(
			block("try:", simple("%s", line)),
			block("except (TypeError, AttributeError, ValueError, KeyError, IndexError, ZeroDivisionError, NotImplementedError) as e:",
				simple(`print("%s.%d", type(e).__name__, e)`, label, i+1))))
	}
	return out
}

// member is a method or attribute that a class of a hierarchy may have, written
// for the root of the hierarchy and for a class that overrides it. $ stands for the class.
type member struct {
	root, override string
	uses           []string // expressions over the instances o and p
}

var members = []member{
	{"def area(self)@ -> int@:\n    return self.x * 2", "def area(self)@ -> int@:\n    return super().area() + self.y", []string{"o.area()", "p.area() + o.area()"}},
	{"def name(self)@ -> str@:\n    return \"$\"", "def name(self)@ -> str@:\n    return \"$/\" + super().name()", []string{"o.name()", "[q.name() for q in (o, p)]"}},
	{"def describe(self, sep@: str@ = \":\")@ -> str@:\n    return f\"{self.name()}{sep}{self.area()}\"", "def describe(self, sep@: str@ = \"-\")@ -> str@:\n    return \"<\" + super().describe(sep) + \">\"",
		[]string{"o.describe()", `p.describe("+")`, `p.describe(sep="/")`}},
	{"@property\ndef size(self)@ -> int@:\n    return self.x + 1", "@property\ndef size(self)@ -> int@:\n    return super().size * 2", []string{"o.size", "p.size + 1"}},
	{"@classmethod\ndef make(cls, n@: int@):\n    return cls(n, n + 1)", "@classmethod\ndef make(cls, n@: int@):\n    made = super().make(n + 1)\n    made.x += 10\n    return made",
		[]string{"type(o).make(3).x", "type(p).make(2).name()"}},
	{"@staticmethod\ndef twice(n@: int@)@ -> int@:\n    return n * 2", "@staticmethod\ndef twice(n@: int@)@ -> int@:\n    return n * 3", []string{"o.twice(4)", "type(p).twice(5)"}},
	{"def __repr__(self)@ -> str@:\n    return f\"$({self.x})\"", "def __repr__(self)@ -> str@:\n    return f\"$({self.x}, {self.y!r})\"", []string{"o", "[o, p]", "repr(p)", `f"{o!r:>12}|{p}"`}},
	{"def __str__(self)@ -> str@:\n    return f\"str {self.x}\"", "def __str__(self)@ -> str@:\n    return super().__str__() + \"!\"", []string{"o", "str(p)", `f"{p:>10}"`}},
	{"def __eq__(self, other@: object@)@ -> bool@:\n    return isinstance(other, $) and self.x == other.x\ndef __hash__(self)@ -> int@:\n    return hash(self.x)", "",
		[]string{"o == p", "o != p", "o == 3", "len({o, p, o})", "o in [p]", "{o: 1}.get(p)", "hash(o) == hash(p)"}},
	{"def __lt__(self, other):\n    return self.x < other.x", "def __lt__(self, other):\n    return self.y < other.y", []string{"o < p", "o > p", "sorted([p, o])[0].x", "max(o, p).x", "min([o, p, o]).y"}},
	{"def __add__(self, other):\n    if isinstance(other, int):\n        return type(self)(self.x + other, self.y)\n    if not isinstance(other, $):\n        return NotImplemented\n    return type(self)(self.x + other.x, self.y)\ndef __radd__(self, other):\n    return type(self)(other + self.x, 0)",
		"", []string{"(o + 1).x", "(o + p).x", "(2 + p).x", "sum([o, p]).x", `(o + "a").x`}},
	{"def __mul__(self, n):\n    return type(self)(self.x * n, self.y)", "def __mul__(self, n):\n    return super().__mul__(n + 1)", []string{"(o * 2).x", "(p * 3).x", "(2 * p).x"}},
	{"def __iadd__(self, n):\n    self.x += n\n    return self", "", []string{"!o += 2", "o.x"}},
	{"def __neg__(self):\n    return type(self)(-self.x, self.y)", "", []string{"(-o).x", "(-(-p)).x", "(+o)"}},
	{"def __len__(self)@ -> int@:\n    return self.x % 4", "def __len__(self)@ -> int@:\n    return super().__len__() + 1", []string{"len(o)", "bool(p)", `"yes" if o else "no"`, "not p"}},
	{"def __bool__(self)@ -> bool@:\n    return self.x > 1", "", []string{"bool(o)", "p and 1", "o or 5"}},
	{"def __getitem__(self, i):\n    if i >= 3:\n        raise IndexError(i)\n    return self.x + i", "def __getitem__(self, i):\n    return super().__getitem__(i) * 2", []string{"o[1]", "list(p)", "p[7]", "4 in o", "[v for v in o]"}},
	{"def __iter__(self):\n    yield self.x\n    yield self.y", "def __iter__(self):\n    yield \"$\"\n    yield from super().__iter__()", []string{"list(o)", "[*o, *p]", "tuple(p)", "dict(enumerate(o))", "max(map(str, o))"}},
	{"def __contains__(self, v)@ -> bool@:\n    return v == self.x", "def __contains__(self, v)@ -> bool@:\n    return super().__contains__(v) or v == self.y", []string{"3 in o", "o.x in p", "o.y not in p"}},
	{"def __call__(self, n@: int@ = 1)@ -> int@:\n    return self.x + n", "def __call__(self, n@: int@ = 2)@ -> int@:\n    return super().__call__(n) * 10", []string{"o()", "p(5)", "list(map(o, [1, 2]))", "callable(p)"}},
	{"def __enter__(self):\n    self.x += 1\n    return self\ndef __exit__(self, *error)@ -> bool@:\n    self.x -= 1\n    return error[0] is ValueError", "", []string{"!with o as q: print(\"#\", q.x)", "!with p: raise ValueError(1)", "!with p: raise KeyError(1)", "p.x"}},
	{"def __getattr__(self, name@: str@):\n    if name.startswith(\"get_\"):\n        return name[4:]\n    raise AttributeError(name)", "", []string{"o.get_it", "p.missing", `getattr(o, "nope", 7)`, `hasattr(p, "get_x")`}},
	{"def __format__(self, spec@: str@)@ -> str@:\n    return f\"[{self.x:{spec}}]\"", "", []string{`f"{o:03d}"`, `format(p, "x")`, `f"{p}"`, `"{:>4}".format(o)`}},
	{"limit = 3\ndef over(self)@ -> bool@:\n    return self.x > self.limit", "limit = 1", []string{"o.limit", "p.over()", "type(p).limit", "o.over()"}},
	{"count = 0\ndef bump(self)@ -> int@:\n    type(self).count += 1\n    return self.count", "", []string{"o.bump()", "o.bump() + p.bump()", "type(o).count"}},
	{"@property\ndef level(self)@ -> int@:\n    return self._level\n@level.setter\ndef level(self, v@: int@)@ -> None@:\n    if v < 0:\n        raise ValueError(\"low\")\n    self._level = v\n_level = 0", "",
		[]string{"!o.level = 4", "o.level", "!p.level = -1", "!p.level += 2", "p.level", "o.level"}},
	{"def visit(self, depth@: int@ = 0)@ -> list[str]@:\n    return [f\"{depth}$\"]", "def visit(self, depth@: int@ = 0)@ -> list[str]@:\n    return [f\"{depth}$\"] + super().visit(depth + 1)", []string{"o.visit()", "p.visit(2)"}},
}

// hierarchy is a root class, classes below it that override some of its members, and perhaps a mixin.
func (g *gen) hierarchy(label string) Snippet {
	var chosen []member
	for _, i := range g.rand.Perm(len(members))[:g.int(3, 6)] {
		chosen = append(chosen, members[i])
	}
	// describe calls name and area
	needs := func(of, other string) {
		has := func(method string) bool {
			for _, m := range chosen {
				if strings.Contains(m.root, "def "+method+"(") {
					return true
				}
			}
			return false
		}
		if has(of) && !has(other) {
			for _, m := range members {
				if strings.HasPrefix(m.root, "def "+other+"(") {
					chosen = append(chosen, m)
				}
			}
		}
	}
	needs("describe", "name")
	needs("describe", "area")
	needs("make", "name")

	root := "Base" + label
	var nodes []Node
	class := func(name, bases string, body []string) {
		if len(body) == 0 {
			body = []string{"pass"}
		}
		var members []Node
		for _, text := range body {
			members = append(members, Node{Text: g.annotations(strings.ReplaceAll(protect(text), "$", name))})
			members[len(members)-1].Text = strings.ReplaceAll(members[len(members)-1].Text, "\x00", "@")
		}
		if bases != "" {
			bases = "(" + bases + ")"
		}
		nodes = append(nodes, compound(block("class "+name+bases+":", members...)))
	}
	init := "def __init__(self, x@: int@, y@: int@ = 2)@ -> None@:\n    self.x = x\n    self.y = y"
	body := []string{init}
	for _, m := range chosen {
		body = append(body, m.root)
	}
	class(root, "", body)
	classes := []string{root}
	if g.chance(0.4) {
		mixin := "Mixin" + label
		var body []string
		for _, m := range chosen {
			if m.override != "" && strings.Contains(m.override, "super()") && g.chance(0.4) {
				body = append(body, m.override)
			}
		}
		class(mixin, root, body)
		classes = append(classes, mixin)
	}
	for i := range g.int(1, 3) {
		name := fmt.Sprintf("Kind%s%c", label, 'A'+i)
		var body []string
		if g.chance(0.3) {
			body = append(body, "def __init__(self, x@: int@, y@: int@ = 5)@ -> None@:\n    super().__init__(x + 1, y)\n    self.z = x * y")
		}
		for _, m := range chosen {
			if m.override != "" && g.chance(0.5) {
				body = append(body, m.override)
			}
		}
		base := pick(g, classes)
		bases := base
		if len(classes) > 2 && g.chance(0.4) && base != root && classes[1] != base {
			bases = base + ", " + classes[1]
		}
		class(name, bases, body)
		classes = append(classes, name)
	}
	var uses []string
	for _, m := range chosen {
		for _, u := range m.uses {
			if g.chance(0.75) {
				uses = append(uses, strings.ReplaceAll(u, `"#"`, `"`+label+`"`))
			}
		}
	}
	uses = append(uses, "type(o).__name__, isinstance(p, "+root+"), isinstance(o, "+pick(g, classes)+")", "[k.__name__ for k in type(p).__mro__]", "o.x, p.y")
	if len(uses) > 14 {
		uses = uses[:14]
	}
	show := compound(block(fmt.Sprintf("def show_%s(o, p):", label), g.attempts(label, uses)...))
	nodes = append(nodes, show)
	if g.chance(0.5) {
		nodes = append(nodes, compound(block(fmt.Sprintf("for cls in (%s,):", strings.Join(classes, ", ")), simple("show_%s(cls(3), %s(1, 4))", label, pick(g, classes)))))
	} else {
		for range 2 {
			nodes = append(nodes, simple("show_%s(%s(%s), %s(2, 4))", label, pick(g, classes), g.word("0 1 3 -2"), pick(g, classes)))
		}
	}
	return Snippet{label, nodes}
}

// protect keeps the @ of decorators apart from those of annotations.
func protect(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if rest, ok := strings.CutPrefix(line, "@"); ok && !strings.Contains(rest, "@") {
			lines[i] = "\x00" + rest
		}
	}
	return strings.Join(lines, "\n")
}
