package py

// The builtin exception classes, named as in Python. BaseException_ is the
// root class (BaseException is the Go interface of its instances).
var (
	BaseException_ = newBuiltinException("BaseException")

	GeneratorExit      = newBuiltinException("GeneratorExit", BaseException_)
	KeyboardInterrupt  = newBuiltinException("KeyboardInterrupt", BaseException_)
	SystemExit         = newBuiltinException("SystemExit", BaseException_)
	BaseExceptionGroup = newBuiltinException("BaseExceptionGroup", BaseException_)
	Exception          = newBuiltinException("Exception", BaseException_)
	ExceptionGroup     = newBuiltinException("ExceptionGroup", BaseExceptionGroup, Exception)

	ArithmeticError    = newBuiltinException("ArithmeticError", Exception)
	FloatingPointError = newBuiltinException("FloatingPointError", ArithmeticError)
	OverflowError      = newBuiltinException("OverflowError", ArithmeticError)
	ZeroDivisionError  = newBuiltinException("ZeroDivisionError", ArithmeticError)

	AssertionError = newBuiltinException("AssertionError", Exception)
	AttributeError = newBuiltinException("AttributeError", Exception)
	BufferError    = newBuiltinException("BufferError", Exception)
	EOFError       = newBuiltinException("EOFError", Exception)

	ImportError         = newBuiltinException("ImportError", Exception)
	ModuleNotFoundError = newBuiltinException("ModuleNotFoundError", ImportError)

	LookupError = newBuiltinException("LookupError", Exception)
	IndexError  = newBuiltinException("IndexError", LookupError)
	KeyError    = newBuiltinException("KeyError", LookupError)

	MemoryError       = newBuiltinException("MemoryError", Exception)
	NameError         = newBuiltinException("NameError", Exception)
	UnboundLocalError = newBuiltinException("UnboundLocalError", NameError)

	OSError                = newBuiltinException("OSError", Exception)
	BlockingIOError        = newBuiltinException("BlockingIOError", OSError)
	ChildProcessError      = newBuiltinException("ChildProcessError", OSError)
	ConnectionError        = newBuiltinException("ConnectionError", OSError)
	BrokenPipeError        = newBuiltinException("BrokenPipeError", ConnectionError)
	ConnectionAbortedError = newBuiltinException("ConnectionAbortedError", ConnectionError)
	ConnectionRefusedError = newBuiltinException("ConnectionRefusedError", ConnectionError)
	ConnectionResetError   = newBuiltinException("ConnectionResetError", ConnectionError)
	FileExistsError        = newBuiltinException("FileExistsError", OSError)
	FileNotFoundError      = newBuiltinException("FileNotFoundError", OSError)
	InterruptedError       = newBuiltinException("InterruptedError", OSError)
	IsADirectoryError      = newBuiltinException("IsADirectoryError", OSError)
	NotADirectoryError     = newBuiltinException("NotADirectoryError", OSError)
	PermissionError        = newBuiltinException("PermissionError", OSError)
	ProcessLookupError     = newBuiltinException("ProcessLookupError", OSError)
	TimeoutError           = newBuiltinException("TimeoutError", OSError)

	ReferenceError          = newBuiltinException("ReferenceError", Exception)
	RuntimeError            = newBuiltinException("RuntimeError", Exception)
	NotImplementedError     = newBuiltinException("NotImplementedError", RuntimeError)
	PythonFinalizationError = newBuiltinException("PythonFinalizationError", RuntimeError)
	RecursionError          = newBuiltinException("RecursionError", RuntimeError)

	StopAsyncIteration = newBuiltinException("StopAsyncIteration", Exception)
	StopIteration      = newBuiltinException("StopIteration", Exception)

	SyntaxError      = newBuiltinException("SyntaxError", Exception)
	IndentationError = newBuiltinException("IndentationError", SyntaxError)
	TabError         = newBuiltinException("TabError", IndentationError)

	SystemError = newBuiltinException("SystemError", Exception)
	TypeError   = newBuiltinException("TypeError", Exception)

	ValueError            = newBuiltinException("ValueError", Exception)
	UnicodeError          = newBuiltinException("UnicodeError", ValueError)
	UnicodeDecodeError    = newBuiltinException("UnicodeDecodeError", UnicodeError)
	UnicodeEncodeError    = newBuiltinException("UnicodeEncodeError", UnicodeError)
	UnicodeTranslateError = newBuiltinException("UnicodeTranslateError", UnicodeError)

	Warning                   = newBuiltinException("Warning", Exception)
	BytesWarning              = newBuiltinException("BytesWarning", Warning)
	DeprecationWarning        = newBuiltinException("DeprecationWarning", Warning)
	EncodingWarning           = newBuiltinException("EncodingWarning", Warning)
	FutureWarning             = newBuiltinException("FutureWarning", Warning)
	ImportWarning             = newBuiltinException("ImportWarning", Warning)
	PendingDeprecationWarning = newBuiltinException("PendingDeprecationWarning", Warning)
	ResourceWarning           = newBuiltinException("ResourceWarning", Warning)
	RuntimeWarning            = newBuiltinException("RuntimeWarning", Warning)
	SyntaxWarning             = newBuiltinException("SyntaxWarning", Warning)
	UnicodeWarning            = newBuiltinException("UnicodeWarning", Warning)
	UserWarning               = newBuiltinException("UserWarning", Warning)
)

// EnvironmentError and IOError are Python's other names of OSError.
var (
	EnvironmentError = OSError
	IOError          = OSError
)

// newBuiltinException makes a class of module builtins below the given bases.
func newBuiltinException(name string, bases ...*Class) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectType}
	}
	c := newClass(name, "builtins", bases)
	c.layout = layoutException
	return c
}

// DefineException makes the class object of a typed user exception or of a
// library's exception: module is its __module__ ("__main__" for programs).
func DefineException(module, name string, bases ...*Class) *Class {
	c := newClass(plainName(name), module, bases)
	c.qualname = name
	c.layout = layoutException
	c.heap = true
	return c
}
