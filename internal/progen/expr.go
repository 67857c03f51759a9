package progen

import (
	"fmt"
	"strings"
)

var (
	exprTable = parseTable(numberTable, textTable, containerTable, builtinTable)
	stmtTable = parseTable(mutationTable)
)

// variableKinds are the types of the variables that snippets start from.
var variableKinds = types(`int int str str float bool bytes bytearray complex range any
	list[int] list[int] list[str] list[float] list[tuple[int,str]] list[list[int]] list[any] list[bool]
	dict[str,int] dict[str,int] dict[int,str] dict[str,list[int]] dict[str,float] dict[tuple[int,str],int]
	set[int] set[str] frozenset[int] frozenset[str] tuple[int,str] tuple[int,int,int] tuple[str,float] vtuple[int] vtuple[str] opt[int] opt[str]`)

// resultKinds are the types of the expressions that are printed.
var resultKinds = append(types("int str str str bool float bool list[int] list[str] tuple[int,str] complex bytes list[tuple[int,str]]"), variableKinds...)

// exprProgram is a program of snippets that print expressions.
func exprProgram(g *gen) Program {
	var p Program
	for i := range 14 {
		p.Snippets = append(p.Snippets, g.exprSnippet(i+1))
	}
	return p
}

// exprSnippet declares a few variables and prints expressions of them: in a
// function, in one with parameters that is called, or at the module's level.
func (g *gen) exprSnippet(number int) Snippet {
	label := itoa(number)
	size := len(g.scope)
	defer func() { g.scope = g.scope[:size] }()

	var vars []variable
	for range g.int(2, 4) {
		vars = append(vars, variable{g.fresh("v"), pick(g, variableKinds)})
	}
	name := "case_" + label
	var declarations, body []Node
	var params, args, again []string
	form := g.weighted(4, 4, 2)
	for _, v := range vars {
		value := g.expr(v.typ, 1)
		g.scope = append(g.scope, v)
		if form == 1 {
			value = g.value(v.typ)
			params = append(params, v.name+g.annotation(v.typ))
			args = append(args, value)
			again = append(again, g.value(v.typ))
			continue
		}
		declarations = append(declarations, simple("%s%s = %s", v.name, g.annotation(v.typ), value))
	}
	for i := range g.int(2, 4) {
		body = append(body, g.exprStatements(fmt.Sprintf("%s.%d", label, i+1))...)
	}
	body = append(declarations, body...)
	handler := block("except Exception as e:", simple(`print("%s", type(e).__name__, e)`, label))
	if form == 2 {
		return Snippet{label, []Node{compound(block("try:", body...), handler)}}
	}
	result := ""
	if g.annotated() {
		result = " -> None"
	}
	function := compound(block(fmt.Sprintf("def %s(%s)%s:", name, strings.Join(params, ", "), result), body...))
	calls := []Node{simple("%s(%s)", name, strings.Join(args, ", "))}
	if form == 1 && g.chance(0.4) {
		calls = append(calls, simple("%s(%s)", name, strings.Join(again, ", ")))
	}
	return Snippet{label, []Node{function, compound(block("try:", calls...), handler)}}
}

// annotation is ": T" or nothing.
func (g *gen) annotation(t Type) string {
	if !g.annotated() {
		return ""
	}
	return ": " + t.annotation()
}

// exprStatements print one labelled line.
func (g *gen) exprStatements(label string) []Node {
	if g.chance(0.25) {
		if nodes := g.mutation(label); nodes != nil {
			return nodes
		}
	}
	t := pick(g, resultKinds)
	if g.chance(0.3) {
		t = pick(g, g.scope).typ
	}
	e := g.expr(t, g.int(1, 3))
	switch g.weighted(6, 2, 2, 1, 1) {
	case 1:
		v := variable{g.fresh("r"), t}
		g.scope = append(g.scope, v)
		return []Node{simple("%s%s = %s", v.name, g.annotation(t), e), simple(`print("%s", %s, type(%s).__name__)`, label, v.name, v.name)}
	case 2:
		return []Node{simple(`print("%s", repr(%s))`, label, e)}
	case 3:
		return []Node{simple(`print("%s", %s, sep=%s)`, label, e, pick(g, []string{`"|"`, `""`, `" -> "`}))}
	case 4:
		return []Node{simple(`print("%s", %s, %s)`, label, e, g.expr(pick(g, resultKinds), 1))}
	}
	return []Node{simple(`print("%s", %s)`, label, e)}
}

// mutation changes a variable and prints it.
func (g *gen) mutation(label string) []Node {
	v := pick(g, g.scope)
	candidates := stmtTable.candidates(v.typ)
	if len(candidates) == 0 {
		return nil
	}
	c := pick(g, candidates)
	text, ok := g.fill(c, 1)
	if !ok {
		return nil
	}
	text = strings.ReplaceAll(text, "$", v.name)
	return []Node{simple("%s", text), simple(`print("%s", %s)`, label, v.name)}
}

