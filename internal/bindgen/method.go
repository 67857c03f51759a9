package bindgen

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// target is the Go side of one overload.
type target struct {
	expr     string // function, or method name
	self     string // interface that every instantiation of a generic receiver has, for a method without its type parameters
	method   bool
	takeSelf bool // a function that takes the receiver first
	ctx      bool
	params   *types.Tuple // without ctx and receiver
	selfAny  bool         // the receiver is taken as an any
	variadic bool
	results  *types.Tuple // without the error
	err      bool
}

func (g *gen) lookup(path, name string) types.Object {
	p, err := g.load.Import(path)
	if err != nil {
		g.unsupported("%v", err)
	}
	obj := p.Scope().Lookup(name)
	if obj == nil {
		g.unsupported("no Go %s.%s", p.Name(), name)
	}
	return obj
}

// target resolves the Go function or method of an overload.
func (g *gen) target(b *boundClass, sig *stubs.Sig) *target {
	t := &target{}
	var fn *types.Signature
	if sig.Go.Method && b != nil {
		obj, _, _ := types.LookupFieldOrMethod(b.typ, true, g.pkg, sig.Go.Name)
		m, ok := obj.(*types.Func)
		if !ok {
			g.unsupported("no Go method %s", sig.Go.Name)
		}
		fn = m.Type().(*types.Signature)
		t.expr, t.method = sig.Go.Name, true
		if origin := m.Origin(); origin != m && !mentionsTypeParam(origin.Type()) {
			t.self = "interface{ " + sig.Go.Name + strings.TrimPrefix(g.typ(withoutReceiver(fn)), "func") + " }"
		}
	} else {
		obj := g.lookup(sig.Go.Pkg, sig.Go.Name)
		f, ok := obj.(*types.Func)
		if !ok {
			g.unsupported("%s is no Go function", sig.Go.Name)
		}
		fn = f.Type().(*types.Signature)
		t.expr = g.qual(sig.Go.Pkg, sig.Go.Name)
		if n := fn.TypeParams().Len(); n > 0 {
			args := make([]types.Type, n)
			texts := make([]string, n)
			for i := range args {
				args[i] = typeArgument(fn.TypeParams().At(i))
				texts[i] = g.typ(args[i])
			}
			inst, err := types.Instantiate(nil, fn, args, true)
			if err != nil {
				g.unsupported("%v", err)
			}
			fn = inst.(*types.Signature)
			t.expr += "[" + strings.Join(texts, ", ") + "]"
		}
		t.takeSelf = sig.Go.Self
	}
	params := vars(fn.Params())
	if len(params) > 0 && isContext(params[0].Type()) {
		t.ctx = true
		params = params[1:]
	}
	if t.takeSelf {
		if len(params) == 0 {
			g.unsupported("Go function %s does not take the receiver", sig.Go.Name)
		}
		if b != nil && !types.AssignableTo(b.typ, params[0].Type()) {
			g.unsupported("Go function %s takes another receiver", sig.Go.Name)
		}
		t.selfAny = isAny(params[0].Type())
		params = params[1:]
	}
	results := vars(fn.Results())
	if n := len(results); n > 0 && isError(results[n-1].Type()) && (sig.Raises || n > 1) {
		t.err = true
		results = results[:n-1]
	}
	t.params, t.results, t.variadic = types.NewTuple(params...), types.NewTuple(results...), fn.Variadic()
	return t
}

// typeArgument is what a type parameter stands for in glue: any, or the
// interface of its constraint.
func typeArgument(p *types.TypeParam) types.Type {
	c, ok := types.Unalias(p.Constraint()).(*types.Named)
	if !ok || c.Underlying().(*types.Interface).NumMethods() == 0 || !c.Underlying().(*types.Interface).IsMethodSet() {
		return types.Universe.Lookup("any").Type()
	}
	return instantiate(c.Origin())
}

func vars(t *types.Tuple) []*types.Var {
	out := make([]*types.Var, t.Len())
	for i := range out {
		out[i] = t.At(i)
	}
	return out
}

