// Package faultgen finds out which Python exceptions the functions of the
// runtime may throw as Go panics. The translator needs to know it: a try whose
// handlers take none of them is a plain check of an error.
//
// The analysis follows the static calls of the runtime's own packages. A call
// of a function value or of an interface method may run code of the program;
// it is noted as a callback, of which the translator knows more.
package faultgen

import (
	"go/ast"
	"go/types"
	"sort"
	"strings"
)

// Beside the names of exception classes, functions have these marks.
const (
	Anything = "*"        // every class
	Argument = "args"     // what functions given as arguments throw
	Callback = "callback" // what functions of the program throw, whoever gave them
	Dunder   = "dunder"   // what special methods of the program's classes throw
	Task     = "task"     // functions given as arguments run in tasks: what they throw ends there
	Big      = "big"      // the ValueError of an int with too many digits
)

// actions are the interface methods that run more than a special method.
var actions = map[string]bool{
	"Next": true, "Await": true, "AwaitIter": true, "Step": true, "Run": true, "Send": true, "Close": true,
}

// Table returns the lines of the table: the name of each exported function and
// method of the runtime with what it may throw.
func Table(root string) (string, error) {
	pkgs, err := load(root)
	if err != nil {
		return "", err
	}
	a := &analysis{funcs: map[*types.Func]*summary{}, methods: map[string][]*summary{}}
	for _, p := range pkgs {
		a.collect(p)
	}
	a.solve()
	lines := a.lines()
	for _, p := range pkgs {
		lines = append(lines, classes(p)...)
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n") + "\n", nil
}

// classes are lines `class NAME BASE...` for the exception classes of a
// package, and `alias NAME OTHER` for other names of them.
func classes(p *pkg) []string {
	var out []string
	s := &summary{pkg: p}
	for _, init := range p.info.InitOrder {
		if len(init.Lhs) != 1 || !init.Lhs[0].Exported() || init.Lhs[0].Type().String() != "*"+runtimePath+"py.Class" {
			continue
		}
		name := strings.TrimPrefix(p.path, runtimePath) + "." + init.Lhs[0].Name()
		if other := classVar(s, init.Rhs); other != "" {
			out = append(out, "alias "+name+" "+other)
			continue
		}
		line := "class " + name
		if call, ok := init.Rhs.(*ast.CallExpr); ok {
			for _, arg := range call.Args {
				if base := classVar(s, arg); base != "" {
					line += " " + base
				}
			}
		}
		out = append(out, line)
	}
	return out
}

// summary is what is known of a function.
type summary struct {
	fn       *types.Func
	pkg      *pkg
	decl     *ast.FuncDecl
	faults   map[string]bool
	callees  map[*types.Func]bool
	dynamic  map[string]bool // methods called through interfaces of the runtime
	recovers bool            // turns panics into errors
	errs     map[string]bool // classes of the errors that it returns, nil if unknown
	local    map[types.Object]bool
	inner    map[types.Object]bool // parameters of its function literals
	why      map[string]string     // for Trace: where a fault comes from
}

type analysis struct {
	funcs   map[*types.Func]*summary
	methods map[string][]*summary
}

func (a *analysis) collect(p *pkg) {
	var list []*summary
	for _, f := range p.files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			fn := p.info.Defs[fd.Name].(*types.Func)
			s := &summary{
				fn: fn, pkg: p, decl: fd, faults: map[string]bool{}, callees: map[*types.Func]bool{},
				dynamic: map[string]bool{}, local: map[types.Object]bool{}, why: map[string]string{}, inner: map[types.Object]bool{},
			}
			a.funcs[fn] = s
			if fd.Recv != nil {
				a.methods[methodKey(fn)] = append(a.methods[methodKey(fn)], s)
			}
			list = append(list, s)
		}
	}
	for _, s := range list {
		s.errs = a.returned(s)
	}
	for _, s := range list {
		known, ok := barriers[tableName(s.fn)]
		if n := s.fn.Name(); n == "Repr" || n == "Str" {
			known, ok = barriers["py.Repr"], true
		}
		if ok {
			for _, f := range known {
				s.faults[f] = true
			}
			continue
		}
		a.body(s)
	}
}

// tableName is the name of a function in the table: package, type, name.
func tableName(fn *types.Func) string {
	name := strings.TrimPrefix(fn.Pkg().Path(), runtimePath) + "."
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := t.(*types.Named); ok {
			name += named.Obj().Name() + "."
		}
	}
	return name + fn.Name()
}

// methodKey is the name by which methods that may implement one another are
// found: an unexported one belongs to its package.
func methodKey(fn *types.Func) string {
	if fn.Exported() {
		return fn.Name()
	}
	return fn.Pkg().Path() + "." + fn.Name()
}

