package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// AsyncManager is an asynchronous context manager of a static type: what
// `async with` needs. AExit returns whether it suppresses the exception.
type AsyncManager[T any] interface {
	AEnter(ctx context.Context) (T, error)
	AExit(ctx context.Context, err error) (bool, error)
}

// WithManager runs body with what entering mgr gives, and leaves mgr
// afterwards whatever happened: `async with mgr as x: body`. An exception that
// mgr suppresses is not returned.
func WithManager[T any](ctx context.Context, mgr AsyncManager[T], body func(x T) error) error {
	x, err := mgr.AEnter(ctx)
	if err != nil {
		return err
	}
	err = py.Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return mgr.AExit(ctx, err) })
}

// With is WithManager for a manager of any kind.
func With(ctx context.Context, mgr any, body func(x any) error) error {
	x, err := AEnter(ctx, mgr)
	if err != nil {
		return err
	}
	err = py.Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return AExit(ctx, mgr, err) })
}

// leave is the end of a with statement: the exception that goes on, if any.
func leave(err error, exit func() (bool, error)) error {
	suppress, exitErr := exit()
	switch {
	case exitErr != nil:
		return py.WithContext(exitErr, err)
	case suppress:
		return nil
	}
	return err
}
