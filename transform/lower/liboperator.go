package lower

import (
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// stubOperator calls the method that a library class has for an operator,
// where one of its signatures takes exactly an operand of that type.
func (b *body) stubOperator(name string, x val, args ...val) (val, bool) {
	t, ok := x.t.(*types.Lib)
	if !ok {
		return val{}, false
	}
	c, ok := t.Stub.(*stubs.Class)
	if !ok || c.Protocol {
		return val{}, false
	}
	s, _ := c.Member(name)
	f, ok := s.(*stubs.Func)
	if !ok {
		return val{}, false
	}
	for _, sig := range f.Overloads {
		if len(sig.Params) != len(args) || sig.Role != "" || len(sig.TypeParams) > 0 {
			continue
		}
		fits := true
		for i, a := range args {
			fits = fits && types.Identical(infer.MemberParam(t, sig, i), a.t)
		}
		if !fits {
			continue
		}
		return b.invokeStub(&infer.Call{Sig: sig, Result: infer.MemberResult(t, sig)}, x, exprs(args)), true
	}
	return val{}, false
}
