package progen

import (
	"fmt"
	"strings"
)

// stmtPrelude is what the functions of a statement program use: errors that
// depend on a value, context managers that trace, a global counter.
const stmtPrelude = `
class Oops(Exception):
    def __init__(self, code@: int@, why@: str@ = "oops")@ -> None@:
        super().__init__(f"{why} {code}")
        self.code = code

class Managed:
    def __init__(self, label@: str@, name@: str@, suppress@: bool@)@ -> None@:
        self.label = label
        self.name = name
        self.suppress = suppress

    def __enter__(self)@ -> str@:
        print(self.label, "enter", self.name)
        return self.name

    def __exit__(self, kind, error, trace)@ -> bool@:
        print(self.label, "exit", self.name, None if kind is None else kind.__name__)
        return self.suppress and isinstance(error, (ValueError, Oops))

def check(n@: int@)@ -> int@:
    if n % 5 == 3:
        raise ValueError(f"bad {n}")
    if n % 7 == 4:
        raise Oops(n)
    if n % 11 == 6:
        raise KeyError(n)
    return n * 2 % 17

counter = 0

def bump(by@: int@ = 1)@ -> int@:
    global counter
    counter = (counter + by) % 1000
    return counter
`

// prelude is the text of a prelude with or without its annotations, which stand
// between @.
func (g *gen) prelude(text string) []Node {
	parts := strings.Split(strings.Trim(text, "\n"), "@")
	for i := 1; i < len(parts); i += 2 {
		if !g.annotated() {
			parts[i] = ""
		}
	}
	var nodes []Node
	for _, definition := range strings.Split(strings.Join(parts, ""), "\n\n") {
		if n := len(nodes); n > 0 && strings.HasPrefix(definition, " ") {
			nodes[n-1].Text += "\n\n" + definition
			continue
		}
		nodes = append(nodes, Node{Text: definition})
	}
	return nodes
}

// stmtGen is the state of a function that is being generated.
type stmtGen struct {
	label    string
	async    bool
	steps    int
	loops    int  // loops around, whose break and continue may be used
	handlers int  // handlers around, in which a bare raise may stand
	nested   bool // an inner function: it makes no more of them
	fuel     int  // statements that may still be generated
}

// stmtProgram is a program of functions with nested control flow.
func stmtProgram(g *gen) Program {
	p := Program{Prelude: g.prelude(stmtPrelude)}
	for i := range 6 {
		p.Snippets = append(p.Snippets, g.stmtSnippet(itoa(i+1)))
	}
	return p
}

func (g *gen) stmtSnippet(label string) Snippet {
	g.stmts = &stmtGen{label: label, fuel: 26}
	body := []Node{
		simple("a, b = n, n + 2"),
		simple("xs%s = [n, 1, 4]", g.annotation(parseType("list[int]"))),
		simple(`s = "s"`),
	}
	body = append(body, g.body(3)...)
	body = append(body, simple(`return %s`, g.intExpr()))
	param, result := g.annotation(Type{Name: "int"}), ""
	if g.annotated() {
		result = " -> int"
		if g.chance(0.3) {
			result = "" // some results are left to inference
		}
	}
	function := compound(block(fmt.Sprintf("def case_%s(n%s)%s:", label, param, result), body...))
	run := compound(block(fmt.Sprintf("for start in range(%d):", g.int(2, 4)),
		compound(
			block("try:", simple(`print("%s =>", case_%s(start))`, label, label)),
			block("except Exception as e:", simple(`print("%s", type(e).__name__, e, type(e.__cause__).__name__)`, label)),
		)))
	return Snippet{label, []Node{function, run, simple(`print("%s counter", counter)`, label)}}
}

// body is a block of a few statements.
func (g *gen) body(depth int) []Node {
	var out []Node
	for range g.int(1, 3) {
		if g.stmts.fuel <= 0 {
			break
		}
		out = append(out, g.statement(depth)...)
	}
	if len(out) == 0 || g.chance(0.3) {
		out = append(out, g.trace())
	}
	return out
}

