package py

import (
	"errors"
)

// NewExceptionGroup is ExceptionGroup(message, errs): a BaseExceptionGroup
// when a member is no Exception.
func NewExceptionGroup(message string, errs ...error) *Error {
	items := make([]any, len(errs))
	for i, e := range errs {
		items[i] = FromGo(e)
	}
	e, err := makeGroup(BaseExceptionGroup, message, NewList(items...))
	Check(err)
	return e
}

// makeGroup is BaseExceptionGroup.__new__.
func makeGroup(c *Class, message, excs any) (*Error, error) {
	msg, ok := baseOf(message).(string)
	if !ok {
		return nil, Errorf(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", TypeOf(message).name)
	}
	if _, ok := baseOf(excs).(AnySequence); !ok {
		return nil, TypeError.New("second argument (exceptions) must be a sequence")
	}
	items := collect(baseOf(excs))
	if len(items) == 0 {
		return nil, ValueError.New("second argument (exceptions) must be a non-empty sequence")
	}
	onlyExceptions := true
	for i, x := range items {
		e, ok := x.(BaseException)
		if !ok {
			return nil, Errorf(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		onlyExceptions = onlyExceptions && errors.Is(e, Exception)
	}
	switch {
	case c == BaseExceptionGroup && onlyExceptions:
		c = ExceptionGroup
	case !onlyExceptions && c == ExceptionGroup:
		return nil, TypeError.New("Cannot nest BaseExceptions in an ExceptionGroup")
	case !onlyExceptions && c.IsSubclassOf(Exception):
		return nil, Errorf(TypeError, "Cannot nest BaseExceptions in '%s'", c.name)
	}
	e := &Error{class: c, args: []any{msg, excs}}
	e.SetField("message", msg)
	e.SetField("exceptions", NewTuple(items...))
	return e, nil
}

// groupMembers returns the members of an exception group, or nil.
func (e *Error) groupMembers() []any {
	if t, ok := e.field("exceptions").(*Tuple[any]); ok {
		return t.Items()
	}
	return nil
}

// Exceptions returns the members of an exception group, or nil for another
// exception.
func (e *Error) Exceptions() []error {
	var out []error
	for _, m := range e.groupMembers() {
		out = append(out, m.(error))
	}
	return out
}

// derive is g.derive(excs), by the method of a subclass if it has one, with
// the original's cause, context, traceback and notes.
func derive(g BaseException, excs []any) (BaseException, error) {
	r, err := CallMethod(CurrentContext(), g, "derive", NewList(excs...))
	if err != nil {
		return nil, err
	}
	n, ok := r.(BaseException)
	if !ok || !errors.Is(n, BaseExceptionGroup) {
		return nil, TypeError.New("derive must return an instance of BaseExceptionGroup")
	}
	from, to := g.Exc(), n.Exc()
	to.cause, to.context, to.suppress, to.tb = from.cause, from.context, from.suppress, from.tb
	if notes, ok := from.attrs.get("__notes__"); ok {
		if l, ok := notes.(*List[any]); ok {
			to.attrs.set("__notes__", l.Copy())
		}
	}
	return n, nil
}

// splitGroup splits a group into the part whose leaves satisfy match and the
// rest; either may be nil.
func splitGroup(g BaseException, match func(BaseException) (bool, error)) (yes, no BaseException, err error) {
	ok, err := match(g)
	if err != nil {
		return nil, nil, err
	}
	if ok {
		return g, nil, nil
	}
	if !errors.Is(g, BaseExceptionGroup) {
		return nil, g, nil
	}
	var in, out []any
	for _, m := range g.Exc().groupMembers() {
		y, n, err := splitGroup(m.(BaseException), match)
		if err != nil {
			return nil, nil, err
		}
		if y != nil {
			in = append(in, y)
		}
		if n != nil {
			out = append(out, n)
		}
	}
	if len(in) > 0 {
		if yes, err = derive(g, in); err != nil {
			return nil, nil, err
		}
	}
	if len(out) > 0 {
		no, err = derive(g, out)
	}
	return yes, no, err
}

// groupMatcher makes the condition of split and subgroup: a class, a tuple of
// classes, or a predicate.
func groupMatcher(cond any) (func(BaseException) (bool, error), error) {
	switch c := cond.(type) {
	case *Class:
		if c.IsSubclassOf(BaseException_) {
			return func(e BaseException) (bool, error) { return errors.Is(e, c), nil }, nil
		}
	case AnyTuple:
		for i := range c.Len() {
			if k, ok := c.AtAny(i).(*Class); !ok || !k.IsSubclassOf(BaseException_) {
				return nil, TypeError.New("expected an exception type, a tuple of exception types, or a callable (other than a class)")
			}
		}
		return func(e BaseException) (bool, error) { return ExceptMatches(e, c), nil }, nil
	default:
		if IsCallable(cond) {
			return func(e BaseException) (bool, error) {
				r, err := Call(CurrentContext(), cond, e)
				return err == nil && Truth(r), err
			}, nil
		}
	}
	return nil, TypeError.New("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

// ExceptStar runs the except* clauses of a try statement over one exception:
//
//	s := py.NewExceptStar(err)
//	if m := s.Match(cls); m != nil {
//		s.Done(m, handle(m)) // the body of the clause; its error or nil
//	}
//	err = s.End()
type ExceptStar struct {
	orig   BaseException
	rest   BaseException
	raised []any
	again  []BaseException
	naked  bool
}

// NewExceptStar starts the clauses for err.
func NewExceptStar(err error) *ExceptStar {
	e := FromGo(err)
	return &ExceptStar{orig: e, rest: e, naked: !errors.Is(e, BaseExceptionGroup)}
}

// Match takes the part of the exception that the clause's class matches, as a
// group, and leaves the rest; nil if there is none.
func (s *ExceptStar) Match(cls any) error {
	if s.rest == nil {
		return nil
	}
	checkStarClass(cls)
	if s.naked {
		if !ExceptMatches(s.rest, cls) {
			return nil
		}
		s.rest = nil
		g, err := makeGroup(BaseExceptionGroup, "", NewTuple[any](s.orig))
		Check(err)
		return g
	}
	match, err := groupMatcher(cls)
	Check(err)
	yes, no, err := splitGroup(s.rest, match)
	Check(err)
	if yes == nil {
		return nil
	}
	s.rest = no
	return yes
}

func checkStarClass(cls any) {
	list := []any{cls}
	if t, ok := cls.(AnyTuple); ok {
		list = boxItems(t)
	}
	for _, c := range list {
		if k, ok := c.(*Class); ok && k.IsSubclassOf(BaseExceptionGroup) {
			Throw(TypeError.New("catching ExceptionGroup with except* is not allowed. Use except instead."))
		}
	}
}

// Done ends a clause with the error of its body: nil, what it was given
// (raise without argument), or another exception, whose context is what it
// was given.
func (s *ExceptStar) Done(matched, err error) {
	if err == nil {
		return
	}
	e := FromGo(err)
	if m, ok := matched.(BaseException); ok && m.Exc() == e.Exc() {
		s.again = append(s.again, e)
		return
	}
	WithContext(e, matched)
	s.raised = append(s.raised, e)
}

// End gives what leaves the try statement: nil when all was handled.
func (s *ExceptStar) End() error {
	rest := s.project()
	if len(s.raised) == 0 {
		if rest == nil {
			return nil
		}
		return rest
	}
	items := s.raised
	if rest != nil {
		items = append(items, rest)
	}
	if len(items) == 1 {
		return items[0].(error)
	}
	g, err := makeGroup(BaseExceptionGroup, "", NewList(items...))
	if err != nil {
		return err
	}
	return g
}

// project is the part of the original that was not handled or was raised
// again, in the original's structure.
func (s *ExceptStar) project() BaseException {
	if len(s.again) == 0 {
		return s.rest
	}
	if s.naked {
		return s.again[0]
	}
	keep := map[*Error]bool{}
	var leaves func(e BaseException)
	leaves = func(e BaseException) {
		if m := e.Exc().groupMembers(); m != nil {
			for _, x := range m {
				leaves(x.(BaseException))
			}
			return
		}
		keep[e.Exc()] = true
	}
	for _, e := range s.again {
		leaves(e)
	}
	if s.rest != nil {
		leaves(s.rest)
	}
	yes, _, err := splitGroup(s.orig, func(e BaseException) (bool, error) { return keep[e.Exc()], nil })
	Check(err)
	return yes
}