// returned finds the classes of the errors that a function without other
// results makes; nil where they are not plain to see.
func (a *analysis) returned(s *summary) map[string]bool {
	r := s.fn.Signature().Results()
	if r.Len() != 1 || !isError(r.At(0).Type()) {
		return nil
	}
	out := map[string]bool{}
	ok := true
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) != 1 {
				ok = false
				return false
			}
			c := a.errClasses(s, n.Results[0])
			ok = ok && c != nil
			for k := range c {
				out[k] = true
			}
		}
		return true
	})
	if !ok {
		return nil
	}
	return out
}

// errClasses are the exception classes that an expression of type error may
// be an instance of, nil if that is not plain to see.
func (a *analysis) errClasses(s *summary, e ast.Expr) map[string]bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if tv := s.pkg.info.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return a.errClasses(s, call.Args[0])
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && strings.HasPrefix(sel.Sel.Name, "New") {
		if c := classVar(s, sel.X); c != "" {
			return map[string]bool{c: true}
		}
	}
	fn := callee(s, call)
	if fn != nil && fn.Name() == "Errorf" && len(call.Args) > 0 {
		if c := classVar(s, call.Args[0]); c != "" {
			return map[string]bool{c: true}
		}
	}
	if t := a.funcs[fn]; t != nil {
		return t.errs
	}
	return nil
}

// classVar is the name of the exception class that e is, a package variable.
func classVar(s *summary, e ast.Expr) string {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return ""
	}
	v, ok := s.pkg.info.Uses[id].(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || !strings.HasPrefix(v.Pkg().Path(), runtimePath) {
		return ""
	}
	return strings.TrimPrefix(v.Pkg().Path(), runtimePath) + "." + v.Name()
}

func isError(t types.Type) bool {
	return types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// callee is the function that a call names, nil for values and builtins.
func callee(s *summary, call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = f.X
	case *ast.IndexListExpr:
		fun = f.X
	}
	var id *ast.Ident
	switch f := fun.(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return nil
	}
	fn, _ := s.pkg.info.Uses[id].(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

func (a *analysis) body(s *summary) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			for _, f := range n.Type.Params.List {
				for _, id := range f.Names {
					s.inner[s.pkg.info.Defs[id]] = true
				}
			}
		case *ast.GoStmt:
			return false
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok && hasRecover(s, lit) {
				s.recovers = true
				return false
			}
		case *ast.AssignStmt:
			for i, r := range n.Rhs {
				if _, lit := r.(*ast.FuncLit); lit && len(n.Lhs) == len(n.Rhs) {
					if id, ok := n.Lhs[i].(*ast.Ident); ok && s.pkg.info.Defs[id] != nil {
						s.local[s.pkg.info.Defs[id]] = true
					}
				}
			}
		case *ast.RangeStmt:
			if _, isFunc := s.pkg.info.TypeOf(n.X).Underlying().(*types.Signature); isFunc {
				a.value(s, n.X)
			}
		case *ast.CallExpr:
			return a.call(s, n)
		}
		return true
	})
}

func hasRecover(s *summary, lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == "recover" {
			_, builtin := s.pkg.info.Uses[id].(*types.Builtin)
			found = found || builtin
		}
		return !found
	})
	return found
}

// call notes what a call may throw; false where its operands are done with.
func (a *analysis) call(s *summary, call *ast.CallExpr) bool {
	if tv := s.pkg.info.Types[call.Fun]; tv.IsType() {
		return true
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := s.pkg.info.Uses[id].(*types.Builtin); ok {
			if b.Name() == "panic" && isError(s.pkg.info.TypeOf(call.Args[0])) {
				a.throw(s, call.Args[0])
			}
			return true
		}
	}
	fn := callee(s, call)
	if fn == nil {
		if _, lit := ast.Unparen(call.Fun).(*ast.FuncLit); !lit {
			a.value(s, call.Fun)
		}
		return true
	}
	if fn.Pkg() == nil {
		return true // error.Error
	}
	runtime := strings.HasPrefix(fn.Pkg().Path(), runtimePath)
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		if runtime {
			s.dynamic[methodKey(fn)] = true
			switch {
			case fn.Name() == "Call":
				s.faults[Anything] = true // whatever is callable
			case fn.Pkg().Path() == runtimePath+"py" && fn.Exported() && !actions[fn.Name()]:
				s.faults[Dunder] = true
			default:
				s.faults[Callback] = true
			}
		}
		return true
	}
	if !runtime {
		// A sort of the standard library calls what it is given.
		for _, arg := range call.Args {
			if t := s.pkg.info.TypeOf(arg); t != nil {
				if _, isFunc := t.Underlying().(*types.Signature); isFunc {
					if _, lit := arg.(*ast.FuncLit); !lit {
						a.value(s, arg)
					}
				}
			}
		}
		return true
	}
	if fn.Pkg().Path() == runtimePath+"py" && fn.Signature().Recv() == nil {
		switch fn.Name() {
		case "Throw":
			a.throw(s, call.Args[0])
			return true
		case "Throwf":
			if c := classVar(s, call.Args[0]); c != "" {
				s.faults[c] = true
			} else {
				s.faults[Anything] = true
			}
			return true
		case "Must":
			s.faults[Anything] = true
			return true
		case "Catch":
			_, lit := call.Args[0].(*ast.FuncLit)
			return !lit
		}
	}
	s.callees[fn] = true
	return true
}