func (g *gen) trace() Node {
	g.stmts.steps++
	return simple(`print("%s.%d", %s)`, g.stmts.label, g.stmts.steps, pick(g, []string{"a", "a, b", "b, s", "xs", "a, len(xs)", "s, a"}))
}

func (g *gen) intExpr() string {
	return pick(g, []string{"a", "b", "n", "a + b", "a - b", "len(xs)", "sum(xs)", "a * b % 13", "max(a, b)", "len(s)", "(a + 3) % 7",
		"bump()", "xs[-1] if xs else a", "a // 2", "n + 1", "abs(b - a)", "min(xs, default=0)"})
}

func (g *gen) condition() string {
	return pick(g, []string{"a > b", "a % 2 == 0", "b % 3 == 1", "n == 1", "not xs", "len(xs) > 2", "a == b", "s", `"a" in s`, "a in xs",
		"n and a", "a < 3 < b", "not (a or b)", "b >= n != a", "s == s[::-1]", "xs and xs[0] > 1"})
}

// statement is one statement, with more inside it down to the depth.
func (g *gen) statement(depth int) []Node {
	g.stmts.fuel--
	if depth == 0 {
		return []Node{g.simpleStatement()}
	}
	if g.stmts.async && g.chance(0.3) {
		return g.asyncStatement(depth)
	}
	choice := []func(int) []Node{g.ifStatement, g.forLoop, g.whileLoop, g.tryStatement, g.withStatement, g.matchStatement,
		g.innerFunction, g.innerGenerator, nil, nil}
	weights := []int{5, 4, 2, 7, 2, 2, 1, 1, 6, 3}
	i := g.weighted(weights...)
	switch {
	case i == 9:
		return []Node{g.jump()}
	case choice[i] == nil:
		return []Node{g.simpleStatement()}
	}
	return choice[i](depth - 1)
}

func (g *gen) simpleStatement() Node {
	switch g.weighted(3, 3, 1, 2, 2, 1, 1, 1, 2, 1, 1, 1, 1) {
	case 0:
		return simple("%s = (%s) %% 97", g.word("a b"), g.intExpr())
	case 1:
		return simple("%s %s= %s", g.word("a b"), g.word("+ - ^ |"), pick(g, []string{"1", "2", "n", "len(xs)"}))
	case 2:
		return simple("a, b = b, a")
	case 3:
		return simple("xs.append(%s)", g.intExpr())
	case 4:
		return simple("%s = check(%s)", g.word("a b"), g.intExpr())
	case 5:
		return simple(`s += %s`, pick(g, []string{`"a"`, `"xy"[a % 2]`, "str(b)", "s[:2]", `f"{a}-"`}))
	case 6:
		return simple("xs = [x + %s for x in xs if x != %s][:6]", g.word("a 1 b"), g.word("a b n"))
	case 7:
		return simple("xs.pop(%s)", g.word("0 -1 a b"))
	case 8:
		return g.trace()
	case 9:
		return simple("assert %s, %s", g.condition(), pick(g, []string{`"no"`, `f"{a} {b}"`, "xs"}))
	case 10:
		return simple("del xs[%s]", pick(g, []string{"0", "-1", ":1", "1:", "a"}))
	case 11:
		return simple("first, *xs = %s", pick(g, []string{"xs", "[a, b, n]", "range(b % 4)", "(a, *xs)"}))
	}
	return simple("b = (a := %s) %% 89 + (%s)", g.intExpr(), "a")
}

// jump is what leaves a block: mostly under a condition.
func (g *gen) jump() Node {
	jumps := []string{"return " + g.intExpr(), fmt.Sprintf("raise ValueError(f\"%s {a}\")", g.stmts.label), "raise Oops(a, \"jump\")",
		"raise KeyError(b) from ValueError(s)", "raise IndexError"}
	if g.stmts.loops > 0 {
		jumps = append(jumps, "break", "continue", "break", "continue")
	}
	if g.stmts.handlers > 0 {
		jumps = append(jumps, "raise", "raise")
	}
	jump := simple("%s", pick(g, jumps))
	if g.chance(0.85) {
		return compound(block(fmt.Sprintf("if %s:", g.condition()), jump))
	}
	return jump
}

