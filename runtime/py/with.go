package py

import "context"

// Enter is the entry of `with mgr`: the value of __enter__.
func Enter(ctx context.Context, mgr any) (any, error) {
	c := TypeOf(mgr)
	enter, ok := c.lookup("__enter__")
	if !ok {
		if t, ok := mgr.(interface{ Enter() any }); ok {
			var v any
			err := Catch(func() error { v = t.Enter(); return nil })
			return v, err
		}
		return nil, noManager(mgr, "")
	}
	if _, ok := c.lookup("__exit__"); !ok {
		return nil, noManager(mgr, " (missed __exit__ method)")
	}
	bound, err := descrGet(enter, mgr, true, c)
	if err != nil {
		return nil, err
	}
	return callSlice(ctx, bound, nil, nil)
}

func noManager(mgr any, missed string) error {
	return Errorf(TypeError, "'%s' object does not support the context manager protocol%s", TypeOf(mgr).name, missed)
}

// Exit is the end of `with mgr`: __exit__ is told the exception, or None when
// err is nil. suppress means that the exception is swallowed.
func Exit(ctx context.Context, mgr any, err error) (suppress bool, exitErr error) {
	c := TypeOf(mgr)
	exit, ok := c.lookup("__exit__")
	if !ok {
		if t, ok := mgr.(interface{ Exit(err error) bool }); ok {
			exitErr = Catch(func() error { suppress = t.Exit(err); return nil })
			return suppress, exitErr
		}
		return false, noManager(mgr, " (missed __exit__ method)")
	}
	bound, berr := descrGet(exit, mgr, true, c)
	if berr != nil {
		return false, berr
	}
	args := []any{nil, nil, nil}
	if err != nil {
		e := FromGo(err)
		args = []any{e.Exc().Class(), e, e.Exc().tb}
	}
	var r any
	cerr := Catch(func() (cerr error) {
		r, cerr = callSlice(ctx, bound, args, nil)
		return cerr
	})
	if cerr != nil {
		if err != nil {
			cerr = WithContext(cerr, err)
		}
		return false, cerr
	}
	if err == nil {
		return false, nil
	}
	exitErr = Catch(func() error { suppress = Truth(r); return nil })
	return suppress, exitErr
}