// withoutReceiver is the type of the method as a function.
func withoutReceiver(fn *types.Signature) types.Type {
	return types.NewSignatureType(nil, nil, nil, fn.Params(), fn.Results(), fn.Variadic())
}

// mentionsTypeParam reports whether a type parameter occurs in t.
func mentionsTypeParam(t types.Type) bool {
	any := func(n int, at func(int) types.Type) bool {
		for i := range n {
			if mentionsTypeParam(at(i)) {
				return true
			}
		}
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentionsTypeParam(t.Elem())
	case *types.Slice:
		return mentionsTypeParam(t.Elem())
	case *types.Array:
		return mentionsTypeParam(t.Elem())
	case *types.Chan:
		return mentionsTypeParam(t.Elem())
	case *types.Map:
		return mentionsTypeParam(t.Key()) || mentionsTypeParam(t.Elem())
	case *types.Named:
		return any(t.TypeArgs().Len(), t.TypeArgs().At)
	case *types.Tuple:
		return any(t.Len(), func(i int) types.Type { return t.At(i).Type() })
	case *types.Signature:
		return mentionsTypeParam(t.Params()) || mentionsTypeParam(t.Results())
	}
	return false
}

// call is the Go call expression.
func (t *target) call(g *gen, b *boundClass, args []string) string {
	fn := t.expr
	if t.method {
		self := g.self(b)
		if t.self != "" {
			self = fmt.Sprintf("%sAs[%s](self)", g.pyPrefix(), t.self)
		}
		fn = self + "." + fn
	} else if t.takeSelf && t.selfAny {
		args = append([]string{"self"}, args...)
	} else if t.takeSelf {
		args = append([]string{g.self(b)}, args...)
	}
	if t.ctx {
		args = append([]string{"ctx"}, args...)
	}
	return fn + "(" + strings.Join(args, ", ") + ")"
}

// slot is one parameter of the merged signature.
type slot struct {
	*stubs.Param
	optional bool
	onlyFunc bool // in every overload a Go func: None means absent
}

// overload is one candidate with its parameters' slots.
type overload struct {
	sig    *stubs.Sig
	target *target // nil for a role that needs none
	slots  []int   // of each stub parameter
	types  []types.Type
	exit   bool // __exit__ or __aexit__: Go takes the exception alone
}

// dynamicOnly reports whether the overload is marked @dynamic: the glue then
// uses it alone.
func dynamicOnly(sig *stubs.Sig) bool {
	var decs []ast.Expr
	if sig.Node != nil {
		decs = sig.Node.DecoratorList
	} else if sig.AsyncNode != nil {
		decs = sig.AsyncNode.DecoratorList
	}
	for _, d := range decs {
		if n, ok := d.(*ast.Name); ok && n.Id == "dynamic" {
			return true
		}
	}
	return false
}

// candidates resolves the overloads that glue can call.
func (g *gen) candidates(f *stubs.Func, b *boundClass) []*overload {
	var out []*overload
	reason := ""
	for _, sig := range f.Overloads {
		if dynamicOnly(sig) {
			o := &overload{sig: sig, target: g.target(b, sig)}
			g.align(o)
			return []*overload{o}
		}
	}
	for _, sig := range f.Overloads {
		role := string(sig.Role)
		if role == "bytes_as_string" {
			continue
		}
		o := &overload{sig: sig}
		if role == "identity" || strings.HasPrefix(role, "const:") {
			if len(sig.Params) > 0 && role != "identity" {
				continue
			}
			out = append(out, o)
			continue
		}
		why := ""
		func() {
			defer func() {
				if r := recover(); r != nil {
					s, ok := r.(skip)
					if !ok {
						panic(r)
					}
					why = s.reason
				}
			}()
			o.target = g.target(b, sig)
			g.align(o)
		}()
		if why != "" {
			reason = why
			continue
		}
		out = append(out, o)
	}
	if len(out) == 0 {
		g.unsupported("%s", reason)
	}
	return out
}

