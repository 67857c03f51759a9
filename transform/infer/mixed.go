package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/types"
)

// widenMixed is Info.Widen. Containers in an any hold any, so that dynamic
// code can change them and any place can take them out again; functions in an
// any are Python objects, which have a name and an identity. The flow tells
// most of those; lowering finds the rest where it has no static form for an
// operation whose result or operands inference gave a static type.
func (inf *inference) widenMixed(origins []types.Origin) bool {
	inf.changed = false
	for _, o := range origins {
		switch o := o.(type) {
		case *kind:
			inf.boxed = map[*kind]bool{}
			inf.box(o, 0)
		case *ast.Call:
			if !inf.wide[o] {
				inf.wide[o], inf.changed = true, true
			}
		case *Class:
			inf.makeDynamic(o, "library code may use its special methods")
		case []*kind:
			for _, k := range o {
				inf.needsObject(k)
			}
		}
	}
	if !inf.changed {
		return false
	}
	inf.represent()
	inf.retract()
	inf.publish()
	return true
}

// retract takes back what publish wrote and would not overwrite.
func (inf *inference) retract() {
	for _, d := range inf.defs {
		d.v = nil
	}
	for _, a := range inf.attrs {
		if inf.published[a] {
			delete(inf.info.Refs, a.e)
			delete(inf.published, a)
		}
	}
	for _, fn := range inf.info.FuncList {
		fn.Ctx, fn.Err = false, false
	}
}
