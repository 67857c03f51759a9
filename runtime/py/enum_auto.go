package py

import "context"

// autoValue is an enum.auto(), or an expression over such (READ | WRITE),
// until the class is made: CPython gives auto() its value as soon as it is
// bound in the body; here the bases are not known before the body ends.
type autoValue struct {
	value any
	known bool
	op    BinOp // of an expression
	a, b  any
	neg   bool // ~a
}

// Auto is enum.auto().
func Auto() any { return &autoValue{} }

func (*autoValue) pyType() *Class { return enumAutoTag }

func (v *autoValue) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	if reflected {
		return &autoValue{op: op, a: other, b: v}, true
	}
	return &autoValue{op: op, a: v, b: other}, true
}

// resolve gives the value in the class: the next one for auto(), the result
// of an expression.
func (v *autoValue) resolve(ctx context.Context, c *Class, name string, last []any) (any, error) {
	if v.known {
		return v.value, nil
	}
	var err error
	switch {
	case v.a == nil:
		v.value, err = c.nextValue(ctx, name, last)
	default:
		operands := []any{v.a, v.b}
		for i, x := range operands {
			if a, ok := x.(*autoValue); ok {
				if operands[i], err = a.resolve(ctx, c, name, last); err != nil {
					return nil, err
				}
			}
		}
		err = Catch(func() error {
			if v.neg {
				v.value = Invert(operands[0])
			} else {
				v.value = BinaryOp(v.op, operands[0], operands[1])
			}
			return nil
		})
	}
	v.known = err == nil
	return v.value, err
}
