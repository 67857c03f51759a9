package py

import (
	"context"
	"math"
	"math/big"
	"slices"
)

// AnyOf is any(x); AllOf is all(x).
func AnyOf(x any) bool {
	for v := range Each(x) {
		if Truth(v) {
			return true
		}
	}
	return false
}

// AllOf is all(x).
func AllOf(x any) bool {
	for v := range Each(x) {
		if !Truth(v) {
			return false
		}
	}
	return true
}

// SumOf is sum(x, start).
func SumOf(x, start any) any {
	switch baseOf(start).(type) {
	case string:
		Throw(TypeError.New("sum() can't sum strings [use ''.join(seq) instead]"))
	case Bytes:
		Throw(TypeError.New("sum() can't sum bytes [use b''.join(seq) instead]"))
	case *ByteArray:
		Throw(TypeError.New("sum() can't sum bytearray [use b''.join(seq) instead]"))
	}
	s := summer{total: start}
	for v := range seqOf(x) {
		s.add(v)
	}
	return s.result()
}

// summer adds as CPython's sum: floats with compensation, from the first
// float on while all that follow are floats or ints.
type summer struct {
	total    any
	floating bool
	sum, c   float64
}

func (s *summer) add(v any) {
	if !s.floating {
		if t, ok := s.total.(float64); ok {
			s.floating, s.sum, s.c = true, t, 0
		}
	}
	if s.floating {
		switch x := v.(type) {
		case float64:
			t := s.sum + x
			if math.Abs(s.sum) >= math.Abs(x) {
				s.c += (s.sum - t) + x
			} else {
				s.c += (x - t) + s.sum
			}
			s.sum = t
			return
		case int:
			s.sum += float64(x)
			return
		}
		s.total = s.result()
		s.floating = false
		s.total = Add(s.total, v)
		return
	}
	s.total = Add(s.total, v)
}

func (s *summer) result() any {
	if !s.floating {
		return s.total
	}
	if s.c != 0 && !math.IsInf(s.c, 0) && !math.IsNaN(s.c) {
		return s.sum + s.c
	}
	return s.sum
}

// MinOf is min(x, key=key, default=def); NotGiven for an absent default.
func MinOf(x, key, def any) any { return extreme("min", OpLt, x, key, def) }

// MaxOf is max(x, key=key, default=def).
func MaxOf(x, key, def any) any { return extreme("max", OpGt, x, key, def) }

func extreme(name string, op CompareOp, x, key, def any) any {
	var best, bestKey any
	found := false
	ctx := CurrentContext()
	for v := range seqOf(x) {
		k := v
		if key != nil {
			k = Must(Call(ctx, key, v))
		}
		if !found {
			best, bestKey, found = v, k, true
			continue
		}
		if compareTruth(op, k, bestKey) {
			best, bestKey = v, k
		}
	}
	if !found {
		if def == NotGiven {
			Throwf(ValueError, "%s() iterable argument is empty", name)
		}
		return def
	}
	return best
}

// SortedList is sorted(x, key=key, reverse=reverse).
func SortedList(x, key any, reverse bool) *List[any] {
	l := NewList(copyItems(x)...)
	SortList(l, key, reverse)
	return l
}

// SortList is l.sort(key=key, reverse=reverse).
func SortList(l *List[any], key any, reverse bool) {
	if key == nil {
		l.SortReverse(reverse)
		return
	}
	ctx := CurrentContext()
	Check(SortByErr(l, func(v any) (any, error) { return Call(ctx, key, v) }, reverse))
}

// Round is round(x, ndigits); nil ndigits rounds to an int.
func Round(x, ndigits any) any {
	if m := TypeOf(x).override(dRound); m != nil {
		if ndigits == nil {
			return Must(callDunder(m, x))
		}
		return Must(callDunder(m, x, ndigits))
	}
	switch v := baseOf(x).(type) {
	case bool:
		return Round(IntFromBool(v), ndigits)
	case int:
		if ndigits == nil {
			return v
		}
		n := digitCount(ndigits)
		if n >= 0 {
			return v
		}
		return NormBig(RoundBig(BigInt(v), n))
	case *big.Int:
		if ndigits == nil {
			return v
		}
		return NormBig(RoundBig(v, digitCount(ndigits)))
	case float64:
		if ndigits == nil {
			return RoundFloatBig(v)
		}
		return RoundDigits(v, digitCount(ndigits))
	}
	Throwf(TypeError, "type %s doesn't define __round__ method", TypeOf(x).name)
	return nil
}