// align maps the Go parameters to the stub's: in order, a variadic one to
// *args.
func (g *gen) align(o *overload) {
	t := o.target
	params := vars(t.params)
	if name := o.sig.Func.Name; (name == "__exit__" || name == "__aexit__") && len(params) == 1 && isError(params[0].Type()) {
		o.exit = true
		o.types = make([]types.Type, len(o.sig.Params))
		for i := range o.types {
			o.types[i] = types.Universe.Lookup("any").Type()
		}
		return
	}
	o.types = make([]types.Type, len(o.sig.Params))
	i := 0
	for k, p := range o.sig.Params {
		if p.FixedByLiteral() {
			o.types[k] = types.Universe.Lookup("any").Type()
			continue
		}
		if p.Kind == stubs.VarPos && t.variadic {
			o.types[k] = params[len(params)-1].Type()
			continue
		}
		if i >= len(params) || t.variadic && i == len(params)-1 {
			g.unsupported("Go %s has fewer parameters than the stub", t.expr)
		}
		o.types[k] = params[i].Type()
		i++
	}
	if t.variadic {
		i++
	}
	if i != len(params) {
		g.unsupported("Go %s has more parameters than the stub", t.expr)
	}
}

// merge makes one signature of all overloads.
func merge(os []*overload) []*slot {
	longest := os[0]
	for _, o := range os {
		if positional(o) > positional(longest) {
			longest = o
		}
	}
	var slots []*slot
	find := func(p *stubs.Param, pos int) int {
		for i, s := range slots {
			if s.Kind == stubs.VarPos && p.Kind == stubs.VarPos || s.Kind == stubs.VarKw && p.Kind == stubs.VarKw {
				return i
			}
			if s.Name == p.Name && p.Kind != stubs.PosOnly {
				return i
			}
		}
		if p.Kind <= stubs.PosOrKw && pos < len(slots) && slots[pos].Kind <= stubs.PosOrKw {
			return pos
		}
		return -1
	}
	order := append([]*overload{longest}, os...)
	for _, o := range order {
		o.slots = make([]int, len(o.sig.Params))
		for i, p := range o.sig.Params {
			at := find(p, i)
			if at < 0 {
				at = insertSlot(&slots, p)
				for _, prev := range order {
					if prev == o {
						break
					}
					for k := range prev.slots {
						if prev.slots[k] >= at {
							prev.slots[k]++
						}
					}
				}
				for k := range i {
					if o.slots[k] >= at {
						o.slots[k]++
					}
				}
			}
			if slots[at].Kind == stubs.PosOrKw && p.Kind == stubs.PosOnly {
				cp := *slots[at].Param
				cp.Kind = stubs.PosOnly
				slots[at].Param = &cp
			}
			o.slots[i] = at
		}
	}
	for i, s := range slots {
		funcs, others := 0, 0
		for _, o := range os {
			has := false
			for k, at := range o.slots {
				if at != i {
					continue
				}
				has = true
				if o.sig.Params[k].Default != nil {
					s.optional = true
				}
				if o.types != nil && o.types[k] != nil {
					if _, ok := asFunc(o.types[k]); ok {
						funcs++
					} else {
						others++
					}
				}
			}
			if !has {
				s.optional = true
			}
		}
		s.onlyFunc = funcs > 0 && others == 0
	}
	// Python wants the required ones first.
	for i := len(slots) - 1; i > 0; i-- {
		if slots[i].Kind <= stubs.PosOrKw && !slots[i].optional {
			for k := range i {
				if slots[k].Kind <= stubs.PosOrKw {
					slots[k].optional = false
				}
			}
			break
		}
	}
	posOnlyPrefix(slots)
	return slots
}

