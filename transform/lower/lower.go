// Package lower turns a Python module, with what inference found out about
// it, into the Go-shaped tree of package ir. Every decision about Python's
// meaning is taken here: evaluation order, exceptions, closures, scopes. Each
// construct has one file; typed and dynamic programs take the same way, and
// part only where an operation has a typed form.
package lower

import (
	"path/filepath"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Options say what kind of Go to make.
type Options struct {
	Filename string
	Source   []byte
	Package  string // "main" for a program
	Dynamic  bool   // no static types for user code
	Diags    *diag.List
	At       *diag.Range // kept at the place being lowered, for an internal error; may be nil
}

// Program lowers a module. Constructs that cannot be converted are reported in
// opts.Diags; the result is then to be thrown away.
//
// The module is lowered twice: the Go of the first time tells what each try
// statement has to be ready for.
func Program(info *infer.Info, opts Options) *ir.Program {
	reports := opts.Diags
	for {
		opts.Diags = &diag.List{}
		draft := newLowerer(info, opts)
		draft.drafts, draft.finalDrafts = map[*ast.Try]*tryDraft{}, map[*ast.Try]*finalDraft{}
		draft.guardDrafts = map[*ast.WithItem]*guardDraft{}
		draft.module(info.Module)
		// Containers that turn out to lie in an any must be made to hold any;
		// then what they are used for is lowered in another way.
		if info.Widen != nil && len(draft.mixed) > 0 && info.Widen(draft.mixed) {
			continue
		}
		l := draft
		if !opts.Diags.HasErrors() {
			opts.Diags = &diag.List{}
			l = newLowerer(info, opts)
			limitRecursion(draft.prog)
			l.forms, l.finals, l.guards = draft.plainForms()
			l.unread = draft.unreadVars()
			l.module(info.Module)
		}
		if reports != nil {
			for _, d := range opts.Diags.All() {
				reports.Add(d)
			}
		}
		limitRecursion(l.prog)
		return l.prog
	}
}

func newLowerer(info *infer.Info, opts Options) *lowerer {
	l := &lowerer{
		info:       info,
		opts:       opts,
		vars:       map[*infer.Var]*ir.Var{},
		funcs:      map[*infer.Func]*goFunc{},
		classes:    map[*infer.Class]*goClass{},
		defaults:   map[*infer.Param]*ir.Var{},
		declared:   map[*ir.Var]bool{},
		setFlags:   map[*infer.Var]*ir.Var{},
		classVars:  map[*infer.Field]*ir.Var{},
		usage:      findUsage(info),
		steady:     findSteady(info),
		parts:      map[ir.Expr]exprParts{},
		unboxed:    map[ir.Expr]val{},
		valueOf:    map[ir.Expr]*infer.Func{},
		once:       map[ir.Expr]bool{},
		iterators:  map[ir.Expr]string{},
		given:      map[ast.Expr]val{},
		looped:     map[*ir.Var]bool{},
		lines:      strings.Split(string(opts.Source), "\n"),
		after:      map[ir.Decl][]ir.Decl{},
		structSelf: map[*ir.Var]bool{},
		varGetters: map[*infer.Field]*ir.Func{},
		statics:    map[*ir.Var]bool{},
		elsewhere:  map[ast.Stmt]bool{},
	}
	plainTypes(info)
	l.hier = newHierarchy(info)
	l.usesHandled = mentionsHandled(info)
	l.showsNames = opts.Dynamic || showsNames(info)
	l.positions = opts.Package == "main" && showsPositions(info)
	l.annotations, l.postponed = readsAnnotations(info), postponed(info.Module)
	computeEffects(info)
	l.ints = findIntRanges(info)
	l.prog = &ir.Program{Package: opts.Package, Source: filepath.Base(opts.Filename)}
	return l
}

// lowerer holds the state of one module.
type lowerer struct {
	info         *infer.Info
	opts         Options
	prog         *ir.Program
	vars         map[*infer.Var]*ir.Var
	funcs        map[*infer.Func]*goFunc
	classes      map[*infer.Class]*goClass
	defaults     map[*infer.Param]*ir.Var // defaults that are evaluated once, at the def
	tail         []ir.Decl                // declarations made on the way, after the others
	after        map[ir.Decl][]ir.Decl    // declarations made on the way, by the one that they follow
	globals      []*ir.VarDecl            // package-level variables, before the others
	declared     map[*ir.Var]bool
	setFlags     map[*infer.Var]*ir.Var
	classVars    map[*infer.Field]*ir.Var
	lateDefaults []*infer.Param
	usage        *usage
	steady       *steadiness
	lines        []string       // of the source
	mixed        []types.Origin // of containers that must hold any
	hier         *hierarchy
	structSelf   map[*ir.Var]bool          // receivers whose type is a struct that subclasses embed
	varGetters   map[*infer.Field]*ir.Func // methods that give class variables which subclasses override

	// parts are the elements of a tuple expression that is not made unless it
	// is needed as a whole.
	parts map[ir.Expr]exprParts
	// unboxed are the dynamic values behind conversions to a static type, for
	// when the value goes back to any at once.
	unboxed map[ir.Expr]val
	// valueOf are the functions whose Go func an expression is, for when it goes
	// to any at once.
	valueOf map[ir.Expr]*infer.Func
	// once are the iterables that only the loop over them refers to.
	given       map[ast.Expr]val // evaluated before, where Python evaluates them
	once        map[ir.Expr]bool
	iterators   map[ir.Expr]string // the Python classes of sequences that library functions give
	looped      map[*ir.Var]bool   // variables that are the own ones of a loop
	hasCleanups *bool              // a generator has something to do when it is closed; nil: not known yet

	ints *intRanges

	// drafts are the try statements as lowered with closures, in the first run;
	// forms are what the second run knows of them.
	drafts      map[*ast.Try]*tryDraft
	forms       map[*ast.Try]*tryForm
	finalDrafts map[*ast.Try]*finalDraft
	finals      map[*ast.Try]finalForm
	guardDrafts map[*ast.WithItem]*guardDraft
	guards      map[*ast.WithItem]guardForm

	top     *[]ir.Stmt          // the module's own statements
	statics map[*ir.Var]bool    // package-level variables that have their value where they are declared
	unread  map[*infer.Var]bool // module's variables that the draft does not read
	started bool                // functions of the program may have run before the module's next statement
	// elsewhere are the module's statements whose Go stands at declarations
	// (true), or that have none.
	elsewhere map[ast.Stmt]bool

	showsNames  bool      // the program can tell the names of coroutines and callbacks
	positions   bool      // the program can tell the lines of its source
	annotations bool      // the program looks at annotations of functions
	postponed   bool      // annotations are kept as texts
	nameStmts   []ir.Stmt // that tell the names of package-level functions
	usesHandled bool      // the program can tell which exception is being handled, or was when another was raised

	identifiers map[string]bool // the names in the source, made on demand
	raisesStop  *bool           // see stops; nil: not known yet
}

// exprParts are the elements of an expression, and what making it as a whole
// adds to lowerer.mixed.
type exprParts struct {
	vals     []val
	from, to int
}

// unsupported is thrown for a construct that has no conversion yet; it ends
// the lowering of the statement that holds it.
type unsupported struct {
	node    ast.Node
	code    diag.Code
	message string
	hint    string
}

func (b *body) unsupported(n ast.Node, code diag.Code, message, hint string) {
	panic(&unsupported{node: n, code: code, message: message, hint: hint})
}

// goVar is the Go variable of a Python variable.
func (l *lowerer) goVar(v *infer.Var) *ir.Var {
	if g, ok := l.vars[v]; ok {
		return g
	}
	g := &ir.Var{Name: v.Name, Type: l.goType(v.Type), Captured: v.Captured, FuncScope: v.Captured}
	if v.Global && v.Captured {
		g.Global, g.Captured, g.FuncScope = true, false, false
		l.declareGlobal(g)
	}
	l.vars[v] = g
	return g
}

// mark notes the node being lowered.
func (l *lowerer) mark(n ast.Node) {
	if l.opts.At != nil {
		*l.opts.At = n.Span()
	}
}
