package logging

import (
	"strings"
	"time"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Logger is logging.Logger.
type Logger struct {
	name      string
	level     int
	parent    *Logger
	Propagate bool
	Disabled  bool
	handlers  *py.List[any]
	filters   []any
}

// root is the root logger.
var root = &Logger{name: "root", level: Warning, handlers: py.NewList[any]()}

var loggers = map[string]*Logger{}

// GetLogger is logging.getLogger(name); nil, "" and "root" are the root
// logger.
func GetLogger(name *string) *Logger {
	if name == nil || *name == "" || *name == "root" {
		return root
	}
	return logger(*name)
}

func logger(name string) *Logger {
	if l, ok := loggers[name]; ok {
		return l
	}
	l := &Logger{name: name, parent: root, Propagate: true, handlers: py.NewList[any]()}
	loggers[name] = l
	for p := name; ; {
		i := strings.LastIndexByte(p, '.')
		if i < 0 {
			break
		}
		p = p[:i]
		if k, ok := loggers[p]; ok {
			l.parent = k
			break
		}
	}
	for n, k := range loggers {
		if strings.HasPrefix(n, name+".") && (k.parent == l.parent) {
			k.parent = l
		}
	}
	return l
}

// Name is the attribute name.
func (l *Logger) Name() string { return l.name }

// Level is the attribute level.
func (l *Logger) Level() int { return l.level }

// Parent is the attribute parent.
func (l *Logger) Parent() *Logger { return l.parent }

// Handlers is the attribute handlers.
func (l *Logger) Handlers() *py.List[any] { return l.handlers }

// SetHandlers sets the attribute handlers.
func (l *Logger) SetHandlers(h *py.List[any]) { l.handlers = h }

// SetLevel is setLevel(level).
func (l *Logger) SetLevel(level any) { l.level = checkLevel(level) }

// AddHandler is addHandler(hdlr).
func (l *Logger) AddHandler(h any) {
	for x := range l.handlers.All() {
		if py.Is(x, h) {
			return
		}
	}
	l.handlers.Append(h)
}

// RemoveHandler is removeHandler(hdlr).
func (l *Logger) RemoveHandler(h any) {
	for i, x := range l.handlers.Items() {
		if py.Is(x, h) {
			l.handlers.Delete(i)
			return
		}
	}
}

// AddFilter is addFilter(filter).
func (l *Logger) AddFilter(f any) { l.filters = append(l.filters, f) }

// RemoveFilter is removeFilter(filter).
func (l *Logger) RemoveFilter(f any) { l.filters = without(l.filters, f) }

// GetEffectiveLevel is getEffectiveLevel().
func (l *Logger) GetEffectiveLevel() int {
	for k := l; k != nil; k = k.parent {
		if k.level != NotSet {
			return k.level
		}
	}
	return NotSet
}

// IsEnabledFor is isEnabledFor(level).
func (l *Logger) IsEnabledFor(level int) bool {
	return !l.Disabled && level > disabled && level >= l.GetEffectiveLevel()
}

// HasHandlers is hasHandlers().
func (l *Logger) HasHandlers() bool {
	for k := l; k != nil; k = k.parent {
		if k.handlers.Len() > 0 {
			return true
		}
		if !k.Propagate {
			return false
		}
	}
	return false
}

// GetChild is getChild(suffix).
func (l *Logger) GetChild(suffix string) *Logger {
	if l == root {
		return logger(suffix)
	}
	return logger(l.name + "." + suffix)
}

// Repr is repr(l).
func (l *Logger) Repr() string {
	class := "Logger"
	if l == root {
		class = "RootLogger"
	}
	return "<" + class + " " + l.name + " (" + levelName(l.GetEffectiveLevel()) + ")>"
}

// log makes the record and hands it to the handlers.
func (l *Logger) log(level int, msg any, excInfo any, extra any, args []any) {
	if !l.IsEnabledFor(level) {
		return
	}
	r := &LogRecord{
		Name: l.name, Msg: msg, Levelno: level, Created: float64(time.Now().UnixNano()) / 1e9,
		ExcInfo: excInfoOf(excInfo), extra: py.NewDict[any, any](), task: py.CurrentTaskName(),
	}
	switch {
	case len(args) == 1:
		if d, ok := args[0].(py.AnyDict); ok && d.Len() > 0 {
			r.Args = d
			break
		}
		fallthrough
	case len(args) > 0:
		r.Args = py.NewTuple(args...)
	}
	if d, ok := extra.(*py.Dict[any, any]); ok {
		for k := range d.Keys() {
			if n, _ := k.(string); n == "message" || n == "asctime" {
				py.Throwf(py.KeyError, "Attempt to overwrite %s in LogRecord", py.Repr(k))
			}
		}
		r.extra = d.Copy()
	}
	l.Handle(r)
}

// excInfoOf is the exc_info argument as (class, exception, traceback).
func excInfoOf(x any) any {
	if x == nil || !py.Truth(x) {
		return nil
	}
	switch v := x.(type) {
	case py.AnyTuple:
		return v
	case error:
		e := py.FromGo(v)
		return py.NewTuple[any](py.TypeOf(e), e, nil)
	}
	if e := py.Handled(); e != nil {
		return py.NewTuple[any](py.TypeOf(e), e, nil)
	}
	return py.NewTuple[any](nil, nil, nil)
}

// lastResort writes warnings when no handler is configured.
var lastResort = func() *StreamHandler {
	h := NewStreamHandler(nil)
	h.level = Warning
	return h
}()

// Handle is handle(record): filters, then the handlers of the logger and of
// those above it.
func (l *Logger) Handle(r *LogRecord) {
	if l.Disabled || !passes(l.filters, r) {
		return
	}
	found := false
	for k := l; k != nil; k = k.parent {
		for h := range k.handlers.All() {
			found = true
			call(h, r)
		}
		if !k.Propagate {
			break
		}
	}
	if !found && r.Levelno >= lastResort.level {
		py.Check(lastResort.Handle(r))
	}
}

// call passes the record to a handler, Go's or a Python object.
func call(h any, r *LogRecord) {
	if g, ok := h.(anyHandler); ok {
		if r.Levelno >= g.base().level {
			py.Check(g.base().Handle(r))
		}
		return
	}
	if level := py.GetAttrDefault(h, "level", NotSet); r.Levelno >= py.AsInt(level) {
		_, err := py.CallMethod(py.CurrentContext(), h, "handle", r)
		py.Check(err)
	}
}

// Debug is debug(msg, *args, exc_info=, extra=).
func (l *Logger) Debug(msg, excInfo, extra any, args ...any) { l.log(Debug, msg, excInfo, extra, args) }

// Info is info(msg, *args, exc_info=, extra=).
func (l *Logger) Info(msg, excInfo, extra any, args ...any) { l.log(Info, msg, excInfo, extra, args) }

// Warning is warning(msg, *args, exc_info=, extra=).
func (l *Logger) Warning(msg, excInfo, extra any, args ...any) {
	l.log(Warning, msg, excInfo, extra, args)
}

// Error is error(msg, *args, exc_info=, extra=).
func (l *Logger) Error(msg, excInfo, extra any, args ...any) { l.log(Error, msg, excInfo, extra, args) }

// Exception is exception(msg, *args): error with the exception being handled.
func (l *Logger) Exception(msg, excInfo, extra any, args ...any) {
	l.log(Error, msg, excInfo, extra, args)
}

// Critical is critical(msg, *args, exc_info=, extra=).
func (l *Logger) Critical(msg, excInfo, extra any, args ...any) {
	l.log(Critical, msg, excInfo, extra, args)
}

// Log is log(level, msg, *args, exc_info=, extra=).
func (l *Logger) Log(level int, msg, excInfo, extra any, args ...any) {
	l.log(level, msg, excInfo, extra, args)
}
