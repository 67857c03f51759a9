package py

import (
	"context"
	"strings"
)

// Alias is a parameterised generic at run time: list[int], Box[str]. A call
// makes an instance of the origin.
type Alias struct {
	origin any
	args   []any
}

// AliasType is types.GenericAlias; UnionType is types.UnionType.
var (
	AliasType = newClass("GenericAlias", "types", []*Class{ObjectType})
	UnionType = newClass("UnionType", "types", []*Class{ObjectType})
)

// NewAlias is origin[item].
func NewAlias(origin, item any) *Alias {
	if t, ok := item.(AnyTuple); ok {
		return &Alias{origin: origin, args: boxItems(t)}
	}
	return &Alias{origin: origin, args: []any{item}}
}

// Origin returns __origin__.
func (a *Alias) Origin() any { return a.origin }

// Args returns __args__.
func (a *Alias) Args() []any { return a.args }

// Call makes an instance of the origin.
func (a *Alias) Call(ctx context.Context, args []any, kw []Kw) (any, error) {
	x, err := callSlice(ctx, a.origin, args, kw)
	if err == nil {
		if o, ok := x.(*Object); ok && !o.class.noDict {
			if err := Catch(func() error { return SetAttrErr(o, "__orig_class__", a) }); err != nil && !errIsAttr(err) {
				return nil, err
			}
		}
	}
	return x, err
}

func errIsAttr(err error) bool { return FromGo(err).Exc().Is(AttributeError) }

func (a *Alias) pyType() *Class { return AliasType }

func (a *Alias) pyRepr() string {
	parts := make([]string, len(a.args))
	for i, x := range a.args {
		parts[i] = typeText(x)
	}
	if len(parts) == 0 {
		parts = []string{"()"}
	}
	return typeText(a.origin) + "[" + strings.Join(parts, ", ") + "]"
}

// typeText is how a type shows inside another type's repr.
func typeText(x any) string {
	switch v := x.(type) {
	case nil:
		return "None"
	case *Class:
		if v == NoneType {
			return "None"
		}
		if v.module == "builtins" {
			return v.qualname
		}
		return v.module + "." + v.qualname
	case *ellipsisType:
		return "..."
	case *List[any]:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = typeText(v.AtAny(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return Repr(x)
}

func (a *Alias) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, isAlias := other.(*Alias)
	if !isAlias || op > OpNe {
		return false, false
	}
	same := Eq(a.origin, o.origin) && Eq(NewTuple(a.args...), NewTuple(o.args...))
	return same == (op == OpEq), true
}

func (a *Alias) pyHash() int { return Hash(a.origin) ^ Hash(NewTuple(a.args...)) }

func (a *Alias) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	return unionOp(op, a, other, reflected)
}

// Union is int | None and the like.
type Union struct {
	args   []any
	typing bool // made by typing.Optional or typing.Union: it shows as such
}

// NewUnion is the union of the types, nested ones flattened, repeated ones
// dropped.
func NewUnion(types ...any) any {
	u := &Union{}
	for _, t := range types {
		parts := []any{t}
		if v, ok := t.(*Union); ok {
			parts = v.args
		}
		for _, p := range parts {
			if p == NoneType {
				p = nil
			}
			dup := false
			for _, q := range u.args {
				dup = dup || Eq(p, q)
			}
			if !dup {
				u.args = append(u.args, p)
			}
		}
	}
	if len(u.args) == 1 {
		if u.args[0] == nil {
			return NoneType
		}
		return u.args[0]
	}
	return u
}

// Args returns __args__.
func (u *Union) Args() []any {
	out := make([]any, len(u.args))
	for i, a := range u.args {
		out[i] = a
		if a == nil {
			out[i] = NoneType
		}
	}
	return out
}

func (u *Union) pyType() *Class { return UnionType }

func (u *Union) pyRepr() string {
	if u.typing {
		return u.typingRepr()
	}
	parts := make([]string, len(u.args))
	for i, x := range u.args {
		parts[i] = typeText(x)
	}
	return strings.Join(parts, " | ")
}

func (u *Union) typingRepr() string {
	if len(u.args) == 2 && (u.args[0] == nil || u.args[1] == nil) {
		other := u.args[0]
		if other == nil {
			other = u.args[1]
		}
		return "typing.Optional[" + typeText(other) + "]"
	}
	parts := make([]string, len(u.args))
	for i, x := range u.args {
		if parts[i] = typeText(x); x == nil {
			parts[i] = "NoneType"
		}
	}
	return "typing.Union[" + strings.Join(parts, ", ") + "]"
}

func (u *Union) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, isUnion := other.(*Union)
	if !isUnion || op > OpNe {
		return false, false
	}
	same := len(u.args) == len(o.args)
	for _, a := range u.args {
		found := false
		for _, b := range o.args {
			found = found || Eq(a, b)
		}
		same = same && found
	}
	return same == (op == OpEq), true
}

func (u *Union) pyHash() int {
	h := 0
	for _, a := range u.args {
		h ^= Hash(a)
	}
	return h
}

func (u *Union) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	return unionOp(op, u, other, reflected)
}

// pyBinaryOp is int | str.
func (c *Class) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	return unionOp(op, c, other, reflected)
}

func unionOp(op BinOp, x, other any, reflected bool) (any, bool) {
	if op != OpOr || !isTypeForm(other) {
		return nil, false
	}
	if reflected {
		return NewUnion(other, x), true
	}
	return NewUnion(x, other), true
}

// isTypeForm reports whether x may stand in a union.
func isTypeForm(x any) bool {
	switch x.(type) {
	case nil, *Class, *Alias, *Union:
		return true
	}
	return false
}

func init() {
	AliasType.addGetSet("__origin__", func(self any) (any, error) { return self.(*Alias).origin, nil }, nil)
	AliasType.addGetSet("__args__", func(self any) (any, error) { return NewTuple(self.(*Alias).args...), nil }, nil)
	AliasType.addGetSet("__parameters__", func(self any) (any, error) { return NewTuple[any](), nil }, nil)
	AliasType.addNative("__mro_entries__", []Param{PosOnly("bases")}, func(self any, _ []any) (any, error) {
		return NewTuple(self.(*Alias).origin), nil
	})
	UnionType.addGetSet("__args__", func(self any) (any, error) { return NewTuple(self.(*Union).Args()...), nil }, nil)
}
