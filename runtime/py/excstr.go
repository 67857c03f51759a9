package py

// initBuiltinException does what the __init__ and __new__ of the builtin
// exception classes do beyond keeping args.
func initBuiltinException(e *Error) {}

// excStr is str(err).
func excStr(err BaseException) string {
	e := err.Exc()
	switch len(e.args) {
	case 0:
		return ""
	case 1:
		if s, ok := e.args[0].(string); ok {
			return s
		}
	}
	return ""
}

// FromGo returns err as a Python exception.
func FromGo(err error) BaseException {
	if b, ok := err.(BaseException); ok {
		return b
	}
	return RuntimeError.New(err.Error()).WithGoError(err)
}

func instantiateException(c *Class) (BaseException, error) { return c.New(), nil }

type slotTable struct{}
type shape struct{}
