package lower

import (
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// joinedStr lowers an f-string to py.Sprintf, with Go's own verbs where they
// give what Python's format gives.
func (b *body) joinedStr(e *ast.JoinedStr) val {
	var format strings.Builder
	var parts []val
	plain := true
	fs := make([]func() val, 0, len(e.Values))
	verbs := make([]string, 0, len(e.Values))
	for _, v := range e.Values {
		switch v := v.(type) {
		case *ast.Constant:
		case *ast.FormattedValue:
			plain = false
			i := len(verbs)
			verbs = append(verbs, "")
			fs = append(fs, func() val {
				x, verb := b.formatted(v)
				verbs[i] = verb
				return x
			})
		default:
			_ = v
		}
	}
	parts = b.sequence(fs...)
	i := 0
	for _, v := range e.Values {
		switch v := v.(type) {
		case *ast.Constant:
			s, _ := v.Value.(ast.Str)
			if plain {
				format.WriteString(string(s))
			} else {
				format.WriteString(strings.ReplaceAll(string(s), "%", "%%"))
			}
		case *ast.FormattedValue:
			format.WriteString(verbs[i])
			i++
		}
	}
	if plain {
		return lit(str(format.String()), types.Str)
	}
	if len(parts) == 1 && format.String() == "%s" && parts[0].t == types.Str {
		return parts[0]
	}
	args := append([]ir.Expr{str(format.String())}, exprs(parts)...)
	return val{pyCall("Sprintf", args...), types.Str, join(parts...)}
}

var fixedSpec = regexp.MustCompile(`^\.(\d{1,2})f$`)

// formatted lowers one replacement field to the argument and the verb for it.
func (b *body) formatted(f *ast.FormattedValue) (val, string) {
	spec, constant := constSpec(f.FormatSpec)
	if !constant {
		vs := b.sequence(
			func() val { return b.converted(f) },
			func() val { return b.joinedStr(f.FormatSpec) })
		return val{pyCall("Format", b.look(vs[0]).x, vs[1].x), types.Str, acts}, "%s"
	}
	x := b.shown(b.converted(f))
	if spec == "" {
		switch x.t {
		case types.Str:
			return x, "%s"
		case types.Int:
			return x, "%d"
		case types.Any, types.Float, types.Bool:
			if x.o == acts || x.t == types.Any {
				x.o = acts
			}
			return x, "%v"
		}
		x = b.text(x)
		x.o = acts
		return x, "%v"
	}
	if m := fixedSpec.FindStringSubmatch(spec); m != nil && x.t == types.Float {
		return x, "%." + m[1] + "f"
	}
	switch x.t {
	case types.Float:
		return val{pyCall("FormatFloat", x.x, str(spec)), types.Str, x.o}, "%s"
	case types.Int:
		return val{pyCall("FormatInt", x.x, str(spec)), types.Str, x.o}, "%s"
	case types.Str:
		return val{pyCall("FormatStr", x.x, str(spec)), types.Str, x.o}, "%s"
	}
	return val{pyCall("Format", b.text(x).x, str(spec)), types.Str, acts}, "%s"
}

// converted applies !r, !s or !a.
func (b *body) converted(f *ast.FormattedValue) val {
	x := b.expr(f.Value)
	name := map[ast.Conversion]string{'r': "Repr", 's': "Str", 'a': "ASCII"}[f.Conversion]
	if name == "" || name == "Str" && x.t == types.Str {
		return x
	}
	return val{pyCall(name, b.text(x).x), types.Str, acts}
}

// constSpec is the text of a format spec without replacement fields.
func constSpec(s *ast.JoinedStr) (string, bool) {
	if s == nil {
		return "", true
	}
	var out strings.Builder
	for _, v := range s.Values {
		c, ok := v.(*ast.Constant)
		if !ok {
			return "", false
		}
		text, _ := c.Value.(ast.Str)
		out.WriteString(string(text))
	}
	return out.String(), true
}

// percentFormat lowers "..." % args.
func (b *body) percentFormat(e *ast.BinOp) val {
	vs := b.operands(e.Left, e.Right)
	return val{pyCall("StrMod", vs[0].x, b.look(vs[1]).x), types.Str, acts}
}
