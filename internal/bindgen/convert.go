package bindgen

import (
	"fmt"
	"go/types"
	"strings"
)

const pyPath = modulePath + "/runtime/py"
const asyncioPath = modulePath + "/runtime/asyncio"

// named returns the package path and name of a named type or pointer to one.
func named(t types.Type) (pkg, name string, ptr bool) {
	if p, ok := t.(*types.Pointer); ok {
		t, ptr = p.Elem(), true
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return "", "", ptr
	}
	return n.Obj().Pkg().Path(), n.Obj().Name(), ptr
}

func typeArg(t types.Type, i int) types.Type {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.TypeArgs().Len() <= i {
		return nil
	}
	return n.TypeArgs().At(i)
}

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0 && !i.IsComparable()
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func isContext(t types.Type) bool {
	pkg, name, _ := named(t)
	return pkg == "context" && name == "Context"
}

// seqElem is X of iter.Seq[X], or nil.
func seqElem(t types.Type) types.Type {
	if pkg, name, ptr := named(t); pkg == "iter" && name == "Seq" && !ptr {
		return typeArg(t, 0)
	}
	return nil
}

// asFunc returns the signature of a Go func type that is no sequence.
func asFunc(t types.Type) (*types.Signature, bool) {
	if seqElem(t) != nil {
		return nil, false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return sig, ok
}

// unbox is the Go expression that converts x, a value in an any, to type t.
// Statements that must come before it are added to the body.
func (g *gen) unbox(x string, t types.Type) string {
	py := g.pyPrefix()
	if b, ok := t.(*types.Basic); ok {
		switch b.Kind() {
		case types.Int:
			return py + "AsInt(" + x + ")"
		case types.Float64:
			return py + "AsFloat(" + x + ")"
		case types.String:
			return py + "AsString(" + x + ")"
		case types.Bool:
			return py + "Truth(" + x + ")"
		}
	}
	if isAny(t) {
		return x
	}
	if sl, ok := t.(*types.Slice); ok && isAny(sl.Elem()) {
		return py + "Args(" + x + ")" // the tuple of a *args parameter
	}
	if e := seqElem(t); e != nil {
		if isAny(e) {
			return py + "SeqOf(" + x + ")"
		}
		return fmt.Sprintf("%sSeqMap(%s, func(x any) %s { return %s })", py, x, g.typ(e), g.unbox("x", e))
	}
	if sig, ok := asFunc(t); ok {
		return g.callback(x, sig)
	}
	pkg, name, ptr := named(t)
	switch {
	case pkg == pyPath && name == "Sequence" && isAny(typeArg(t, 0)):
		return py + "AsSequence(" + x + ")"
	case pkg == pyPath && ptr && name == "List":
		return fmt.Sprintf("%sAsListOf(%s, func(x any) %s { return %s })", py, x, g.typ(typeArg(t, 0)), g.unbox("x", typeArg(t, 0)))
	case pkg == pyPath && ptr && name == "Dict":
		k, v := typeArg(t, 0), typeArg(t, 1)
		return fmt.Sprintf("%sAsDictOf(%s, func(x any) %s { return %s }, func(x any) %s { return %s })", py, x,
			g.typ(k), g.unbox("x", k), g.typ(v), g.unbox("x", v))
	case pkg == pyPath && ptr && name == "Tuple" && !isAny(typeArg(t, 0)):
		return fmt.Sprintf("%sTupleOf(%s)", py, g.unbox(x, g.seqOf(typeArg(t, 0))))
	case pkg == asyncioPath && name == "Awaitable" && !ptr:
		return g.qual(asyncioPath, "ToAwaitable") + "(" + x + ")"
	}
	return fmt.Sprintf("%sAs[%s](%s)", py, g.typ(t), x)
}

// seqOf is the type iter.Seq[e].
func (g *gen) seqOf(e types.Type) types.Type {
	p, err := g.load.Import("iter")
	if err != nil {
		panic(err)
	}
	t, err := types.Instantiate(nil, p.Scope().Lookup("Seq").Type(), []types.Type{e}, false)
	if err != nil {
		panic(err)
	}
	return t
}

// callback is a Go func that calls the Python callable x; None is nil.
func (g *gen) callback(x string, sig *types.Signature) string {
	py := g.pyPrefix()
	var params, args []string
	ctx := "ctx"
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		name := fmt.Sprintf("p%d", i)
		if i == 0 && isContext(t) {
			name = "ctx"
		} else {
			args = append(args, g.box(name, t))
		}
		ts := g.typ(t)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			g.unsupported("variadic callback")
		}
		params = append(params, name+" "+ts)
	}
	res := sig.Results()
	n := res.Len()
	withErr := n > 0 && isError(res.At(n-1).Type())
	if withErr {
		n--
	}
	if n > 1 {
		g.unsupported("callback with several results")
	}
	var results []string
	for i := range res.Len() {
		results = append(results, g.typ(res.At(i).Type()))
	}
	call := fmt.Sprintf("%sCall(%s)", py, strings.Join(append([]string{ctx, x}, args...), ", "))
	var b strings.Builder
	fmt.Fprintf(&b, "func(%s) (%s) {\n", strings.Join(params, ", "), strings.Join(results, ", "))
	switch {
	case n == 0 && withErr:
		fmt.Fprintf(&b, "_, err := %s\nreturn err\n", call)
	case n == 0:
		fmt.Fprintf(&b, "%sMust(%s)\n", py, call)
	case withErr:
		fmt.Fprintf(&b, "r, err := %s\nif err != nil {\nvar zero %s\nreturn zero, err\n}\nreturn %s, nil\n", call, results[0], g.unbox("r", res.At(0).Type()))
	default:
		fmt.Fprintf(&b, "r := %sMust(%s)\nreturn %s\n", py, call, g.unbox("r", res.At(0).Type()))
	}
	b.WriteString("}")
	return b.String()
}

