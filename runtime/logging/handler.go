package logging

import (
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Handler is logging.Handler and the base of the others.
type Handler struct {
	level     int
	formatter any
	filters   []any
	emit      func(r *LogRecord) error
}

// handlers is what a logger knows of its handlers: the Go ones, and instances
// of Python classes that have handle and level.
type anyHandler interface{ base() *Handler }

func (h *Handler) base() *Handler { return h }

// NewHandler is Handler(level).
func NewHandler(level any) *Handler { return &Handler{level: checkLevel(level)} }

// SetLevel is setLevel(level).
func (h *Handler) SetLevel(level any) { h.level = checkLevel(level) }

// Level is the attribute level.
func (h *Handler) Level() int { return h.level }

// SetFormatter is setFormatter(fmt).
func (h *Handler) SetFormatter(f any) { h.formatter = f }

// AddFilter is addFilter(filter).
func (h *Handler) AddFilter(f any) { h.filters = append(h.filters, f) }

// RemoveFilter is removeFilter(filter).
func (h *Handler) RemoveFilter(f any) { h.filters = without(h.filters, f) }

func without(list []any, x any) []any {
	for i, v := range list {
		if py.Is(v, x) {
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}

// passes asks the filters.
func passes(filters []any, r *LogRecord) bool {
	for _, f := range filters {
		var v any
		ctx := py.CurrentContext()
		if flt, ok := f.(*Filter); ok {
			v = flt.Filter(r)
		} else if py.HasAttr(f, "filter") {
			v = py.Must(py.CallMethod(ctx, f, "filter", r))
		} else {
			v = py.Must(py.Call(ctx, f, r))
		}
		if !py.Truth(v) {
			return false
		}
	}
	return true
}

// Filter is logging.Filter: records of a logger and those below it.
type Filter struct{ name string }

// NewFilter is Filter(name).
func NewFilter(name string) *Filter { return &Filter{name} }

// Filter is filter(record).
func (f *Filter) Filter(r *LogRecord) bool {
	n := len(f.name)
	return n == 0 || r.Name == f.name || len(r.Name) > n && r.Name[:n] == f.name && r.Name[n] == '.'
}

var plainFormatter = NewFormatter(nil, nil, "%")

// Format is format(record).
func (h *Handler) Format(r *LogRecord) string {
	switch f := h.formatter.(type) {
	case nil:
		return plainFormatter.Format(r)
	case *Formatter:
		return f.Format(r)
	}
	return py.AsString(py.Must(py.CallMethod(py.CurrentContext(), h.formatter, "format", r)))
}

// Handle is handle(record).
func (h *Handler) Handle(r *LogRecord) error {
	if !passes(h.filters, r) {
		return nil
	}
	if h.emit == nil {
		return py.NotImplementedError.New("emit must be implemented by Handler subclasses")
	}
	return h.emit(r)
}

// Emit is emit(record).
func (h *Handler) Emit(r *LogRecord) error {
	if h.emit == nil {
		return py.NotImplementedError.New("emit must be implemented by Handler subclasses")
	}
	return h.emit(r)
}

// Flush is flush().
func (h *Handler) Flush() {}

// Close is close().
func (h *Handler) Close() {}

// StreamHandler is logging.StreamHandler.
type StreamHandler struct {
	Handler
	stream     any
	Terminator string
}

// NewStreamHandler is StreamHandler(stream); nil is sys.stderr.
func NewStreamHandler(stream any) *StreamHandler {
	h := &StreamHandler{stream: stream, Terminator: "\n"}
	h.emit = func(r *LogRecord) error {
		return py.Catch(func() error {
			text := h.Format(r) + h.Terminator
			out := h.stream
			if out == nil {
				out = py.Stderr
			}
			py.PrintTo(out, "", "", true, text)
			return nil
		})
	}
	return h
}

// Stream is the attribute stream.
func (h *StreamHandler) Stream() any { return h.stream }

// SetStream is setStream(stream): the former one.
func (h *StreamHandler) SetStream(s any) any {
	old := h.stream
	h.stream = s
	return old
}

// NullHandler is logging.NullHandler.
type NullHandler struct{ Handler }

// NewNullHandler is NullHandler().
func NewNullHandler() *NullHandler {
	h := &NullHandler{}
	h.emit = func(*LogRecord) error { return nil }
	return h
}
