package infer

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Options say how to analyse a module.
type Options struct {
	Filename string
	// Dynamic gives every value of the program the type Any; names are still
	// resolved statically.
	Dynamic bool
	// IntBig makes every int a big.Int.
	IntBig bool
	// Package says that other Go code calls the public functions: their
	// annotations then count beside what flows within the module.
	Package bool
	// AllStructs takes every class as a Go struct that inference can type, also
	// those that lowering makes at run time (see needsObject).
	AllStructs bool
	Stubs      *stubs.Library
	Diags      *diag.List
}

// Analyze finds out what the names and values of mod are. Problems go to
// opts.Diags; the result is usable as far as they allow. It is not safe for
// concurrent use with the same library.
func Analyze(mod *ast.Module, opts Options) *Info {
	if opts.Stubs == nil {
		opts.Stubs = stubs.NewLibrary()
	}
	if opts.Diags == nil {
		opts.Diags = &diag.List{}
	}
	manglePrivate(mod)
	if !opts.Dynamic {
		expandCallables(mod, opts)
	}
	c := newChecker(mod, opts)
	c.resolve()
	c.variables()
	c.refuse()
	if observe != nil {
		observe(c)
	}
	if opts.Dynamic {
		c.dynamic()
	} else {
		c.infer()
	}
	return c.info
}

// newChecker is the state at the beginning of an analysis.
func newChecker(mod *ast.Module, opts Options) *checker {
	return &checker{
		opts:     opts,
		builtins: opts.Stubs.Builtins(),
		info: &Info{
			Module:       mod,
			Types:        map[ast.Expr]types.Type{},
			Vars:         map[ast.Node]*Var{},
			Refs:         map[ast.Expr]Ref{},
			Funcs:        map[ast.Node]*Func{},
			Classes:      map[*ast.ClassDef]*Class{},
			Calls:        map[*ast.Call]*Call{},
			Augmented:    map[*ast.AugAssign]*Augmented{},
			Entered:      map[*ast.WithItem]types.Type{},
			Imports:      map[*ast.Alias]*Import{},
			DeadHandlers: map[*ast.ExceptHandler]bool{},
			Unbinds:      map[ast.Node][]*Var{},
			Unset:        map[ast.Node]bool{},
		},
		forgotten: map[string]Ref{},
		unset:     map[ast.Node]bool{},
	}
}

// resolve finds what the names of the module denote.
func (c *checker) resolve() {
	c.deadImports(c.info.Module)
	c.bind = bindModule(c.info.Module, c.info.DeadHandlers)
	for _, pass := range []func(){
		c.resolveImports,
		c.declare,
		c.definiteAssignment,
		c.describe,
		c.resolveNames,
	} {
		pass()
	}
}

// observe, when set by a test, sees the state of an analysis.
var observe func(*checker)

// checker holds the state of one analysis.
type checker struct {
	opts        Options
	info        *Info
	bind        *binder
	builtins    *stubs.Module
	forgotten   map[string]Ref
	unset       map[ast.Node]bool // occurrences that may be read before assignment
	settled     bool              // unset is complete
	reads       map[*symbol][]ast.Node
	ownRead     map[ast.Node]*scope // scope of each read, made on demand
	stars       []*stubs.Module     // of `from m import *`
	suppressors *bool               // anySuppressor, once asked
}

func (c *checker) report(sev diag.Severity, code diag.Code, at ast.Node, hint, format string, args ...any) {
	c.opts.Diags.Add(diag.Diagnostic{
		Code: code, Severity: sev, File: c.opts.Filename, Range: at.Span(),
		Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// symbolAt returns the user symbol that n (a name or a binding occurrence)
// stands for, or nil.
func (c *checker) symbolAt(n ast.Node) *symbol { return c.bind.symOf[n] }