// box is the Go expression of type any for x of type t.
func (g *gen) box(x string, t types.Type) string {
	py := g.pyPrefix()
	if _, ok := t.(*types.Basic); ok || isAny(t) {
		return x
	}
	if e := seqElem(t); e != nil {
		return py + "IterOf(" + x + ")"
	}
	if pkg, name, ptr := named(t); pkg == pyPath && name == "Bytes" && !ptr {
		return x
	}
	if _, ok := asFunc(t); ok {
		g.unsupported("a func result")
	}
	return py + "BoxWide(" + x + ")"
}

// fits is a Go condition: whether x can become a t without an error; empty
// when every value can.
func (g *gen) fits(x string, t types.Type) string {
	py := g.pyPrefix()
	if b, ok := t.(*types.Basic); ok {
		switch b.Kind() {
		case types.Int:
			return py + "FitsInt(" + x + ")"
		case types.Float64:
			return py + "FitsFloat(" + x + ")"
		case types.String:
			return py + "FitsStr(" + x + ")"
		case types.Bool:
			return ""
		}
	}
	if isAny(t) {
		return ""
	}
	if e := seqElem(t); e != nil {
		return py + "FitsIterable(" + x + ")"
	}
	if _, ok := asFunc(t); ok {
		return py + "IsCallable(" + x + ")"
	}
	pkg, name, ptr := named(t)
	switch {
	case pkg == pyPath && name == "Sequence":
		return py + "FitsSequence(" + x + ")"
	case pkg == pyPath && ptr && name == "Dict":
		return py + "FitsDict(" + x + ")"
	case pkg == pyPath && ptr && name == "List":
		return py + "FitsList(" + x + ")"
	case pkg == asyncioPath && name == "Awaitable":
		return ""
	}
	return fmt.Sprintf("%sFits[%s](%s)", py, g.typ(t), x)
}
