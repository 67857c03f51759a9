package contextlib

import (
	"context"
	"errors"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Suppress is contextlib.suppress.
type Suppress struct{ exceptions []any }

// NewSuppress is suppress(*exceptions).
func NewSuppress(exceptions ...any) *Suppress { return &Suppress{exceptions} }

// Enter is __enter__.
func (s *Suppress) Enter() (any, error) { return nil, nil }

// Exit reports whether the exception is one to swallow. Of a group the
// matching members are taken out.
func (s *Suppress) Exit(err error) (bool, error) {
	if err == nil {
		return false, nil
	}
	exc := py.FromGo(err)
	for _, c := range s.exceptions {
		if py.IsInstance(exc, c) {
			return true, nil
		}
	}
	if !errors.Is(err, py.BaseExceptionGroup) {
		return false, nil
	}
	parts, serr := py.CallMethod(py.CurrentContext(), exc, "split", py.NewTuple(s.exceptions...))
	if serr != nil {
		return false, serr
	}
	rest := py.GetItem(parts, 1)
	if rest == nil {
		return true, nil
	}
	if py.GetItem(parts, 0) == nil {
		return false, nil
	}
	return false, rest.(error)
}

// Closing is contextlib.closing.
type Closing struct{ thing any }

// NewClosing is closing(thing).
func NewClosing(thing any) *Closing { return &Closing{thing} }

// Enter is __enter__: the thing.
func (c *Closing) Enter() (any, error) { return c.thing, nil }

// Exit calls close().
func (c *Closing) Exit(error) (bool, error) {
	_, err := py.CallMethod(py.CurrentContext(), c.thing, "close")
	return false, err
}

// AClosing is contextlib.aclosing.
type AClosing struct{ thing any }

// NewAClosing is aclosing(thing).
func NewAClosing(thing any) *AClosing { return &AClosing{thing} }

// AEnter is __aenter__: the thing.
func (c *AClosing) AEnter(context.Context) (any, error) { return c.thing, nil }

// AExit awaits aclose().
func (c *AClosing) AExit(ctx context.Context, _ error) (bool, error) {
	_, err := awaitMethod(ctx, c.thing, "aclose")
	return false, err
}

// NullContext is contextlib.nullcontext.
type NullContext struct{ result any }

// NewNullContext is nullcontext(enter_result).
func NewNullContext(result any) *NullContext { return &NullContext{result} }

// Enter is __enter__.
func (n *NullContext) Enter() (any, error) { return n.result, nil }

// Exit is __exit__.
func (n *NullContext) Exit(error) (bool, error) { return false, nil }

// AEnter is __aenter__.
func (n *NullContext) AEnter(context.Context) (any, error) { return n.result, nil }

// AExit is __aexit__.
func (n *NullContext) AExit(context.Context, error) (bool, error) { return false, nil }

// RedirectStdout is contextlib.redirect_stdout.
type RedirectStdout struct {
	target any
	old    []any
}

// NewRedirectStdout is redirect_stdout(new_target).
func NewRedirectStdout(target any) *RedirectStdout { return &RedirectStdout{target: target} }

// Enter makes print write to the target.
func (r *RedirectStdout) Enter() (any, error) {
	r.old = append(r.old, py.CurrentStdout)
	py.CurrentStdout = r.target
	return r.target, nil
}

// Exit puts the former stream back.
func (r *RedirectStdout) Exit(error) (bool, error) {
	n := len(r.old) - 1
	py.CurrentStdout = r.old[n]
	r.old = r.old[:n]
	return false, nil
}
