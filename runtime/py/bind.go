package py

import (
	"fmt"
	"strconv"
	"strings"
)

// bind maps the arguments of a call to one slot per parameter. The order of
// its checks and the wording of its TypeErrors are CPython's.
func (f *Func) bind(args []any, kw []Kw) ([]any, error) {
	if f.native {
		return f.bindNative(args, kw)
	}
	return f.bindSlots(args, kw)
}

// unset marks a slot that no argument has filled.
var unset any = &struct{ _ byte }{}

func (f *Func) bindSlots(args []any, kw []Kw) ([]any, error) {
	slots := make([]any, len(f.params))
	for i := range slots {
		slots[i] = unset
	}
	given := min(len(args), f.npos)
	copy(slots, args[:given])
	if f.varPos >= 0 {
		slots[f.varPos] = NewTuple(args[given:]...)
	}
	var extra *Dict[any, any]
	if f.varKw >= 0 {
		extra = NewDict[any, any]()
		slots[f.varKw] = extra
	}
	for _, k := range kw {
		i := f.keyword(k.Name)
		switch {
		case i >= 0 && slots[i] != unset:
			return nil, Errorf(TypeError, "%s() got multiple values for argument '%s'", f.qualname, k.Name)
		case i >= 0:
			slots[i] = k.Value
		case extra != nil:
			extra.Set(k.Name, k.Value)
		default:
			return nil, f.unexpected(k.Name, kw)
		}
	}
	if len(args) > f.npos && f.varPos < 0 {
		return nil, f.tooMany(len(args), slots)
	}
	var missing, missingKw []string
	for i, p := range f.params {
		if slots[i] != unset {
			continue
		}
		switch {
		case p.HasDef:
			slots[i] = p.Def
		case p.Kind == KwOnlyArg:
			missingKw = append(missingKw, p.Name)
		default:
			missing = append(missing, p.Name)
		}
	}
	if len(missing) > 0 {
		return nil, f.missing("positional", missing)
	}
	if len(missingKw) > 0 {
		return nil, f.missing("keyword-only", missingKw)
	}
	return slots, nil
}

// keyword returns the index of the parameter that a keyword argument names,
// or -1.
func (f *Func) keyword(name string) int {
	for i := range f.params {
		if p := &f.params[i]; p.Name == name && (p.Kind == PosOrKw || p.Kind == KwOnlyArg) {
			return i
		}
	}
	return -1
}

