package py

import (
	"context"
	"sync/atomic"
)

// dunder is a special method that operations look up on the class.
type dunder uint8

const (
	dNew dunder = iota
	dInit
	dCall
	dGetattribute
	dGetattr
	dSetattr
	dDelattr
	dGet
	dSet
	dDelete
	dRepr
	dStr
	dFormat
	dBytes
	dHash
	dBool
	dLen
	dLengthHint
	dIter
	dNext
	dReversed
	dContains
	dGetitem
	dSetitem
	dDelitem
	dMissing
	dEq
	dNe
	dLt
	dLe
	dGt
	dGe
	dIndex
	dInt
	dFloat
	dComplex
	dNeg
	dPos
	dInvert
	dAbs
	dRound
	dTrunc
	dFloor
	dCeil
	dDivmod
	dRdivmod
	dEnter
	dExit
	dInstancecheck
	dSubclasscheck
	dSubclasshook
	dDir
	dDel
	dBinary    // 14 binary operators in the order of BinOp, then reflected, then in place
	numDunders = dBinary + 3*numBinOps
)

const numBinOps = 14

var dunderNames = func() [numDunders]string {
	names := [numDunders]string{
		dNew: "__new__", dInit: "__init__", dCall: "__call__",
		dGetattribute: "__getattribute__", dGetattr: "__getattr__", dSetattr: "__setattr__", dDelattr: "__delattr__",
		dGet: "__get__", dSet: "__set__", dDelete: "__delete__",
		dRepr: "__repr__", dStr: "__str__", dFormat: "__format__", dBytes: "__bytes__", dHash: "__hash__", dBool: "__bool__",
		dLen: "__len__", dLengthHint: "__length_hint__", dIter: "__iter__", dNext: "__next__", dReversed: "__reversed__",
		dContains: "__contains__", dGetitem: "__getitem__", dSetitem: "__setitem__", dDelitem: "__delitem__", dMissing: "__missing__",
		dEq: "__eq__", dNe: "__ne__", dLt: "__lt__", dLe: "__le__", dGt: "__gt__", dGe: "__ge__",
		dIndex: "__index__", dInt: "__int__", dFloat: "__float__", dComplex: "__complex__",
		dNeg: "__neg__", dPos: "__pos__", dInvert: "__invert__", dAbs: "__abs__", dRound: "__round__",
		dTrunc: "__trunc__", dFloor: "__floor__", dCeil: "__ceil__", dDivmod: "__divmod__", dRdivmod: "__rdivmod__",
		dEnter: "__enter__", dExit: "__exit__",
		dInstancecheck: "__instancecheck__", dSubclasscheck: "__subclasscheck__", dSubclasshook: "__subclasshook__",
		dDir: "__dir__", dDel: "__del__",
	}
	for i, n := range []string{"add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor"} {
		names[dBinary+dunder(i)] = "__" + n + "__"
		names[dBinary+numBinOps+dunder(i)] = "__r" + n + "__"
		names[dBinary+2*numBinOps+dunder(i)] = "__i" + n + "__"
	}
	return names
}()

func (d dunder) String() string { return dunderNames[d] }

// binary, reflected and inplace are the special methods of an operator.
func (op BinOp) binary() dunder    { return dBinary + dunder(op) }
func (op BinOp) reflected() dunder { return dBinary + numBinOps + dunder(op) }
func (op BinOp) inplace() dunder   { return dBinary + 2*numBinOps + dunder(op) }

// compareDunder is the special method of a comparison.
func (op CompareOp) dunder() dunder { return dEq + dunder(op) }

// slotTable caches for one class the raw values of all special methods as
// found in the MRO; absent ones are slotAbsent.
type slotTable struct {
	vals       [numDunders]any
	plainGet   bool // no __getattribute__ of Python code
	plainSet   bool // no __setattr__ of Python code
	hasGetattr bool
}

var slotAbsent any = &struct{ _ byte }{}

// slot returns the class attribute of the special method, unbound, and
// whether there is one.
func (c *Class) slot(d dunder) (any, bool) {
	v := c.slotTable().vals[d]
	return v, v != slotAbsent
}

// override returns the special method if Python code or a library type
// defined it: nil when it is the native one of a builtin class, or absent.
func (c *Class) override(d dunder) any {
	v := c.slotTable().vals[d]
	if isNativeSlot(v) {
		return nil
	}
	return v
}

// operator is override for the methods that operators call: where the class
// says None, what a call of None does.
func (c *Class) operator(d dunder) any {
	v := c.slotTable().vals[d]
	if v == nil {
		return noneOperator
	}
	if isNativeSlot(v) {
		return nil
	}
	return v
}

var noneOperator = NewFunc("None", []Param{VarArgs("args")}, func(context.Context, []any) (any, error) {
	return nil, TypeError.New("'NoneType' object is not callable")
})

// isNativeSlot reports whether the slot is absent or Go code of a builtin
// class.
func isNativeSlot(v any) bool {
	if f, ok := v.(*Func); ok {
		return f.native && (f.owner == nil || !f.owner.library())
	}
	return v == slotAbsent
}

// library reports whether the class is one of a library package: its special
// methods are called, where those of builtin classes are Go code of the
// operators themselves.
func (c *Class) library() bool { return c.layout == layoutOther }

// slotTable returns the table, made at the first use after a change.
func (c *Class) slotTable() *slotTable {
	if t := c.slots.Load(); t != nil {
		return t
	}
	return c.fillSlots()
}

func (c *Class) fillSlots() *slotTable {
	t := new(slotTable)
	for d := range t.vals {
		v, ok := c.search(dunderNames[d])
		if !ok {
			v = slotAbsent
		}
		t.vals[d] = v
	}
	t.plainGet = isNativeSlot(t.vals[dGetattribute])
	t.plainSet = isNativeSlot(t.vals[dSetattr])
	t.hasGetattr = t.vals[dGetattr] != slotAbsent
	c.slots.Store(t)
	return t
}

// modified drops what is cached about c and its subclasses after name was
// set or deleted in the class.
func (c *Class) modified(name string) {
	c.version.Store(nextVersion())
	if isDunder(name) {
		c.slots.Store(nil)
	}
	for _, s := range c.subclasses {
		s.modified(name)
	}
}

var versionCounter atomic.Uint32

func nextVersion() uint32 { return versionCounter.Add(1) }
