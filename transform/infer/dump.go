package infer

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Dump writes what inference found, in source order: functions and classes,
// then for each line its variables, the types of its expressions, what names
// denote and how calls are made. It is a tool for tests and for debugging.
func Dump(w io.Writer, info *Info) {
	d := &dumper{info: info, lines: map[int][]entry{}}
	for _, cls := range info.ClassList {
		d.class(w, cls)
	}
	for _, fn := range info.FuncList {
		d.fn(w, fn)
	}
	d.walk()
	var lines []int
	for n := range d.lines {
		lines = append(lines, n)
	}
	sort.Ints(lines)
	for _, n := range lines {
		list := d.lines[n]
		sort.SliceStable(list, func(i, j int) bool {
			if list[i].col != list[j].col {
				return list[i].col < list[j].col
			}
			return list[i].end < list[j].end
		})
		for _, e := range list {
			fmt.Fprintf(w, "%d:%d-%d %s\n", n, e.col+1, e.end+1, e.text)
		}
	}
}

type entry struct {
	col, end int
	text     string
}

type dumper struct {
	info  *Info
	lines map[int][]entry
}

func (d *dumper) class(w io.Writer, cls *Class) {
	kind := [...]string{"class", "dataclass", "enum", "namedtuple", "exception", "protocol", "typeddict"}[cls.Kind]
	fmt.Fprintf(w, "%s %s", kind, cls.Name)
	if !cls.Typed {
		fmt.Fprintf(w, " dynamic: %s", cls.WhyDynamic)
	}
	fmt.Fprintln(w)
	for _, f := range cls.Fields {
		fmt.Fprintf(w, "  %s: %s%s\n", f.Name, f.Type, flag(f.MayUnset, " may be unset"))
	}
	for _, f := range cls.ClassVars {
		fmt.Fprintf(w, "  class var %s: %s\n", f.Name, f.Type)
	}
}

func flag(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

func (d *dumper) fn(w io.Writer, fn *Func) {
	var b strings.Builder
	if fn.Async {
		b.WriteString("async ")
	}
	name := fn.Name
	if fn.Class != nil {
		name = fn.Class.Name + "." + name
	}
	fmt.Fprintf(&b, "def %s(", name)
	for i, p := range fn.Params {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString([...]string{"", "", "*", "", "**"}[p.Kind] + p.Name + ": " + p.Type.String())
	}
	fmt.Fprintf(&b, ") -> %s", fn.Result)
	if fn.Generator {
		fmt.Fprintf(&b, " yields %s", fn.Yield)
	}
	if fn.AsValue {
		fmt.Fprintf(&b, " value %s", fn.ValueType)
	}
	b.WriteString(flag(fn.Direct, " direct"))
	fmt.Fprintln(w, b.String())
}

func (d *dumper) add(n ast.Node, format string, args ...any) {
	r := n.Span()
	d.lines[r.Start.Line] = append(d.lines[r.Start.Line], entry{r.Start.Col, r.End.Col, fmt.Sprintf(format, args...)})
}

func (d *dumper) walk() {
	ast.Walk(d.info.Module, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Constant:
			return true
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			return true
		}
		var parts []string
		name := ""
		switch n := n.(type) {
		case *ast.Name:
			name = n.Id
		case *ast.Arg:
			name = n.Arg
		case *ast.Attribute:
			name = "." + n.Attr
		case *ast.Call:
			name = "call"
		default:
			name = strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast.")
		}
		if e, ok := n.(ast.Expr); ok {
			if t := d.info.Types[e]; t != nil {
				parts = append(parts, t.String())
			}
			if r := d.info.Refs[e]; r != nil {
				parts = append(parts, refString(r))
			}
		}
		if v := d.info.Vars[n]; v != nil && d.info.Refs[asExpr(n)] == nil {
			parts = append(parts, "var "+v.Type.String()+flag(v.MayUnset, " may be unset"))
		}
		if c, ok := n.(*ast.Call); ok {
			if k := d.info.Calls[c]; k != nil {
				parts = append(parts, callString(k))
			}
		}
		if len(parts) > 0 {
			d.add(n, "%s: %s", name, strings.Join(parts, "; "))
		}
		return true
	})
}

func asExpr(n ast.Node) ast.Expr {
	e, _ := n.(ast.Expr)
	return e
}

func refString(r Ref) string {
	switch r := r.(type) {
	case *FuncRef:
		return "func " + r.Func.Name
	case *ClassRef:
		return "class " + r.Class.Name
	case *ModuleRef:
		return "module " + r.Module.Name
	case *StubRef:
		return "stub " + stubs.ModuleOf(r.Symbol).Name + "." + stubs.SymbolName(r.Symbol)
	case *FieldRef:
		return "field " + r.Class.Name + "." + r.Field.Name
	case *MethodRef:
		return "method " + r.Func.Class.Name + "." + r.Func.Name
	case *PropertyRef:
		return "property " + r.Getter.Class.Name + "." + r.Getter.Name
	case *ClassVarRef:
		return "class var " + r.Class.Name + "." + r.Field.Name
	case *EnumAttrRef:
		return "enum " + r.Class.Name + "." + r.Name
	case *StubMemberRef:
		return "member " + stubs.SymbolName(r.Symbol)
	}
	panic(fmt.Sprintf("infer: unexpected %T", r))
}

func callString(k *Call) string {
	kind := [...]string{"dynamic", "func", "method", "new", "stub", "func value", "role"}[k.Kind]
	switch {
	case k.Func != nil:
		kind += " " + k.Func.Name
	case k.Class != nil:
		kind += " " + k.Class.Name
	case k.Sig != nil:
		kind += " " + k.Sig.Go.Name + "(" + typeList(k.Types) + ")"
		if k.Sig.Role != "" {
			kind += " role " + string(k.Sig.Role)
		}
	}
	if len(k.TypeArgs) > 0 {
		kind += " [" + typeList(k.TypeArgs) + "]"
	}
	return kind + " -> " + k.Result.String()
}

func typeList(list []types.Type) string {
	parts := make([]string, len(list))
	for i, t := range list {
		parts[i] = t.String()
	}
	return strings.Join(parts, ", ")
}