func (g *gen) ifStatement(depth int) []Node {
	head := g.condition()
	if g.chance(0.2) {
		head = fmt.Sprintf("(w := %s) > %s", g.intExpr(), g.word("0 1 2 3"))
	}
	blocks := []Block{block("if "+head+":", g.body(depth)...)}
	if g.chance(0.3) {
		blocks = append(blocks, block("elif "+g.condition()+":", g.body(depth)...))
	}
	if g.chance(0.5) {
		blocks = append(blocks, block("else:", g.body(depth)...))
	}
	return []Node{compound(blocks...)}
}

// inLoop generates a loop's body.
func (g *gen) inLoop(f func() []Node) []Node {
	g.stmts.loops++
	defer func() { g.stmts.loops-- }()
	return f()
}

func (g *gen) loopElse(blocks []Block, depth int) []Node {
	if g.chance(0.35) {
		blocks = append(blocks, block("else:", g.body(depth)...))
	}
	return []Node{compound(blocks...)}
}

func (g *gen) forLoop(depth int) []Node {
	i := g.fresh("i")
	head := pick(g, []string{
		"for %s in range(3):", "for %s in range(b %% 4):", "for %s in xs[:3]:", `for %s in "xyz"[:b %% 4]:`, "for %s in (a, b):",
		"for %s, x in enumerate(xs[:3]):", "for x, %s in zip(xs[:4], range(2)):", "for %s in reversed(xs[-2:]):",
		"for %s in sorted({a, b, 3}):", "for %s in {1: a, 2: b}.items():", "for %s in [(1, a), (2, b)]:",
	})
	body := g.inLoop(func() []Node {
		return append([]Node{simple(`print("%s for", %s)`, g.stmts.label, i)}, g.body(depth)...)
	})
	return g.loopElse([]Block{block(fmt.Sprintf(head, i), body...)}, depth)
}

func (g *gen) whileLoop(depth int) []Node {
	w := g.fresh("w")
	head := fmt.Sprintf("while %s < %d:", w, g.int(2, 4))
	switch g.int(0, 3) {
	case 0:
		head = fmt.Sprintf("while (%s := %s + 1) < 4:", w, w)
	case 1:
		head = fmt.Sprintf("while %s < 4 and (%s):", w, g.condition())
	}
	body := g.inLoop(func() []Node { return append([]Node{simple("%s += 1", w)}, g.body(depth)...) })
	return append([]Node{simple("%s = 0", w)}, g.loopElse([]Block{block(head, body...)}, depth)...)
}

func (g *gen) tryStatement(depth int) []Node {
	blocks := []Block{block("try:", append([]Node{g.risky()}, g.body(depth)...)...)}
	handled := g.chance(0.8)
	if handled {
		for range g.int(1, 2) {
			kind := pick(g, []string{"ValueError", "Oops", "(KeyError, IndexError)", "LookupError", "Exception", "(ValueError, Oops)", "AssertionError"})
			head := "except " + kind + ":"
			var first []Node
			if g.chance(0.6) {
				e := g.fresh("e")
				head = fmt.Sprintf("except %s as %s:", kind, e)
				first = append(first, simple(`print("%s caught", type(%s).__name__, %s)`, g.stmts.label, e, e))
				if kind == "Oops" {
					first = append(first, simple(`a = %s.code`, e))
				}
			}
			g.stmts.handlers++
			blocks = append(blocks, block(head, append(first, g.body(depth)...)...))
			g.stmts.handlers--
			if kind == "Exception" {
				break
			}
		}
		if g.chance(0.3) {
			blocks = append(blocks, block("else:", g.body(depth)...))
		}
	}
	if !handled || g.chance(0.4) {
		handlers := g.stmts.handlers
		g.stmts.handlers = 0
		blocks = append(blocks, block("finally:", append([]Node{g.trace()}, g.body(depth)...)...))
		g.stmts.handlers = handlers
	}
	return []Node{compound(blocks...)}
}

