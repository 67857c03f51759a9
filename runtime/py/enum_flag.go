package py

import (
	"math/big"
	"strings"
)

// flagOf returns the member for a combination of bits, made at the first use.
func (c *Class) flagOf(v any) (*Object, bool, error) {
	bits, ok := baseOf(v).(int)
	if !ok {
		if _, isBig := v.(*big.Int); !isBig {
			return nil, false, nil
		}
		return nil, false, nil
	}
	mask, _ := baseOf(c.enum.mask).(int)
	keep := c.IsSubclassOf(IntFlag)
	if bits < 0 {
		bits = c.allBits() & bits
	}
	unknown := bits &^ mask
	if unknown != 0 && !keep {
		return nil, false, Errorf(ValueError, "%s invalid value %d\n    given %s\n  allowed %s", Repr(c), v, flagBinary(bits, max(bits, mask)), flagBinary(mask, max(bits, mask)))
	}
	if m, ok := c.memberByValue(bits); ok {
		return m, true, nil
	}
	m := NewObject(c)
	if c.layout == layoutInt {
		m.base = bits
	}
	m.setOwn("_value_", bits)
	m.setOwn("_name_", c.flagName(bits))
	m.setOwn("__objclass__", c)
	c.remember(bits, m)
	return m, true, nil
}

// allBits is the mask of all bits up to the highest of the members.
func (c *Class) allBits() int {
	mask, _ := baseOf(c.enum.mask).(int)
	all := 1
	for all <= mask {
		all <<= 1
	}
	return all - 1
}

// flagBinary is the binary text of CPython's message for invalid flag values.
func flagBinary(v, widest int) string {
	width := len(big.NewInt(int64(widest)).Text(2))
	s := big.NewInt(int64(v)).Text(2)
	return "0b0 " + strings.Repeat("0", width-len(s)) + s
}

// flagName is the name of a combination: A|B, or None when no member has a
// part in it.
func (c *Class) flagName(bits int) any {
	var parts []string
	rest := bits
	for _, n := range c.enum.names {
		m, _ := c.enum.members.Get(n)
		if v, ok := baseOf(m.(*Object).enumValue()).(int); ok && v != 0 && bits&v == v {
			parts = append(parts, n)
			rest &^= v
		}
	}
	if len(parts) == 0 {
		return nil
	}
	if rest != 0 {
		parts = append(parts, Str(rest))
	}
	return strings.Join(parts, "|")
}

// flagMembers lists the members of one bit that bits has, in the order in which
// the class defines them.
func (c *Class) flagMembers(bits int) []any {
	var out []any
	for _, n := range c.enum.names {
		m, _ := c.enum.members.Get(n)
		if v, ok := baseOf(m.(*Object).enumValue()).(int); ok && bits&v != 0 {
			out = append(out, m)
		}
	}
	return out
}

// flagBits returns the bits of an operand: a member of the same class, or an
// int for IntFlag.
func (c *Class) flagBits(x any) (int, bool) {
	if o, ok := x.(*Object); ok && o.class.IsSubclassOf(c) {
		i, ok := baseOf(o.enumValue()).(int)
		return i, ok
	}
	if c.layout == layoutInt {
		i, ok := baseOf(x).(int)
		return i, ok
	}
	return 0, false
}

// flagNatives gives Flag its operators.
func flagNatives() {
	other := []Param{PosOnly("other")}
	binary := func(name string, op func(a, b int) int) {
		fn := func(self any, args []any) (any, error) {
			c := TypeOf(self)
			a, _ := c.flagBits(self)
			b, ok := c.flagBits(args[0])
			if !ok {
				return NotImplemented, nil
			}
			return c.enumCall(CurrentContext(), []any{op(a, b)}, nil)
		}
		Flag.addPython("__"+name+"__", other, fn)
		Flag.addPython("__r"+name+"__", other, fn)
		IntFlag.addPython("__"+name+"__", other, fn)
		IntFlag.addPython("__r"+name+"__", other, fn)
	}
	binary("or", func(a, b int) int { return a | b })
	binary("and", func(a, b int) int { return a & b })
	binary("xor", func(a, b int) int { return a ^ b })
	invert := func(self any, _ []any) (any, error) {
		c := TypeOf(self)
		a, _ := c.flagBits(self)
		return c.enumCall(CurrentContext(), []any{c.allBits() & ^a & baseOf(c.enum.mask).(int)}, nil)
	}
	Flag.addPython("__invert__", nil, invert)
	IntFlag.addPython("__invert__", nil, invert)
	Flag.addPython("__bool__", nil, func(self any, _ []any) (any, error) {
		return Truth(baseOf(self.(*Object).enumValue())), nil
	})
	Flag.addPython("__contains__", other, func(self any, args []any) (any, error) {
		o, ok := args[0].(*Object)
		if !ok || !o.class.IsSubclassOf(TypeOf(self)) {
			return nil, Errorf(TypeError, "unsupported operand type(s) for 'in': %s and %s", Repr(TypeOf(args[0]).qualname), Repr(TypeOf(self).qualname))
		}
		a, _ := TypeOf(self).flagBits(self)
		b, _ := TypeOf(self).flagBits(o)
		return a&b == b, nil
	})
	Flag.addPython("__iter__", nil, func(self any, _ []any) (any, error) {
		c := TypeOf(self)
		bits, _ := c.flagBits(self)
		return Iter(NewList(c.flagMembers(bits)...)), nil
	})
	Flag.addPython("__len__", nil, func(self any, _ []any) (any, error) {
		bits, _ := TypeOf(self).flagBits(self)
		n := 0
		for ; bits != 0; bits &= bits - 1 {
			n++
		}
		return n, nil
	})
	Flag.addPython("__repr__", nil, func(self any, _ []any) (any, error) { return flagRepr(self.(*Object)), nil })
	Flag.addPython("__str__", nil, func(self any, _ []any) (any, error) {
		o := self.(*Object)
		if n, ok := o.enumName(); ok {
			return o.class.name + "." + n, nil
		}
		return o.class.name + "(" + Repr(o.enumValue()) + ")", nil
	})
}

func flagRepr(o *Object) string {
	v := Repr(o.enumValue())
	if n, ok := o.enumName(); ok {
		return "<" + o.class.name + "." + n + ": " + v + ">"
	}
	return "<" + o.class.name + ": " + v + ">"
}
