package py

import (
	"errors"
	"iter"
)

// The iterator builtins over dynamic values: lazy, as in Python.

// goIter is an iterator whose step is a Go closure.
type goIter struct {
	class *Class
	step  func() (any, bool)
}

// Next returns the next value.
func (g *goIter) Next() (any, bool) { return g.step() }

func (g *goIter) pyType() *Class { return g.class }

// Enumerate is enumerate(x, start).
func Enumerate(x any, start any) Iterator {
	it, n := Iter(x), Index(start)
	return &goIter{EnumerateType, func() (any, bool) {
		v, ok := it.Next()
		if !ok {
			return nil, false
		}
		i := n
		n = Add(n, 1)
		return NewTuple(i, v), true
	}}
}

// Zip is zip(*xs, strict=strict).
func Zip(strict bool, xs ...any) Iterator {
	its := make([]Iterator, len(xs))
	for i, x := range xs {
		it, ok := tryIter(x)
		if !ok {
			Throwf(TypeError, "'%s' object is not iterable", TypeOf(x).name)
		}
		its[i] = it
	}
	done := len(its) == 0
	return &goIter{ZipType, func() (any, bool) {
		if done {
			return nil, false
		}
		row := make([]any, len(its))
		for i, it := range its {
			v, ok := it.Next()
			if !ok {
				done = true
				if strict {
					zipStrict(its, i)
				}
				return nil, false
			}
			row[i] = v
		}
		return NewTuple(row...), true
	}}
}

// zipStrict raises ValueError when iterator i ended and not all others with
// it.
func zipStrict(its []Iterator, i int) {
	args := func(n int) string {
		if n == 1 {
			return " "
		}
		return "s 1-"
	}
	if i > 0 {
		Throwf(ValueError, "zip() argument %d is shorter than argument%s%d", i+1, args(i), i)
	}
	for j := 1; j < len(its); j++ {
		if _, ok := its[j].Next(); ok {
			Throwf(ValueError, "zip() argument %d is longer than argument%s%d", j+1, args(j), j)
		}
	}
}

// MapIter is map(f, *xs).
func MapIter(f any, xs ...any) Iterator {
	its := make([]Iterator, len(xs))
	for i, x := range xs {
		its[i] = Iter(x)
	}
	return &goIter{MapType, func() (any, bool) {
		args := make([]any, len(its))
		for i, it := range its {
			v, ok := it.Next()
			if !ok {
				return nil, false
			}
			args[i] = v
		}
		return stepCall(f, args)
	}}
}

// stepCall calls the function of map or filter; a StopIteration that it raises
// ends the iteration.
func stepCall(f any, args []any) (any, bool) {
	v, err := callSlice(CurrentContext(), f, args, nil)
	if err != nil {
		if errors.Is(err, StopIteration) {
			return nil, false
		}
		Throw(err)
	}
	return v, true
}

// FilterIter is filter(f, x); a nil f keeps the true values.
func FilterIter(f any, x any) Iterator {
	it := Iter(x)
	return &goIter{FilterType, func() (any, bool) {
		for {
			v, ok := it.Next()
			if !ok {
				return nil, false
			}
			keep := v
			if f != nil {
				if keep, ok = stepCall(f, []any{v}); !ok {
					return nil, false
				}
			}
			if Truth(keep) {
				return v, true
			}
		}
	}}
}

// ReversedIter is reversed(x).
func ReversedIter(x any) Iterator {
	c := TypeOf(x)
	if m := c.override(dReversed); m != nil {
		return Iter(Must(callDunder(m, x)))
	}
	if v, ok := c.slot(dReversed); ok && v == nil {
		Throwf(TypeError, "'%s' object is not reversible", c.name)
	}
	switch v := baseOf(x).(type) {
	case string:
		chars := collect(v)
		return &goIter{ReversedType, func() (any, bool) {
			n := len(chars)
			if n == 0 {
				return nil, false
			}
			c := chars[n-1]
			chars = chars[:n-1]
			return c, true
		}}
	case pyReversed:
		return v.pyReversed()
	case *Class:
		if v.enum != nil {
			return v.reversedMembers()
		}
	}
	if c.override(dGetitem) == nil || c.override(dLen) == nil {
		Throwf(TypeError, "'%s' object is not reversible", c.name)
	}
	i := Len(x)
	return &goIter{ReversedType, func() (any, bool) {
		if i <= 0 {
			return nil, false
		}
		i--
		return GetItem(x, i), true
	}}
}

// IterSentinel is iter(f, sentinel).
func IterSentinel(f, sentinel any) Iterator {
	done := false
	return &goIter{CallableIteratorType, func() (any, bool) {
		if done {
			return nil, false
		}
		v, err := Call(CurrentContext(), f)
		if err != nil {
			done = true
			if FromGo(err).Exc().Is(StopIteration) {
				return nil, false
			}
			Throw(err)
		}
		if identical(v, sentinel) || Eq(v, sentinel) {
			done = true
			return nil, false
		}
		return v, true
	}}
}

// NewGenExpr is a generator expression: its value is a generator named
// <genexpr>.
func NewGenExpr(body func(y *Yielder[any]) error) *Generator[any] {
	return NewGenerator("<genexpr>", body)
}

// seqOf is the iteration over x as a Go sequence, for consumers that take it
// to its end.
func seqOf(x any) iter.Seq[any] { return EachOnce(x) }