// posOnlyPrefix keeps positional-only parameters before the others.
func posOnlyPrefix(slots []*slot) {
	last := -1
	for i, s := range slots {
		if s.Kind == stubs.PosOnly {
			last = i
		}
	}
	for i := range last {
		if slots[i].Kind == stubs.PosOrKw {
			cp := *slots[i].Param
			cp.Kind = stubs.PosOnly
			slots[i].Param = &cp
		}
	}
}

func positional(o *overload) int {
	n := 0
	for _, p := range o.sig.Params {
		if p.Kind <= stubs.PosOrKw {
			n++
		}
	}
	return n
}

// insertSlot adds a parameter in Python's order of kinds and returns its
// place.
func insertSlot(slots *[]*slot, p *stubs.Param) int {
	at := len(*slots)
	for i, s := range *slots {
		if s.Kind > p.Kind {
			at = i
			break
		}
	}
	*slots = append(*slots, nil)
	copy((*slots)[at+1:], (*slots)[at:])
	(*slots)[at] = &slot{Param: p}
	return at
}

// methodBody writes Params and Fn of a py.Method.
func (g *gen) methodBody(f *stubs.Func, b *boundClass, isNew bool) {
	os := g.candidates(f, b)
	slots := merge(os)
	py := g.pyPrefix()
	if len(slots) > 0 {
		g.printf("Params: []%sParam{%s}, ", py, g.params(slots, len(os) > 1))
	}
	g.printf("Fn: func(ctx context.Context, self any, a []any) (any, error) {\n")
	g.body(f, b, os, slots, isNew)
	g.printf("}")
}

// params is the Go text of the parameters.
func (g *gen) params(slots []*slot, multi bool) string {
	py := g.pyPrefix()
	var out []string
	for _, s := range slots {
		ctor := map[stubs.ParamKind]string{stubs.PosOnly: "PosOnly", stubs.PosOrKw: "Pos", stubs.VarPos: "VarArgs", stubs.KwOnly: "KwOnly", stubs.VarKw: "VarKw"}[s.Kind]
		p := fmt.Sprintf("%s%s(%s)", py, ctor, strconv.Quote(s.Name))
		if s.optional && s.Kind != stubs.VarPos && s.Kind != stubs.VarKw {
			lit, ok := g.literal(s.Default)
			if multi || !ok || s.Default == nil {
				p += ".Optional()"
			} else {
				p += ".Default(" + lit + ")"
			}
		}
		out = append(out, p)
	}
	return strings.Join(out, ", ")
}

// literal is the Go text of a default; false if it is no literal.
func (g *gen) literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.None:
			return "nil", true
		case ast.Bool:
			return strconv.FormatBool(bool(v)), true
		case ast.Int:
			return strconv.FormatInt(int64(v), 10), true
		case ast.Float:
			s := strconv.FormatFloat(float64(v), 'g', -1, 64)
			if !strings.ContainsAny(s, ".e") {
				s += ".0"
			}
			return s, true
		case ast.Str:
			return strconv.Quote(string(v)), true
		case ast.Bytes:
			return g.pyPrefix() + "Bytes(" + strconv.Quote(string(v)) + ")", true
		}
	case *ast.UnaryOp:
		if s, ok := g.literal(e.Operand); ok {
			return "-" + s, true
		}
	}
	return "", false
}

// body writes the statements of a glue function over the arguments a.
func (g *gen) body(f *stubs.Func, b *boundClass, os []*overload, slots []*slot, isNew bool) {
	py := g.pyPrefix()
	multi := len(os) > 1
	if multi {
		for i, s := range slots {
			if s.onlyFunc {
				g.printf("if a[%d] == nil { a[%d] = %sNotGiven }\n", i, i, py)
			}
		}
	}
	for k, o := range os {
		last := k == len(os)-1
		cond := ""
		if multi {
			cond = g.condition(o, slots, last && !g.binary(f))
		}
		if cond != "" {
			g.printf("if %s {\n", cond)
		}
		g.callStmts(f, b, o, slots, multi)
		if cond != "" {
			g.printf("}\n")
		} else if multi {
			return
		}
	}
	switch {
	case !multi:
	case g.binary(f):
		g.printf("return %sNotImplemented, nil\n", py)
	default:
		g.printf("return nil, %sBadArguments(%s, a)\n", py, strconv.Quote(f.Name))
	}
}