func (a *analysis) throw(s *summary, e ast.Expr) {
	c := a.errClasses(s, e)
	if c == nil {
		s.faults[Anything] = true
	}
	for k := range c {
		s.faults[k] = true
	}
}

// value notes the call of a function value.
func (a *analysis) value(s *summary, e ast.Expr) {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr, *ast.FuncLit:
		return // what made it is counted for it
	case *ast.Ident:
		obj := s.pkg.info.Uses[e]
		if s.local[obj] {
			return
		}
		if s.inner[obj] {
			s.faults[Argument] = true // the yield of an iterator: the loop's body
			return
		}
		sig := s.fn.Signature()
		for i := range sig.Params().Len() {
			if sig.Params().At(i) == obj {
				s.faults[Argument] = true
				return
			}
		}
		if _, isFunc := obj.(*types.Func); isFunc {
			s.callees[obj.(*types.Func).Origin()] = true
			return
		}
	}
	s.faults[Callback] = true
}

// solve hands faults from callees to callers until nothing changes.
func (a *analysis) solve() {
	for changed := true; changed; {
		changed = false
		for _, s := range a.funcs {
			if s.recovers {
				continue
			}
			merge := func(t *summary) {
				if t == nil || t.recovers {
					return
				}
				for f := range t.faults {
					if f == Argument && s != t {
						// The callee calls what this function hands it: its own
						// parameter, a literal of its own, or something kept.
						f = Callback
						if passesOwn(s) {
							f = Argument
						}
					}
					if !s.faults[f] {
						s.faults[f], changed = true, true
						s.why[f] = t.fn.FullName()
					}
				}
			}
			for fn := range s.callees {
				merge(a.funcs[fn])
			}
			for name := range s.dynamic {
				for _, t := range a.methods[name] {
					merge(t)
				}
			}
		}
	}
}

// passesOwn reports whether a function has a parameter that is a function: it
// is what the function hands on.
func passesOwn(s *summary) bool {
	sig := s.fn.Signature()
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if sl, ok := t.(*types.Slice); ok {
			t = sl.Elem()
		}
		if _, isFunc := t.Underlying().(*types.Signature); isFunc {
			return true
		}
	}
	return false
}

// lines are the entries of the exported functions.
func (a *analysis) lines() []string {
	var lines []string
	for fn, s := range a.funcs {
		if !fn.Exported() {
			continue
		}
		if recv := fn.Signature().Recv(); recv != nil && !exportedType(recv.Type()) {
			continue
		}
		line := tableName(fn)
		if t := resultType(fn); t != "" {
			line += " =" + t
		}
		if s.faults[Anything] && !s.recovers {
			line += " " + Anything
		} else if !s.recovers {
			var fs []string
			for f := range s.faults {
				fs = append(fs, f)
			}
			sort.Strings(fs)
			for _, f := range fs {
				line += " " + f
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// resultType is the name of the runtime's type that the first result of a
// function is, or points to.
func resultType(fn *types.Func) string {
	r := fn.Signature().Results()
	if r.Len() == 0 {
		return ""
	}
	t := r.At(0).Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || !strings.HasPrefix(named.Obj().Pkg().Path(), runtimePath) || !named.Obj().Exported() {
		return ""
	}
	return strings.TrimPrefix(named.Obj().Pkg().Path(), runtimePath) + "." + named.Obj().Name()
}

// exportedType reports whether a receiver's type has an exported name.
func exportedType(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Exported()
}

// Trace says through which functions each of the named ones may throw
// anything.
func Trace(root string, names []string) (string, error) {
	pkgs, err := load(root)
	if err != nil {
		return "", err
	}
	a := &analysis{funcs: map[*types.Func]*summary{}, methods: map[string][]*summary{}}
	for _, p := range pkgs {
		a.collect(p)
	}
	a.solve()
	byName := map[string]*summary{}
	for fn, s := range a.funcs {
		byName[fn.FullName()] = s
	}
	var b strings.Builder
	for full, s := range byName {
		for _, n := range names {
			if !strings.HasSuffix(full, n) {
				continue
			}
			for f := range s.faults {
				b.WriteString(f + ": " + short(full))
				for t := s; t != nil && t.why[f] != ""; {
					b.WriteString(" <- " + short(t.why[f]))
					t = byName[t.why[f]]
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String(), nil
}

func short(name string) string { return strings.ReplaceAll(name, runtimePath, "") }