// expr makes an expression of a type whose productions nest at most depth deep.
func (g *gen) expr(t Type, depth int) string {
	if g.chance(0.004) {
		t = pick(g, resultKinds) // a wrong type: an error, the right one
	}
	if depth > 0 && g.chance(0.85) {
		if e, ok := g.produce(t, depth-1); ok {
			return e
		}
	}
	if vars := g.named(t); len(vars) > 0 && g.chance(0.75) {
		return pick(g, vars).name
	}
	if t.isLambda() {
		return g.lambda(t, depth)
	}
	return g.value(t)
}

func (t Type) isLambda() bool { return t.Name == "fn" }

func (g *gen) produce(t Type, depth int) (string, bool) {
	switch {
	case t.Name == "str" && g.chance(0.2):
		return g.fString(depth), true
	case (t.Name == "list" || t.Name == "set" || t.Name == "dict") && g.chance(0.25):
		return g.comprehension(t, depth), true
	case t.Name == "any":
		return g.expr(pick(g, resultKinds), depth), true
	case t.Name == "tuple" && g.chance(0.5):
		items := make([]string, len(t.Args))
		for i, a := range t.Args {
			items[i] = g.expr(a, depth)
		}
		return "(" + strings.Join(items, ", ") + ")", true
	}
	candidates := exprTable.candidates(t)
	for range 3 {
		if len(candidates) == 0 {
			break
		}
		if e, ok := g.fill(pick(g, candidates), depth); ok {
			return e, true
		}
	}
	return "", false
}

// lambda is a function of the argument types with a result of the last type.
func (g *gen) lambda(t Type, depth int) string {
	var params []variable
	var names []string
	for _, a := range t.Args[:len(t.Args)-1] {
		v := variable{g.fresh("x"), a}
		params = append(params, v)
		names = append(names, v.name)
	}
	var body string
	g.within(params, func() { body = g.expr(t.Args[len(t.Args)-1], min(depth, 1)) })
	return fmt.Sprintf("lambda %s: %s", strings.Join(names, ", "), body)
}

// comprehension is a list, set or dict comprehension.
func (g *gen) comprehension(t Type, depth int) string {
	element := pick(g, types("int str float tuple[int,str] bool"))
	source := Type{Name: g.word("list list set vtuple"), Args: []Type{element}}
	if source.Name == "set" && element.Name == "bool" {
		source.Name = "list"
	}
	v := variable{g.fresh("x"), element}
	iterable := g.expr(source, depth)
	var inner, condition string
	vars := []variable{v}
	g.within(vars, func() {
		if g.chance(0.2) {
			w := variable{g.fresh("x"), Type{Name: "int"}}
			inner = fmt.Sprintf(" for %s in range(%s)", w.name, g.literal("tiny"))
			vars = append(vars, w)
		}
	})
	g.within(vars, func() {
		if g.chance(0.4) {
			condition = " if " + parenthesized(g.expr(Type{Name: "bool"}, 1))
		}
		switch t.Name {
		case "dict":
			inner = fmt.Sprintf("{%s: %s for %s in %s%s%s}", g.expr(t.Args[0], 1), g.expr(t.Args[1], 1), v.name, parenthesized(iterable), inner, condition)
		case "set":
			inner = fmt.Sprintf("{%s for %s in %s%s%s}", g.expr(t.Args[0], depth), v.name, parenthesized(iterable), inner, condition)
		default:
			inner = fmt.Sprintf("[%s for %s in %s%s%s]", g.expr(t.Args[0], depth), v.name, parenthesized(iterable), inner, condition)
		}
	})
	return inner
}

func parenthesized(e string) string {
	if isAtom(e) {
		return e
	}
	return "(" + e + ")"
}

// fString is an f-string of a few fields.
func (g *gen) fString(depth int) string {
	var s strings.Builder
	s.WriteString(`f"`)
	for range g.int(1, 3) {
		s.WriteString(pick(g, []string{"", "x=", " ", "{{", "}}", "é", "[", "%s", `\t`, `\\`}))
		t := pick(g, types("int float str int float str bool bytes any list[int] tuple[int,str] dict[str,int] opt[int] complex"))
		e := g.expr(t, min(depth, 1))
		if !isAtom(e) || e[0] == '{' {
			e = "(" + e + ")"
		}
		s.WriteString("{" + e)
		switch {
		case g.chance(0.08):
			s.WriteString("=")
		case g.chance(0.2):
			s.WriteString(g.word("!r !s !a"))
		case g.chance(0.5) && (t.Name == "int" || t.Name == "float" || t.Name == "str"):
			s.WriteString(":" + g.spec(t.Name))
		case g.chance(0.05):
			s.WriteString(":{" + g.literal("nat") + "}")
		}
		s.WriteString("}")
	}
	s.WriteString(`"`)
	return s.String()
}