// digitCount is the ndigits of round: an int of any size, cut to 64 bits.
func digitCount(x any) int {
	if b, ok := Index(x).(*big.Int); ok {
		return math.MaxInt64 * b.Sign()
	}
	return AsInt(x)
}

// Pow3 is pow(base, exp, mod).
func Pow3(base, exp, mod any) any {
	if mod == nil {
		return Pow(base, exp)
	}
	if m := TypeOf(base).override(OpPow.binary()); m != nil {
		r := Must(callDunder(m, base, exp, mod))
		if r != NotImplemented {
			return r
		}
	}
	b, ok1 := indexValue(base)
	e, ok2 := indexValue(exp)
	n, ok3 := indexValue(mod)
	if !ok1 || !ok2 || !ok3 {
		if numberOf(base).kind == numFloat || numberOf(exp).kind == numFloat || numberOf(mod).kind == numFloat {
			Throw(TypeError.New("pow() 3rd argument not allowed unless all arguments are integers"))
		}
		Throwf(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", TypeOf(base).name, TypeOf(exp).name, TypeOf(mod).name)
	}
	return NormBig(PowModBig(AsBig(b), AsBig(e), AsBig(n)))
}

// ID is id(x).
func ID(x any) int {
	switch v := x.(type) {
	case nil:
		return int(address(&noneAddress))
	case int:
		if v >= -5 && v < 1024 {
			return int(address(&smallInts[v+5]))
		}
	case bool:
		return int(address(&smallInts[IntFromBool(v)]))
	}
	return int(address(x))
}

var noneAddress byte

// Dir is dir(x).
func Dir(x any) *List[string] {
	if m := TypeOf(x).override(dDir); m != nil {
		names := NewList[string]()
		for n := range SortedList(Must(callDunder(m, x)), nil, false).All() {
			names.Append(AsString(n))
		}
		return names
	}
	return NewList(dirNames(x)...)
}

// Vars is vars(x).
func Vars(x any) any {
	d, ok := findAttr(x, "__dict__")
	if !ok {
		Throw(TypeError.New("vars() argument must have __dict__ attribute"))
	}
	return d
}

// builtinTable holds the builtin functions and classes by name.
var builtinTable = &Namespace{}

// Builtin returns the builtin of that name as a value: py.Builtin("len").
func Builtin(name string) any {
	v, ok := builtinTable.Get(name)
	if !ok {
		Throwf(NameError, "name '%s' is not defined", name)
	}
	return v
}

// BuiltinNames returns the names of all builtins, sorted.
func BuiltinNames() []string {
	names := slices.Clone(builtinTable.names)
	slices.Sort(names)
	return names
}

// addBuiltin puts a builtin function into the table.
func addBuiltin(name string, params []Param, fn func(ctx context.Context, args []any) any) {
	builtinTable.Set(name, NewBuiltin(name, params, func(ctx context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		return fn(ctx, args), nil
	}))
}

// addBuiltinErr is addBuiltin for a function that returns its exception.
func addBuiltinErr(name string, params []Param, fn func(ctx context.Context, args []any) (any, error)) {
	builtinTable.Set(name, NewBuiltin(name, params, func(ctx context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		return fn(ctx, args)
	}))
}

// Bin is bin(x); Oct is oct(x); Hex is hex(x), for any integer.
func Bin(x any) string { return radixText(x, 2, "0b") }

// Oct is oct(x).
func Oct(x any) string { return radixText(x, 8, "0o") }

// Hex is hex(x).
func Hex(x any) string { return radixText(x, 16, "0x") }
