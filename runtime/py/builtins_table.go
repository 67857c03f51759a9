package py

import (
	"bufio"
	"context"
	"errors"
	"math/big"
	"os"
	"strings"
)

func init() {
	x := []Param{PosOnly("obj")}
	addBuiltin("abs", x, func(_ context.Context, a []any) any { return Abs(a[0]) })
	addBuiltin("all", x, func(_ context.Context, a []any) any { return AllOf(a[0]) })
	addBuiltin("any", x, func(_ context.Context, a []any) any { return AnyOf(a[0]) })
	addBuiltin("ascii", x, func(_ context.Context, a []any) any { return ASCII(a[0]) })
	addBuiltin("bin", x, func(_ context.Context, a []any) any { return radixText(a[0], 2, "0b") })
	addBuiltin("oct", x, func(_ context.Context, a []any) any { return radixText(a[0], 8, "0o") })
	addBuiltin("hex", x, func(_ context.Context, a []any) any { return radixText(a[0], 16, "0x") })
	addBuiltin("callable", x, func(_ context.Context, a []any) any { return IsCallable(a[0]) })
	addBuiltin("chr", x, func(_ context.Context, a []any) any { return Chr(AsInt(a[0])) })
	addBuiltin("ord", x, func(_ context.Context, a []any) any { return ordOf(a[0]) })
	addBuiltin("hash", x, func(_ context.Context, a []any) any { return Hash(a[0]) })
	addBuiltin("id", x, func(_ context.Context, a []any) any { return ID(a[0]) })
	addBuiltin("len", x, func(_ context.Context, a []any) any { return BoxInt(Len(a[0])) })
	addBuiltin("repr", x, func(_ context.Context, a []any) any { return Repr(a[0]) })
	addBuiltin("vars", x, func(_ context.Context, a []any) any { return Vars(a[0]) })
	addBuiltin("dir", x, func(_ context.Context, a []any) any { return wide(Dir(a[0])) })
	two := []Param{PosOnly("x"), PosOnly("y")}
	addBuiltin("divmod", two, func(_ context.Context, a []any) any { return DivMod(a[0], a[1]) })
	addBuiltin("isinstance", two, func(_ context.Context, a []any) any { return IsInstance(a[0], a[1]) })
	addBuiltin("issubclass", two, func(_ context.Context, a []any) any { return IsSubclass(a[0], a[1]) })
	addBuiltin("hasattr", two, func(_ context.Context, a []any) any { return HasAttr(a[0], attrName("hasattr", a[1])) })
	addBuiltinErr("delattr", two, func(_ context.Context, a []any) (any, error) {
		return nil, DelAttrErr(a[0], attrName("delattr", a[1]))
	})
	addBuiltinErr("setattr", []Param{PosOnly("obj"), PosOnly("name"), PosOnly("value")}, func(_ context.Context, a []any) (any, error) {
		return nil, SetAttrErr(a[0], attrName("setattr", a[1]), a[2])
	})
	addBuiltinErr("getattr", []Param{PosOnly("obj"), PosOnly("name"), PosOnly("default").Optional()}, func(_ context.Context, a []any) (any, error) {
		name := attrName("getattr", a[1])
		if a[2] == NotGiven {
			return GetAttrErr(a[0], name)
		}
		return GetAttrDefault(a[0], name, a[2]), nil
	})
	addBuiltin("format", []Param{PosOnly("value"), PosOnly("format_spec").Default("")}, func(_ context.Context, a []any) any {
		return Format(a[0], AsString(a[1]))
	})
	addBuiltin("iter", []Param{PosOnly("obj"), PosOnly("sentinel").Optional()}, func(_ context.Context, a []any) any {
		if a[1] != NotGiven {
			return IterSentinel(a[0], a[1])
		}
		return IterValue(a[0])
	})
	addBuiltinErr("next", []Param{PosOnly("iterator"), PosOnly("default").Optional()}, func(_ context.Context, a []any) (any, error) {
		v, ok, stop := nextValue(a[0])
		switch {
		case ok:
			return v, nil
		case a[1] != NotGiven:
			return a[1], nil
		}
		return nil, stop
	})
	addBuiltin("pow", []Param{Pos("base"), Pos("exp"), Pos("mod").Default(nil)}, func(_ context.Context, a []any) any { return Pow3(a[0], a[1], a[2]) })
	addBuiltin("round", []Param{Pos("number"), Pos("ndigits").Default(nil)}, func(_ context.Context, a []any) any { return Round(a[0], a[1]) })
	addBuiltin("sum", []Param{PosOnly("iterable"), Pos("start").Default(0)}, func(_ context.Context, a []any) any { return SumOf(a[0], a[1]) })
	addBuiltin("sorted", []Param{PosOnly("iterable"), KwOnly("key").Default(nil), KwOnly("reverse").Default(false)}, func(_ context.Context, a []any) any {
		return SortedList(a[0], a[1], Truth(a[2]))
	})
	Builtin("sorted").(*Func).kwName = "sort"
	addExtreme("min", MinOf)
	addExtreme("max", MaxOf)
	addBuiltinErr("print", []Param{VarArgs("args"), KwOnly("sep").Default(nil), KwOnly("end").Default(nil), KwOnly("file").Default(nil), KwOnly("flush").Default(false)}, func(_ context.Context, a []any) (any, error) {
		sep, err := textOr(a[1], "sep", " ")
		if err != nil {
			return nil, err
		}
		end, err := textOr(a[2], "end", "\n")
		if err != nil {
			return nil, err
		}
		PrintTo(a[3], sep, end, Truth(a[4]), a[0].(*Tuple[any]).items...)
		return nil, nil
	})
	addBuiltinErr("input", []Param{PosOnly("prompt").Default("")}, func(_ context.Context, a []any) (any, error) {
		return stringResultErr(Input(a[0]))
	})
	for _, c := range []*Class{ObjectType, TypeType, IntType, BoolType, FloatType, ComplexType, StrType, BytesType, ByteArrayType, MemoryViewType, ListType, TupleType, DictType, SetType, FrozenSetType, RangeType, SliceType, PropertyType, StaticMethodType, ClassMethodType, SuperType, EnumerateType, ZipType, MapType, FilterType, ReversedType} {
		builtinTable.Set(c.name, c)
	}
	addExceptionClasses(BaseException_)
	builtinTable.Set("EnvironmentError", OSError)
	builtinTable.Set("IOError", OSError)
	builtinTable.Set("NotImplemented", NotImplemented)
	builtinTable.Set("Ellipsis", Ellipsis)
	iteratorClasses()
}