// binary reports whether f is an operator that answers NotImplemented to
// operands it does not know.
func (g *gen) binary(f *stubs.Func) bool {
	switch strings.Trim(f.Name, "_") {
	case "add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift",
		"radd", "rsub", "rmul", "rtruediv", "rfloordiv", "rmod", "rdivmod", "rand", "ror", "rxor", "iadd", "isub", "iand", "ior", "ixor":
		return f.Class != nil && strings.HasPrefix(f.Name, "__")
	}
	return false
}

// condition says when the overload takes the arguments. The last one takes
// all that have its number of arguments: its conversions raise the TypeErrors.
func (g *gen) condition(o *overload, slots []*slot, last bool) string {
	py := g.pyPrefix()
	var conds []string
	for i, s := range slots {
		at := -1
		for k, x := range o.slots {
			if x == i {
				at = k
			}
		}
		arg := fmt.Sprintf("a[%d]", i)
		switch {
		case at < 0 && s.Kind == stubs.VarPos:
			conds = append(conds, py+"NoArgs("+arg+")")
		case at < 0 && s.Kind == stubs.VarKw:
			conds = append(conds, py+"NoKwargs("+arg+")")
		case at < 0 && s.optional:
			conds = append(conds, arg+" == "+py+"NotGiven")
		case at < 0:
			return "false"
		case s.Kind == stubs.VarPos || s.Kind == stubs.VarKw:
		default:
			p := o.sig.Params[at]
			if s.optional && p.Default == nil {
				conds = append(conds, arg+" != "+py+"NotGiven")
			}
			if v, ok := p.Literal(); ok {
				lit, _ := g.literal(v)
				conds = append(conds, fmt.Sprintf("%sIs(%s, %s)", py, arg, lit))
				continue
			}
			if last || o.types == nil {
				continue
			}
			fit := g.fits(arg, o.types[at])
			if fit == "" {
				continue
			}
			if p.Default != nil && s.optional {
				fit = "(" + arg + " == " + py + "NotGiven || " + fit + ")"
			}
			conds = append(conds, fit)
		}
	}
	return strings.Join(conds, " && ")
}

// callStmts writes the call of one overload and the return of its result.
func (g *gen) callStmts(f *stubs.Func, b *boundClass, o *overload, slots []*slot, multi bool) {
	if o.target == nil {
		role := string(o.sig.Role)
		if role == "identity" && b == nil {
			g.printf("return a[0], nil\n")
		} else if role == "identity" {
			g.printf("return %sItself(self), nil\n", g.pyPrefix())
		} else {
			g.printf("return %s, nil\n", constGo(strings.TrimPrefix(role, "const:")))
		}
		return
	}
	t := o.target
	args := make([]string, t.params.Len())
	i := 0
	params := o.sig.Params
	if o.exit {
		args[0] = fmt.Sprintf("%sExitError(a)", g.pyPrefix())
		params = nil
	}
	for k, p := range params {
		if p.FixedByLiteral() {
			continue
		}
		arg := fmt.Sprintf("a[%d]", o.slots[k])
		if p.Default != nil && p.Kind != stubs.VarPos && p.Kind != stubs.VarKw && (multi || !g.isLiteral(p.Default)) {
			lit, ok := g.literal(p.Default)
			if t, isTuple := p.Default.(*ast.Tuple); isTuple && len(t.Elts) == 0 {
				lit, ok = g.pyPrefix()+"NewTuple[any]()", true
			}
			if !ok {
				lit = "nil"
			}
			arg = fmt.Sprintf("%sOrDefault(%s, %s)", g.pyPrefix(), arg, lit)
		}
		if p.Kind == stubs.VarPos && t.variadic {
			args[len(args)-1] = g.variadic(arg, o.types[k])
			continue
		}
		args[i] = g.argument(arg, o.types[k])
		i++
	}
	if o.sig.Async {
		g.asyncCall(f, b, t, args)
		return
	}
	g.returnCall(f, t.call(g, b, args), t)
}

