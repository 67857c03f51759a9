package stubs

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

//go:embed *.pyi
var embedded embed.FS

// ErrNotFound is returned for a module without a stub.
var ErrNotFound = errors.New("no stub for this module")

// Library finds and keeps stub modules. It is not safe for concurrent use.
type Library struct {
	dirs    []fs.FS
	modules map[string]*Module
	loading int
	queue   []*Module // loaded, imports not yet resolved
	names   map[string]bool
	exports map[string][]Symbol
	err     error // first error of a stub that another one needed

	problems []string
}

// NewLibrary returns a library that looks into dirs, in order, and then into
// the stubs that are part of the tool. A module a.b is a file a.b.pyi,
// a/b.pyi or a/b/__init__.pyi.
func NewLibrary(dirs ...fs.FS) *Library {
	return &Library{dirs: append(append([]fs.FS(nil), dirs...), embedded), modules: map[string]*Module{}}
}

// Module returns the module of that dotted name. The error is ErrNotFound
// where no stub has it, and tells what is wrong in the stub otherwise.
func (l *Library) Module(name string) (*Module, error) {
	m, err := l.load(name)
	if err != nil {
		return nil, err
	}
	if l.loading == 0 {
		if err := l.finish(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Builtins returns the module of the names that need no import. It is never
// nil: without a stub it is empty.
func (l *Library) Builtins() *Module {
	m, err := l.Module("builtins")
	if err != nil {
		m = &Module{Name: "builtins", Symbols: map[string]Symbol{}, lib: l}
		l.modules["builtins"] = m
	}
	return m
}

// Names returns the dotted names of all modules that have a stub, sorted.
func (l *Library) Names() []string {
	l.index()
	out := make([]string, 0, len(l.names))
	for n := range l.names {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// Problems lists what the stubs read so far import from each other and do not
// have. Such names are Any in annotations.
func (l *Library) Problems() []string { return l.problems }

// index collects the module names from the file names.
func (l *Library) index() {
	if l.names != nil {
		return
	}
	l.names = map[string]bool{}
	for _, dir := range l.dirs {
		_ = fs.WalkDir(dir, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".pyi") {
				return nil
			}
			name := strings.ReplaceAll(strings.TrimSuffix(path, ".pyi"), "/", ".")
			l.names[strings.TrimSuffix(name, ".__init__")] = true
			return nil
		})
	}
}

// load reads a module without resolving what it imports.
func (l *Library) load(name string) (*Module, error) {
	if m, ok := l.modules[name]; ok {
		if m == nil {
			return nil, ErrNotFound
		}
		return m, nil
	}
	src, file := l.read(name)
	if file == "" {
		l.index()
		for n := range l.names {
			if strings.HasPrefix(n, name+".") {
				m := newModule(l, name)
				m.virtual = true
				l.modules[name] = m
				return m, nil
			}
		}
		l.modules[name] = nil
		return nil, ErrNotFound
	}
	m := newModule(l, name)
	m.File = file
	l.modules[name] = m
	if err := m.parse(src); err != nil {
		delete(l.modules, name)
		return nil, err
	}
	l.queue = append(l.queue, m)
	return m, nil
}

func newModule(l *Library, name string) *Module {
	return &Module{
		Name: name, lib: l, Symbols: map[string]Symbol{}, private: map[string]Symbol{},
		submods: map[string]bool{}, typeVars: map[string]bool{}, resolving: map[string]bool{},
	}
}

func (l *Library) read(name string) (src []byte, file string) {
	slashed := strings.ReplaceAll(name, ".", "/")
	for _, dir := range l.dirs {
		for _, path := range []string{name + ".pyi", slashed + ".pyi", slashed + "/__init__.pyi"} {
			if b, err := fs.ReadFile(dir, path); err == nil {
				return b, path
			}
		}
	}
	return nil, ""
}

// finish resolves the imports of all modules read so far, then what needs
// other modules: bases, type parameters, inherited constructors.
func (l *Library) finish() error {
	l.loading++
	defer func() { l.loading-- }()
	var done []*Module
	for len(l.queue) > 0 {
		m := l.queue[0]
		l.queue = l.queue[1:]
		done = append(done, m)
		if err := m.loadImports(); err != nil && l.err == nil {
			l.err = err
		}
	}
	for _, m := range done {
		m.resolveImports()
	}
	for _, m := range done {
		for _, c := range m.classes {
			c.resolveBases()
		}
	}
	for _, m := range done {
		m.complete()
	}
	err := l.err
	l.err = nil
	return err
}

// Exported returns the functions, classes and modules that a program can
// import under that name from the modules of the tool and of the user, each
// symbol once. It reads every stub; it is meant for names that a program uses
// and forgot to import.
func (l *Library) Exported(name string) []Symbol {
	if l.exports == nil {
		l.exports = map[string][]Symbol{}
		for _, mod := range l.Names() {
			m, err := l.Module(mod)
			if err != nil || mod == "builtins" || strings.HasPrefix(mod, "_") {
				continue
			}
			if !strings.Contains(mod, ".") {
				l.exports[mod] = append(l.exports[mod], m)
			}
			for _, n := range m.Order {
				s := m.Symbols[n]
				if a, ok := s.(*Alias); ok && a.Target != nil {
					s = a.Target
				}
				switch s.(type) {
				case *Func, *Class:
					l.addExport(n, s)
				}
			}
		}
	}
	return l.exports[name]
}

func (l *Library) addExport(name string, s Symbol) {
	if strings.HasPrefix(name, "_") {
		return
	}
	for _, o := range l.exports[name] {
		if o == s {
			return
		}
	}
	l.exports[name] = append(l.exports[name], s)
}

// ModuleOf returns the module in which s is defined.
func ModuleOf(s Symbol) *Module {
	switch s := s.(type) {
	case *Func:
		return s.Module
	case *Class:
		return s.Module
	case *Var:
		return s.Module
	case *Alias:
		return s.Module
	case *Module:
		return s
	}
	panic(fmt.Sprintf("stubs: unexpected %T", s))
}

// SymbolName returns the name of s in its module.
func SymbolName(s Symbol) string {
	switch s := s.(type) {
	case *Func:
		return s.Name
	case *Class:
		return s.Name
	case *Var:
		return s.Name
	case *Alias:
		return s.Name
	case *Module:
		return s.Name
	}
	panic(fmt.Sprintf("stubs: unexpected %T", s))
}