// iteratorClasses makes enumerate, zip, map, filter and reversed callable.
func iteratorClasses() {
	class := func(c *Class, params []Param, fn func(a []any) any) {
		f := NewBuiltin(c.name, params, func(_ context.Context, a []any) (v any, err error) {
			defer catchTo(&v, &err)
			return fn(a), nil
		})
		c.builtin = &builtinBehaviour{construct: func(ctx context.Context, args []any, kw []Kw) (any, error) {
			if c == EnumerateType && len(args)+len(kw) == 0 {
				return nil, TypeError.New("enumerate() missing required argument 'iterable'")
			}
			return f.Call(ctx, args, kw)
		}}
	}
	class(EnumerateType, []Param{Pos("iterable"), Pos("start").Default(0)}, func(a []any) any { return Enumerate(a[0], a[1]) })
	class(ZipType, []Param{VarArgs("iterables"), KwOnly("strict").Default(false)}, func(a []any) any {
		return Zip(Truth(a[1]), a[0].(*Tuple[any]).items...)
	})
	class(MapType, []Param{PosOnly("func"), PosOnly("iterable"), VarArgs("iterables")}, func(a []any) any {
		return MapIter(a[0], append([]any{a[1]}, a[2].(*Tuple[any]).items...)...)
	})
	class(FilterType, []Param{PosOnly("function"), PosOnly("iterable")}, func(a []any) any { return FilterIter(a[0], a[1]) })
	class(ReversedType, []Param{PosOnly("sequence")}, func(a []any) any { return ReversedIter(a[0]) })
}