func (g *gen) isLiteral(e ast.Expr) bool {
	_, ok := g.literal(e)
	return ok
}

// argument converts; a callback argument is hoisted, None being nil.
func (g *gen) argument(x string, t types.Type) string {
	if sig, ok := asFunc(t); ok {
		name := callbackName(x)
		g.printf("var %s %s\nif cb := %s; cb != nil {\n%s = %s\n}\n", name, g.typ(t), x, name, g.callback("cb", sig))
		return name
	}
	return g.unbox(x, t)
}

// callbackName names the Go func made of the argument that x reads.
func callbackName(x string) string {
	_, at, _ := strings.Cut(x, "a[")
	at, _, _ = strings.Cut(at, "]")
	return "f" + at
}

func (g *gen) variadic(x string, t types.Type) string {
	e := t.(*types.Slice).Elem()
	py := g.pyPrefix()
	if isAny(e) {
		return fmt.Sprintf("%sArgs(%s)...", py, x)
	}
	return fmt.Sprintf("%sArgsMap(%s, func(x any) %s { return %s })...", py, x, g.typ(e), g.unbox("x", e))
}

// asyncCall returns the coroutine object whose body is the Go call.
func (g *gen) asyncCall(f *stubs.Func, b *boundClass, t *target, args []string) {
	coro := g.qual(asyncioPath, "NewCoro")
	name := f.Name
	if f.Class != nil {
		name = f.Class.Name + "." + f.Name
	}
	var hoisted []string
	for i, a := range args {
		v := fmt.Sprintf("v%d", i)
		if spread, ok := strings.CutSuffix(a, "..."); ok {
			g.printf("%s := %s\n", v, spread)
			v += "..."
		} else {
			g.printf("%s := %s\n", v, a)
		}
		hoisted = append(hoisted, v)
	}
	g.printf("return %s[any](%s, func(ctx context.Context) (any, error) {\n", coro, strconv.Quote(name))
	g.returnCall(f, t.call(g, b, hoisted), t)
	g.printf("}), nil\n")
}

// returnCall returns the boxed result of a call.
func (g *gen) returnCall(f *stubs.Func, call string, t *target) {
	n := t.results.Len()
	switch {
	case f.Name == "__next__" && f.Class != nil && n == 2:
		g.printf("v, ok := %s\nif !ok { return nil, %sStopIteration.New() }\nreturn %s, nil\n", call, g.pyPrefix(), g.box("v", t.results.At(0).Type()))
	case n == 0 && t.err:
		g.printf("return nil, %s\n", call)
	case n == 0:
		g.printf("%s\nreturn nil, nil\n", call)
	case n == 1 && t.err && isAny(t.results.At(0).Type()):
		g.printf("return %s\n", call)
	case n == 1 && t.err:
		g.printf("r, err := %s\nif err != nil { return nil, err }\nreturn %s, nil\n", call, g.box("r", t.results.At(0).Type()))
	case n == 1:
		g.printf("return %s, nil\n", g.box(call, t.results.At(0).Type()))
	default:
		names, boxed := make([]string, n), make([]string, n)
		for i := range n {
			names[i] = fmt.Sprintf("r%d", i)
			boxed[i] = g.box(names[i], t.results.At(i).Type())
		}
		tuple := g.pyPrefix() + "NewTuple[any](" + strings.Join(boxed, ", ") + ")"
		if t.err {
			g.printf("%s, err := %s\nif err != nil { return nil, err }\nreturn %s, nil\n", strings.Join(names, ", "), call, tuple)
		} else {
			g.printf("%s := %s\nreturn %s, nil\n", strings.Join(names, ", "), call, tuple)
		}
	}
}
