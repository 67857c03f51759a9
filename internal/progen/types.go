package progen

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// Type is a type of the expression tables: a Python type with its arguments, a
// variable ("T", see variableTypes), or "fn" for a lambda whose last argument is its result.
type Type struct {
	Name string
	Args []Type
}

// parseType reads a type: "dict[str,list[int]]".
func parseType(text string) Type {
	t, rest := readType(text)
	if rest != "" {
		panic("progen: type " + text)
	}
	return t
}

func readType(text string) (Type, string) {
	end := strings.IndexAny(text, "[,]")
	if end < 0 {
		return Type{Name: text}, ""
	}
	t := Type{Name: text[:end]}
	rest := text[end:]
	if rest[0] != '[' {
		return t, rest
	}
	for rest[0] != ']' {
		var arg Type
		arg, rest = readType(rest[1:])
		t.Args = append(t.Args, arg)
	}
	return t, rest[1:]
}

func (t Type) equal(o Type) bool {
	if t.Name != o.Name || len(t.Args) != len(o.Args) {
		return false
	}
	for i := range t.Args {
		if !t.Args[i].equal(o.Args[i]) {
			return false
		}
	}
	return true
}

// annotation is the type as Python writes it.
func (t Type) annotation() string {
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = a.annotation()
	}
	switch t.Name {
	case "any":
		return "object"
	case "opt":
		return args[0] + " | None"
	case "vtuple":
		return fmt.Sprintf("tuple[%s, ...]", args[0])
	}
	if len(args) == 0 {
		return t.Name
	}
	return fmt.Sprintf("%s[%s]", t.Name, strings.Join(args, ", "))
}

// isVariable reports whether the type is a type variable: one capital letter.
func (t Type) isVariable() bool {
	return len(t.Name) == 1 && t.Name[0] >= 'A' && t.Name[0] <= 'Z'
}

// variableTypes says what a type variable may stand for.
var variableTypes = map[string][]Type{
	"T": types("int str float bool bytes tuple[int,str] list[int] opt[int]"), // element
	"U": types("int str float bool tuple[int,str]"),                          // another element
	"H": types("int str float bytes tuple[int,str] bool"),                    // hashable
	"K": types("int str tuple[int,str]"),                                     // key
	"V": types("int str float list[int]"),                                    // value of a dict
	"O": types("int str float tuple[int,str] list[int]"),                     // ordered
	"N": types("int float"),                                                  // number
}

func types(list string) []Type {
	var out []Type
	for _, word := range strings.Fields(list) {
		out = append(out, parseType(word))
	}
	return out
}

// binding is what type variables stand for.
type binding map[string]Type

// unify binds the variables of the pattern so that it is the type.
func (b binding) unify(pattern, t Type) bool {
	if pattern.isVariable() {
		if bound, ok := b[pattern.Name]; ok {
			return bound.equal(t)
		}
		for _, allowed := range variableTypes[pattern.Name] {
			if allowed.equal(t) {
				b[pattern.Name] = t
				return true
			}
		}
		return false
	}
	if pattern.Name != t.Name || len(pattern.Args) != len(t.Args) {
		return false
	}
	for i := range t.Args {
		if !b.unify(pattern.Args[i], t.Args[i]) {
			return false
		}
	}
	return true
}

// suggest binds the open variables of a type so that a variable in scope has that
// type, if there is one.
func (b binding) suggest(g *gen, t Type) {
	if len(g.scope) == 0 || !g.chance(0.7) {
		return
	}
	for range 3 {
		trial := maps.Clone(b)
		if trial.unify(t, pick(g, g.scope).typ) {
			maps.Copy(b, trial)
			return
		}
	}
}

// resolve replaces the variables; one that is not bound yet is chosen.
func (b binding) resolve(g *gen, t Type) Type {
	if t.isVariable() {
		if _, ok := b[t.Name]; !ok {
			b[t.Name] = pick(g, variableTypes[t.Name])
		}
		return b[t.Name]
	}
	out := Type{Name: t.Name}
	for _, a := range t.Args {
		out.Args = append(out.Args, b.resolve(g, a))
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
