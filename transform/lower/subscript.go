package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// subscript lowers the read of x[i].
func (b *body) subscript(e *ast.Subscript) val {
	if s, ok := e.Slice.(*ast.Slice); ok {
		return b.readSlice(e, s)
	}
	if v, ok := b.enumItem(e); ok {
		return v
	}
	vs := b.operands(e.Value, e.Slice)
	return b.getItem(vs[0], vs[1])
}

// getItem is x[i].
func (b *body) getItem(x, i val) val {
	o := max(x.o, i.o, reads)
	if _, keyed := x.t.(*types.Dict); !keyed {
		i = b.data(i)
	}
	if opt, ok := x.t.(*types.Optional); ok {
		x = b.notNone(x, opt, "TypeError", "'NoneType' object is not subscriptable")
	}
	switch t := x.t.(type) {
	case types.Basic:
		if isIntOrBool(i.t) {
			switch t {
			case types.Str:
				return val{pyCall("StrAt", x.x, b.convert(i, types.Int).x), types.Str, o}
			case types.Bytes:
				return val{method(x.x, "Get", b.convert(i, types.Int).x), types.Int, o}
			}
		}
	case *types.List:
		if isIntOrBool(i.t) {
			return val{method(x.x, "Get", b.convert(i, types.Int).x), t.Elem, o}
		}
	case *types.VarTuple:
		if isIntOrBool(i.t) {
			return val{method(x.x, "Get", b.convert(i, types.Int).x), t.Elem, o}
		}
	case *types.Dict:
		if fits(i.t, t.Key) {
			return val{method(x.x, "Get", b.convert(i, t.Key).x), t.Value, o}
		}
	case *types.Tuple:
		if n, ok := intConst(i.x); ok {
			if n < 0 {
				n += int64(len(t.Elems))
			}
			if n >= 0 && n < int64(len(t.Elems)) {
				return val{&ir.Select{X: x.x, Name: fmt.Sprintf("V%d", n)}, t.Elems[n], x.o}
			}
		}
	case *types.Instance:
		if v, ok := b.dunder(x, t, "__getitem__", i); ok {
			return v
		}
		if c := recordOf(t); c != nil {
			n, constant := intConst(i.x)
			if n < 0 {
				n += int64(len(c.Fields))
			}
			if constant && n >= 0 && n < int64(len(c.Fields)) {
				f := c.Fields[n]
				return val{&ir.FieldRef{X: x.x, Field: b.l.field(f)}, f.Type, max(x.o, reads)}
			}
		}
	case *types.Lib:
		if v, ok := b.stubDunder(x, "__getitem__", i); ok {
			return v
		}
	}
	return val{pyCall("GetItem", b.peek(x).x, b.look(i).x), types.Any, acts}
}

// notNone takes the value of an optional that Python would find to be None
// with the TypeError given.
func (b *body) notNone(v val, t *types.Optional, class, message string) val {
	name := "NotNone"
	if isIface(t) {
		name = "NotNil"
	}
	checked := pyCall(name, v.x, pyRef(class), str(message))
	if nilable(t.Elem) {
		return val{checked, t.Elem, max(v.o, reads)}
	}
	return val{&ir.Unary{Op: "*", X: checked}, t.Elem, max(v.o, reads)}
}

// readSlice lowers x[lo:hi:step].
func (b *body) readSlice(e *ast.Subscript, s *ast.Slice) val {
	t := b.typeOf(e.Value)
	typed := false
	switch t := t.(type) {
	case types.Basic:
		typed = t == types.Str || t == types.Bytes
	case *types.List, *types.VarTuple:
		typed = true
	}
	if typed && s.Step == nil && b.sliceIndex(s.Lower) && b.sliceIndex(s.Upper) {
		return b.typedSlice(e, s)
	}
	vs := b.operands(e.Value, s)
	x := vs[0]
	if t, ok := x.t.(*types.Instance); ok {
		if v, ok := b.dunder(x, t, "__getitem__", vs[1]); ok {
			return v
		}
	}
	switch x.t {
	case types.Str:
		return val{pyCall("StrSliceStep", x.x, vs[1].x), types.Str, reads}
	case types.Bytes:
		return val{method(x.x, "SliceStep", vs[1].x), types.Bytes, reads}
	}
	switch x.t.(type) {
	case *types.List, *types.VarTuple:
		return val{method(x.x, "SliceStep", vs[1].x), x.t, acts}
	}
	return val{pyCall("GetItem", b.peek(x).x, vs[1].x), types.Any, acts}
}