// addExceptionClasses puts the exception class and those below it into the
// table of builtins.
func addExceptionClasses(c *Class) {
	if c.module == "builtins" {
		builtinTable.Set(c.name, c)
	}
	for _, s := range c.subclasses {
		addExceptionClasses(s)
	}
}

func addExtreme(name string, of func(x, key, def any) any) {
	addBuiltinErr(name, []Param{VarArgs("args"), KwOnly("key").Default(nil), KwOnly("default").Optional()}, func(_ context.Context, a []any) (any, error) {
		args := a[0].(*Tuple[any]).items
		switch {
		case len(args) == 0:
			return nil, Errorf(TypeError, "%s expected at least 1 argument, got 0", name)
		case len(args) == 1:
			return of(args[0], a[1], a[2]), nil
		case a[2] != NotGiven:
			return nil, Errorf(TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
		return of(NewTuple(args...), a[1], NotGiven), nil
	})
}

func attrName(fn string, v any) string {
	s, ok := baseOf(v).(string)
	if !ok {
		Throwf(TypeError, "attribute name must be string, not '%s'", TypeOf(v).name)
	}
	return s
}

// nextValue is next(it) with the StopIteration that CPython would raise.
func nextValue(it any) (v any, ok bool, stop error) {
	if g, isGen := it.(anyGenerator); isGen {
		v, err := g.sendAny(nil)
		if err == nil {
			return v, true, nil
		}
		if errors.Is(err, StopIteration) {
			return nil, false, err
		}
		Throw(err)
	}
	if o, isObj := it.(*Object); isObj {
		if m, has := o.class.slot(dNext); has {
			v, err := callDunder(m, o)
			if err == nil {
				return v, true, nil
			}
			if errors.Is(err, StopIteration) {
				return nil, false, err
			}
			Throw(err)
		}
	}
	v, ok = Next(it)
	return v, ok, StopIteration.New()
}

// NextErr is next(it): StopIteration at the end.
func NextErr(it any) (v any, err error) {
	defer catchTo(&v, &err)
	v, ok, stop := nextValue(it)
	if !ok {
		return nil, stop
	}
	return v, nil
}

func textOr(v any, name, def string) (string, error) {
	if v == nil {
		return def, nil
	}
	s, ok := baseOf(v).(string)
	if !ok {
		return "", Errorf(TypeError, "%s must be None or a string, not %s", name, TypeOf(v).name)
	}
	return s, nil
}

func stringResultErr(s string, err error) (any, error) { return s, err }

func ordOf(x any) any {
	switch v := baseOf(x).(type) {
	case string:
		return BoxInt(Ord(v))
	case Bytes:
		if len(v) == 1 {
			return BoxInt(int(v[0]))
		}
		Throwf(TypeError, "ord() expected a character, but string of length %d found", len(v))
	case *ByteArray:
		return ordOf(v.Bytes())
	}
	Throwf(TypeError, "ord() expected string of length 1, but %s found", TypeOf(x).name)
	return nil
}

// radixText is bin, oct and hex.
func radixText(x any, base int, prefix string) string {
	n := AsBig(x)
	if n.Sign() < 0 {
		return "-" + prefix + new(big.Int).Neg(n).Text(base)
	}
	return prefix + n.Text(base)
}

var stdin = bufio.NewReader(os.Stdin)

// Input is input(prompt): EOFError at the end of stdin.
func Input(prompt any) (string, error) {
	Stdout.w.WriteString(Str(prompt))
	Stdout.Flush()
	s, err := stdin.ReadString('\n')
	if err != nil && s == "" {
		return "", EOFError.New("EOF when reading a line")
	}
	return strings.TrimSuffix(s, "\n"), nil
}