func (f *Func) unexpected(name string, kw []Kw) error {
	var posOnly []string
	for _, p := range f.params {
		if p.Kind != PosOnlyArg {
			continue
		}
		for _, k := range kw {
			if k.Name == p.Name {
				posOnly = append(posOnly, p.Name)
			}
		}
	}
	if len(posOnly) > 0 {
		return Errorf(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", f.qualname, strings.Join(posOnly, ", "))
	}
	var names []string
	for _, p := range f.params {
		if p.Kind == PosOrKw || p.Kind == KwOnlyArg {
			names = append(names, p.Name)
		}
	}
	msg := fmt.Sprintf("%s() got an unexpected keyword argument '%s'", f.qualname, name)
	if s := suggest(name, names); s != "" {
		msg += ". Did you mean '" + s + "'?"
	}
	return TypeError.New(msg)
}

func (f *Func) tooMany(given int, slots []any) error {
	kwGiven, defaults := 0, 0
	for i, p := range f.params {
		switch p.Kind {
		case KwOnlyArg:
			if slots[i] != unset {
				kwGiven++
			}
		case PosOrKw, PosOnlyArg:
			if p.HasDef {
				defaults++
			}
		}
	}
	takes, plural := strconv.Itoa(f.npos), f.npos != 1
	if defaults > 0 {
		takes, plural = fmt.Sprintf("from %d to %d", f.npos-defaults, f.npos), true
	}
	kwText, was := "", "were"
	if kwGiven > 0 {
		kwText = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", pluralS(given), kwGiven, pluralS(kwGiven))
	} else if given == 1 {
		was = "was"
	}
	s := ""
	if plural {
		s = "s"
	}
	return Errorf(TypeError, "%s() takes %s positional argument%s but %d%s %s given", f.qualname, takes, s, given, kwText, was)
}

func pluralS(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func (f *Func) missing(kind string, names []string) error {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	return Errorf(TypeError, "%s() missing %d required %s argument%s: %s", f.qualname, len(names), kind, pluralS(len(names)), joinAnd(names))
}

// joinAnd joins names as CPython's messages do: a; a and b; a, b, and c.
func joinAnd(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

// bindNative binds the arguments of a builtin: the same mapping, worded as
// CPython's argument parsers word it.
func (f *Func) bindNative(args []any, kw []Kw) ([]any, error) {
	name, skip := f.name, 0
	if f.owner != nil {
		if len(args) == 0 {
			return nil, Errorf(TypeError, "unbound method %s.%s() needs an argument", f.owner.name, f.name)
		}
		name, skip = f.owner.name+"."+f.name, 1
	}
	npos, nreq := f.npos-skip, f.nreq-skip
	given := len(args) - skip
	posOnly, named := true, false
	for _, p := range f.params[skip:] {
		posOnly = posOnly && p.Kind == PosOnlyArg
		named = named || p.Kind == PosOrKw || p.Kind == KwOnlyArg || p.Kind == VarKeyword
	}
	if len(kw) > 0 && !named {
		return nil, Errorf(TypeError, "%s() takes no keyword arguments", name)
	}
	if posOnly {
		switch {
		case npos == 0 && given > 0:
			return nil, Errorf(TypeError, "%s() takes no arguments (%d given)", name, given)
		case npos == 1 && nreq == 1 && given != 1:
			return nil, Errorf(TypeError, "%s() takes exactly one argument (%d given)", name, given)
		case given < nreq || given > npos:
			return nil, nativeArity(f.name, given, nreq, npos)
		}
	}
	if posReq := f.leadingPosOnly() - skip; given < posReq {
		if named && npos > posReq {
			return nil, Errorf(TypeError, "%s() takes at least %d positional argument%s (%d given)", f.name, posReq, pluralS(posReq), given)
		}
		return nil, nativeArity(f.name, given, nreq, npos)
	}
	for _, k := range kw {
		if i := f.keyword(k.Name); i < 0 && f.varKw < 0 {
			shown := f.name
			if f.kwName != "" {
				shown = f.kwName
			}
			return nil, Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", shown, k.Name)
		} else if i >= 0 && i < len(args) && i < f.npos {
			return nil, Errorf(TypeError, "argument for %s() given by name ('%s') and position (%d)", f.name, k.Name, i-skip+1)
		}
	}
	if given > npos && f.varPos < 0 {
		atMost := "at most"
		if nreq == npos {
			atMost = "exactly"
		}
		kind := "positional argument"
		if f.nkwonly == 0 {
			kind = "argument"
		}
		return nil, Errorf(TypeError, "%s() takes %s %d %s%s (%d given)", f.name, atMost, npos, kind, pluralS(npos), given+len(kw))
	}
	slots, err := f.bindSlots(args, kw)
	if err == nil {
		return slots, nil
	}
	for i, p := range f.params {
		if p.HasDef || i < len(args) || p.Kind == VarPos || p.Kind == VarKeyword {
			continue
		}
		for _, k := range kw {
			if k.Name == p.Name {
				return nil, err
			}
		}
		return nil, Errorf(TypeError, "%s() missing required argument '%s' (pos %d)", f.name, p.Name, i-skip+1)
	}
	return nil, err
}

// leadingPosOnly counts the required positional-only parameters.
func (f *Func) leadingPosOnly() int {
	n := 0
	for _, p := range f.params {
		if p.Kind != PosOnlyArg || p.HasDef {
			break
		}
		n++
	}
	return n
}

// nativeArity is the TypeError of a positional-only builtin for a wrong
// number of arguments.
func nativeArity(name string, given, least, most int) error {
	bound, n := "", least
	switch {
	case least == most:
	case given < least:
		bound = "at least "
	default:
		bound, n = "at most ", most
	}
	return Errorf(TypeError, "%s expected %s%d argument%s, got %d", name, bound, n, pluralS(n), given)
}