// sliceIndex reports whether a bound is absent or an int for sure.
func (b *body) sliceIndex(e ast.Expr) bool {
	if e == nil {
		return true
	}
	if c, ok := e.(*ast.Constant); ok {
		_, isInt := c.Value.(ast.Int)
		return isInt
	}
	return b.typeOf(e) == types.Int
}

func (b *body) typedSlice(e *ast.Subscript, s *ast.Slice) val {
	fs := []func() val{func() val { return b.expr(e.Value) }}
	name := "Slice"
	switch {
	case s.Lower != nil && s.Upper != nil:
		fs = append(fs, func() val { return b.exprTo(s.Lower, types.Int) }, func() val { return b.exprTo(s.Upper, types.Int) })
	case s.Lower != nil:
		name = "SliceFrom"
		fs = append(fs, func() val { return b.exprTo(s.Lower, types.Int) })
	case s.Upper != nil:
		name = "SliceTo"
		fs = append(fs, func() val { return b.exprTo(s.Upper, types.Int) })
	default:
		name = "SliceFrom"
		fs = append(fs, func() val { return lit(intLit(0), types.Int) })
	}
	vs := b.sequence(fs...)
	x, args := vs[0], exprs(vs[1:])
	o := join(vs...)
	switch x.t {
	case types.Str:
		return val{pyCall("Str"+name, append([]ir.Expr{x.x}, args...)...), types.Str, max(o, reads)}
	case types.Bytes:
		return val{method(x.x, name, args...), types.Bytes, max(o, reads)}
	}
	return val{method(x.x, name, args...), x.t, acts}
}

// setItem is x[i] = v.
func (b *body) setItem(x, i, v val) {
	switch t := x.t.(type) {
	case *types.List:
		if isIntOrBool(i.t) {
			b.add(&ir.ExprStmt{X: method(x.x, "Set", b.convert(i, types.Int).x, b.convert(v, t.Elem).x)})
			return
		}
	case *types.Dict:
		if fits(i.t, t.Key) {
			b.add(&ir.ExprStmt{X: method(x.x, "Set", b.convert(i, t.Key).x, b.convert(v, t.Value).x)})
			return
		}
	case *types.Instance:
		if r, ok := b.dunder(x, t, "__setitem__", i, v); ok {
			b.effect(r)
			return
		}
	case *types.Lib:
		if r, ok := b.stubDunder(x, "__setitem__", i, v); ok {
			b.effect(r)
			return
		}
	}
	if x.t == types.Any {
		v = b.box(v)
	} else {
		v = b.peek(v) // inference has seen what it does to x
	}
	b.add(&ir.ExprStmt{X: pyCall("SetItem", b.peek(x).x, b.box(i).x, v.x)})
}

// deleteItem is del x[i].
func (b *body) deleteItem(e *ast.Subscript) {
	vs := b.operands(e.Value, e.Slice)
	x, i := vs[0], vs[1]
	if t, ok := b.l.dictType(x.t); ok && fits(i.t, t.Key) {
		b.add(&ir.ExprStmt{X: method(x.x, "Delete", b.convert(i, t.Key).x)})
		return
	}
	if t, ok := x.t.(*types.Instance); ok {
		if r, ok := b.dunder(x, t, "__delitem__", i); ok {
			b.effect(r)
			return
		}
	}
	b.add(&ir.ExprStmt{X: pyCall("DelItem", b.look(x).x, b.look(i).x)})
}
