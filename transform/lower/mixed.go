package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Containers that lie in an any hold any: see infer.Info.Widen. The functions
// here note those that do not, so that the module is lowered again with wider
// ones.

// mixes notes that a value with the static type t goes into an any where it
// may be kept, changed or taken out, or comes out of one.
func (l *lowerer) mixes(t types.Type) {
	var origin types.Origin
	switch t := t.(type) {
	case *types.Optional:
		l.mixes(t.Elem)
		return
	case *types.Tuple:
		for _, e := range t.Elems {
			l.mixes(e)
		}
		return
	case *types.List:
		origin = t.Origin
	case *types.Set:
		origin = t.Origin
	case *types.Dict:
		origin = t.Origin
	case *types.Lib:
		origin = t.Origin
	case *types.Generator:
		origin = t.Origin
	case *types.AsyncGenerator:
		origin = t.Origin
	case *types.Func:
		l.mixed = append(l.mixed, t.Origin)
		return
	}
	if origin != nil && !heldByAny(t) {
		l.mixed = append(l.mixed, origin)
	}
}

// givesInstances notes the instances that a library function gets in a call
// that is not static, if their class has special methods that only the program
// knows how to call.
func (b *body) givesInstances(e *ast.Call) {
	c := b.l.info.Calls[e]
	if c == nil || c.Sig == nil || c.Sig.Looks {
		return
	}
	for _, a := range e.Args {
		if s, ok := a.(*ast.Starred); ok {
			a = s.Value
		}
		t, ok := b.typeOf(a).(*types.Instance)
		if !ok {
			continue
		}
		if cls := t.Class.(*infer.Class); cls.HasStaticMethods() {
			b.l.mixed = append(b.l.mixed, cls)
		}
	}
}

// widenCall notes that a library call gives a container that is not the one
// that becomes of it: its type arguments must be those of the latter.
func (l *lowerer) widenCall(e ast.Expr) {
	if a, ok := e.(*ast.Await); ok {
		e = a.Value
	}
	if c, ok := e.(*ast.Call); ok {
		l.mixed = append(l.mixed, c)
	}
}

// look makes v an any that is only looked at: what takes it neither keeps nor
// changes it, and gives nothing of it back.
func (b *body) look(v val) val {
	seen := len(b.l.mixed)
	out := b.box(v)
	b.l.mixed = b.l.mixed[:seen]
	if t, ok := v.t.(*types.Func); ok {
		b.l.mixes(t) // even a look at a function sees which one it is
	}
	return out
}

// peek makes v an any whose elements may be taken out; what is put in is what
// inference has seen.
func (b *body) peek(v val) val {
	out := b.look(v)
	for _, e := range elements(v.t) {
		b.l.mixes(e)
	}
	return out
}

// elements are the types of what a container holds.
func elements(t types.Type) []types.Type {
	switch t := t.(type) {
	case *types.Optional:
		return elements(t.Elem)
	case *types.List:
		return []types.Type{t.Elem}
	case *types.Set:
		return []types.Type{t.Elem}
	case *types.Dict:
		return []types.Type{t.Key, t.Value}
	case *types.VarTuple:
		return []types.Type{t.Elem}
	case *types.Tuple:
		return t.Elems
	case *types.Lib:
		return t.Args
	case *types.Generator:
		return []types.Type{t.Elem}
	case *types.AsyncGenerator:
		return []types.Type{t.Elem}
	}
	return nil
}

// peeked lowers operands to any whose elements may be taken out.
func (b *body) peeked(list []ast.Expr) []val {
	fs := make([]func() val, len(list))
	for i, e := range list {
		fs[i] = func() val { return b.peek(b.expr(e)) }
	}
	return b.sequence(fs...)
}

// callArg lowers an argument of a dynamic call: the one at position i, or with
// the name of a keyword; i is negative for what a star spreads. Stubs say which
// parameters of a library function only read what they take; any other
// function may do anything.
func (b *body) callArg(call *ast.Call, e ast.Expr, i int, keyword string) val {
	v := b.expr(e)
	f := b.l.libraryFunc(call.Func)
	if f == nil {
		return b.box(v)
	}
	for _, sig := range f.Overloads {
		for j, p := range sig.Params {
			mayTake := i < 0 || p.Name == keyword
			if keyword == "" && i >= 0 {
				mayTake = j == i || p.Kind == stubs.VarPos && j < i
			}
			if mayTake && !readOnlyParam(p.Annotation) {
				return b.box(v)
			}
		}
	}
	return b.peek(v)
}

// libraryFunc is the library function that an expression names, nil if it
// names none.
func (l *lowerer) libraryFunc(e ast.Expr) *stubs.Func {
	var s stubs.Symbol
	switch r := l.info.Refs[e].(type) {
	case *infer.StubRef:
		s = r.Symbol
	case *infer.StubMemberRef:
		s = r.Symbol
	}
	switch s := s.(type) {
	case *stubs.Func:
		return s
	case *stubs.Class:
		return s.Init
	}
	return nil
}

// changeable are the annotations of what a library may keep or change.
var changeable = map[string]bool{
	"list": true, "dict": true, "set": true, "Any": true, "MutableSequence": true, "MutableMapping": true, "MutableSet": true,
}

// readOnlyParam reports whether a parameter takes no container that can be
// changed, and no value that the library keeps without saying so.
func readOnlyParam(annotation ast.Expr) bool {
	if annotation == nil {
		return false
	}
	ok := true
	ast.Walk(annotation, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Subscript:
			// Callable[[Any], Any] only tells how a function is called
			if name, is := n.Value.(*ast.Name); is && name.Id == "Callable" {
				return false
			}
		case *ast.Name:
			ok = ok && !changeable[n.Id]
		}
		return ok
	})
	return ok
}

// makesContainer reports whether a call of a library function gives a new
// container: one whose result is a container by its stub. A method that gives
// back what was put in has a type variable there.
func (l *lowerer) makesContainer(call *ast.Call) bool {
	f := l.libraryFunc(call.Func)
	if f == nil {
		return false
	}
	if f.Class != nil && f == f.Class.Init {
		return true
	}
	sigs := f.Overloads
	if c := l.info.Calls[call]; c != nil && c.Sig != nil {
		sigs = []*stubs.Sig{c.Sig}
	}
	for _, sig := range sigs {
		sub, ok := sig.Result.(*ast.Subscript)
		if !ok {
			return false
		}
		name, ok := sub.Value.(*ast.Name)
		if !ok || !newContainer[name.Id] {
			return false
		}
	}
	return true
}

var newContainer = map[string]bool{"list": true, "dict": true, "set": true, "tuple": true, "frozenset": true}
