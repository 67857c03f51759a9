package py

import (
	"context"
	"testing"
)

type deposit struct {
	amount int
	tags   *List[any]
}

func (d *deposit) double() int { return 2 * d.amount }

func init() {
	Expose("Deposit", (*deposit)(nil),
		Slot("amount", func(self *deposit) any { return self.amount }, func(self *deposit, v any) { self.amount = AsInt(v) }),
		Slot("tags", func(self *deposit) any { return self.tags }, nil),
		ClassMember{"double", NewFunc("double", []Param{Pos("self")}, func(_ context.Context, args []any) (any, error) {
			return As[*deposit](args[0]).double(), nil
		}).WithQualname("Deposit.double")},
		ClassMember{"sign", PropertyOf(NewFunc("sign", []Param{Pos("self")}, func(context.Context, []any) (any, error) {
			return 1, nil
		}))},
	)
}

// TestExpose reads, sets and calls the attributes of a struct as code without
// static types does. The errors are those of CPython for a class Deposit.
func TestExpose(t *testing.T) {
	d := &deposit{amount: 4, tags: NewList[any]("cash")}
	result := func(v any, err error) string {
		if err != nil {
			return TypeName(err) + ": " + Str(BoxError(err))
		}
		return Repr(v)
	}
	attr := func(name string) func() (any, error) {
		return func() (any, error) { return GetAttrErr(d, name) }
	}
	tests := []struct {
		name string
		do   func() (any, error)
		want string
	}{
		{"field", attr("amount"), "4"},
		{"container", attr("tags"), "['cash']"},
		{"property", attr("sign"), "1"},
		{"missing", attr("fee"), "AttributeError: 'Deposit' object has no attribute 'fee'"},
		{"hasattr", func() (any, error) { return HasAttr(d, "amount") && !HasAttr(d, "fee"), nil }, "True"},
		{"default", func() (any, error) { return GetAttrDefault(d, "fee", 0.5), nil }, "0.5"},
		{"method", func() (any, error) { return CallMethod(context.Background(), d, "double") }, "8"},
		{"arguments", func() (any, error) { return CallMethod(context.Background(), d, "double", 1) },
			"TypeError: Deposit.double() takes 1 positional argument but 2 were given"},
		{"set", func() (any, error) { SetAttr(d, "amount", 6); return d.amount, nil }, "6"},
		{"type", func() (any, error) { return TypeOf(d), nil }, "<class '__main__.Deposit'>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := result(tt.do()); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestAbsComplex holds what CPython 3.13 prints for abs(z): the C library's
// hypot is not rounded to the nearest in the last digit.
func TestAbsComplex(t *testing.T) {
	tests := []struct {
		z    complex128
		want string
	}{
		{3 + 4i, "5.0"},
		{complex(1e16, -2e16), "2.2360679774997896e+16"},
		{complex(1e200, 1e200), "1.414213562373095e+200"},
		{complex(1e-200, 3e-200), "3.1622776601683794e-200"},
		{complex(1, 1e-30), "1.0"},
	}
	for _, tt := range tests {
		if got := Repr(AbsComplex(tt.z)); got != tt.want {
			t.Errorf("abs(%v): got %s, want %s", tt.z, got, tt.want)
		}
	}
}
