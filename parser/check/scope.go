package check

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	scopes "github.com/py2go-async/py2go-async/parser/scope"
)

// scopeKind is the kind of a scope, as far as the rules differ.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	asyncScope
	lambdaScope
	comprehensionScope
	genericScope    // type parameters of a definition
	aliasScope      // value of a type statement
	typeVarScope    // bound or default of a type parameter
	annotationScope // annotation that is never evaluated
)

// isFunction reports whether the scope is that of a function of some kind.
func (k scopeKind) isFunction() bool { return k >= functionScope }

// flags are what a scope's statements say about a name.
type flags uint8

const (
	local flags = 1 << iota
	param
	used
	annotated
	global
	nonlocal
	iterationVar // of a comprehension
	typeParam
)

// scope is a scope that is being walked, or was.
type scope struct {
	kind   scopeKind
	parent *scope
	class  string // innermost class, for private names
	names  map[string]flags
	// declared are the global and nonlocal statements.
	declared map[string]ast.Stmt
	place    string // of generic code, in messages: "a TypeVar bound"

	// Comprehensions.
	comprehension string // "list comprehension"; empty for other scopes
	async         bool   // it awaits
	inIterable    int    // inside the iterable of a comprehension
	inTarget      bool   // inside the target of a comprehension's for

	// Functions.
	yields  bool
	returns []ast.Node // return statements with a value
	frames  []frame    // loops and except* blocks around the current statement

	// depth counts the blocks around the current statement that need to be
	// unwound. atLimit is the first node that reached CPython's limit, tooDeep
	// the first one beyond.
	depth            int
	atLimit, tooDeep ast.Node
}

// frame is what surrounds a break, continue or return.
type frame uint8

const (
	loopFrame frame = iota
	exceptStarFrame
)

// directive is a nonlocal statement's claim on a name.
type directive struct {
	scope *scope
	name  string
	node  ast.Node
}

func (c *checker) enter(kind scopeKind) *scope {
	s := &scope{kind: kind, parent: c.scope, names: map[string]flags{}}
	if c.scope != nil {
		s.class = c.scope.class
		s.inIterable = c.scope.inIterable
	}
	c.scope = s
	return s
}

func (c *checker) leave() { c.scope = c.scope.parent }

// maxBlocks is how many blocks CPython can unwind in one function.
const maxBlocks = 21

// nested runs body inside so many more blocks, which begin at n.
func (c *checker) nested(n ast.Node, levels int, body func()) {
	s := c.scope
	s.depth += levels
	switch {
	case s.depth > maxBlocks && s.tooDeep == nil:
		s.tooDeep = n
		c.errorf(n, diag.TooComplex, "too many statically nested blocks")
	case s.depth == maxBlocks && s.atLimit == nil:
		s.atLimit = n
	}
	body()
	s.depth -= levels
}

// checkGeneratorDepth reports blocks that are too deep only because s turned out
// to be a generator, whose body is in a block of its own.
func (c *checker) checkGeneratorDepth(s *scope) {
	if s.yields && s.kind != asyncScope && s.tooDeep == nil && s.atLimit != nil {
		c.errorf(s.atLimit, diag.TooComplex, "too many statically nested blocks")
	}
}

// mangle returns the name under which the current scope knows name.
func (c *checker) mangle(name string) string { return scopes.Mangle(c.scope.class, name) }

func (c *checker) flags(name string) flags { return c.scope.names[c.mangle(name)] }

func (c *checker) note(name string, f flags) {
	if c.scope.inTarget && f&local != 0 {
		f |= iterationVar
	}
	c.scope.names[c.mangle(name)] |= f
}

// declare handles a global or nonlocal statement.
func (c *checker) declare(s ast.Stmt, names []string, kind flags, word string) {
	if kind == nonlocal && c.scope.kind == moduleScope {
		c.errorf(s, diag.BadScope, "nonlocal declaration not allowed at module level")
		return
	}
	for _, name := range names {
		f := c.flags(name)
		switch {
		case f&param != 0:
			c.errorf(s, diag.BadScope, "name '%s' is parameter and %s", name, word)
		case f&used != 0:
			c.errorf(s, diag.BadScope, "name '%s' is used prior to %s declaration", name, word)
		case f&annotated != 0:
			c.errorf(s, diag.BadScope, "annotated name '%s' can't be %s", name, word)
		case f&local != 0:
			c.errorf(s, diag.BadScope, "name '%s' is assigned to before %s declaration", name, word)
		case f&(global|nonlocal) == (global|nonlocal)&^kind:
			c.errorf(c.scope.declared[name], diag.BadScope, "name '%s' is nonlocal and global", name)
		}
		c.note(name, kind)
		if c.scope.declared == nil {
			c.scope.declared = map[string]ast.Stmt{}
		}
		c.scope.declared[name] = s
		if kind == nonlocal {
			c.nonlocals = append(c.nonlocals, directive{c.scope, c.mangle(name), s})
		}
	}
}

// resolveNonlocals looks for the variables that nonlocal statements mean: now
// that all scopes have been walked, they are known.
func (c *checker) resolveNonlocals() {
	for _, d := range c.nonlocals {
		if d.scope.names[d.name]&global != 0 {
			continue // reported already
		}
		switch f := binding(d.scope.parent, d.name); {
		case f&typeParam != 0:
			c.errorf(d.node, diag.BadScope, "nonlocal binding not allowed for type parameter '%s'", d.name)
		case f == 0:
			c.errorf(d.node, diag.BadScope, "no binding for nonlocal '%s' found", d.name)
		}
	}
}

// binding returns what is known of name in the innermost function scope from s
// outwards that binds it, 0 if there is none.
func binding(s *scope, name string) flags {
	for ; s.kind != moduleScope; s = s.parent {
		if s.kind == classScope {
			if name == "__class__" {
				return local
			}
			continue
		}
		f := s.names[name]
		if f&global != 0 {
			return 0
		}
		if f&(local|param|typeParam) != 0 && f&nonlocal == 0 {
			return f
		}
	}
	return 0
}