// risky is a statement that may raise.
func (g *gen) risky() Node {
	return simple("%s", pick(g, []string{"a = check(a)", "b = check(b + n)", "a = xs[b]", `a = {"k": 1}[s]`, "a = 10 // (a - b)", "b = int(s)",
		"xs.remove(b)", "a = check(n) + check(b)", `raise Oops(n, "risky")`, "a = xs.index(7)"}))
}

func (g *gen) withStatement(depth int) []Node {
	manager := func() string {
		return fmt.Sprintf(`Managed("%s", %s, %s)`, g.stmts.label, pick(g, []string{`"m"`, "s", `f"m{a}"`}), g.word("True False"))
	}
	head := "with " + manager()
	switch g.int(0, 3) {
	case 0:
		head += " as m"
	case 1:
		head += " as m, " + manager()
	}
	return []Node{compound(block(head+":", append([]Node{g.risky()}, g.body(depth)...)...))}
}

func (g *gen) matchStatement(depth int) []Node {
	subject := pick(g, []string{"a % 4", "(a % 3, b % 2)", "xs[:3]", "s", `{"k": a, "z": b}`, "[a, [b, n]]", "a if a % 2 else s"})
	patterns := []string{"case 0 | 1:", "case (0, y):", "case (x, 1) if x:", "case []:", "case [x]:", "case [x, *rest]:", `case "s" | "":`, "case str():",
		`case {"k": 1, **more}:`, `case {"k": k} if k > b:`, "case [x, [y, _]] if x != y:", "case int(x) if x > 1:", "case -1 | 2:"}
	var cases []Node
	for range g.int(2, 3) {
		cases = append(cases, compound(block(pick(g, patterns), g.body(depth)...)))
	}
	if g.chance(0.6) {
		cases = append(cases, compound(block("case _:", g.body(depth)...)))
	}
	return []Node{compound(block("match "+subject+":", cases...))}
}

// inner runs f for the body of an inner function, which has no loop or handler of its own yet.
func (g *gen) inner(f func()) {
	saved := *g.stmts
	g.stmts.loops, g.stmts.handlers, g.stmts.nested = 0, 0, true
	f()
	saved.steps, saved.fuel = g.stmts.steps, g.stmts.fuel
	*g.stmts = saved
}

func (g *gen) innerFunction(depth int) []Node {
	if g.stmts.nested {
		return []Node{g.simpleStatement()}
	}
	name := g.fresh("inner")
	var body []Node
	async := ""
	g.inner(func() {
		body = append([]Node{simple("nonlocal a, b, xs, s")}, g.body(min(depth, 1))...)
		body = append(body, simple("return %s", g.intExpr()))
	})
	call := name + "(" + g.word("a 1 n") + ")"
	if g.stmts.async {
		async, call = "async ", "await "+call
	}
	return []Node{
		compound(block(fmt.Sprintf("%sdef %s(n%s):", async, name, g.annotation(Type{Name: "int"})), body...)),
		simple("b = (%s) %% 50", call),
	}
}

func (g *gen) innerGenerator(depth int) []Node {
	if g.stmts.nested || g.stmts.async {
		return []Node{g.simpleStatement()}
	}
	name := g.fresh("gen")
	var body []Node
	g.inner(func() {
		body = []Node{
			simple("a = k"), simple("b = k + 1"), simple("xs = [k]"), simple(`s = "g"`),
			compound(
				block("try:", append(g.body(min(depth, 1)), simple("yield a"), simple("yield check(b)"), simple("yield from xs[:2]"))...),
				block("finally:", g.trace()),
			),
		}
	})
	uses := [][]Node{
		{compound(block(fmt.Sprintf("for v in %s(b %% 6):", name), simple(`print("%s got", v)`, g.stmts.label),
			compound(block("if "+g.condition()+":", simple("break")))))},
		{simple("xs = list(%s(a %% 6))", name)},
		{simple("it = %s(n)", name), simple(`print("%s next", next(it, None), next(it, "end"))`, g.stmts.label), simple("it.close()")},
		{simple("b = sum(%s(b %% 6)) %% 40", name)},
	}
	return append([]Node{compound(block(fmt.Sprintf("def %s(k%s, n=1):", name, g.annotation(Type{Name: "int"})), body...))}, pick(g, uses)...)
}
