package logging

import (
	"os"
	"strings"
	"time"

	"github.com/py2go-async/py2go-async/runtime/datetime"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// LogRecord is logging.LogRecord.
type LogRecord struct {
	Name    string
	Msg     any
	Args    any // a tuple, a dict or None
	Levelno int
	Created float64
	ExcInfo any // (class, exception, traceback) or None
	ExcText any
	Stack   any
	Message string
	Asctime string
	extra   *py.Dict[any, any]
	task    any // the name of the task that logged, or None
}

var started = time.Now()

// Levelname is the attribute levelname.
func (r *LogRecord) Levelname() string {
	if v, ok := r.extra.Lookup("levelname"); ok {
		return py.Str(v)
	}
	return levelName(r.Levelno)
}

// GetMessage is getMessage(): msg % args.
func (r *LogRecord) GetMessage() string {
	msg := py.Str(r.Msg)
	if r.Args == nil || !py.Truth(r.Args) {
		return msg
	}
	return py.AsString(py.FormatMod(msg, r.Args))
}

// field is an attribute of the record that formats name.
func (r *LogRecord) field(name string) (any, bool) {
	if v, ok := r.extra.Lookup(name); ok {
		return v, true
	}
	switch name {
	case "name":
		return r.Name, true
	case "msg":
		return r.Msg, true
	case "args":
		return r.Args, true
	case "levelname":
		return r.Levelname(), true
	case "levelno":
		return r.Levelno, true
	case "message":
		return r.Message, true
	case "asctime":
		return r.Asctime, true
	case "created":
		return r.Created, true
	case "msecs":
		return float64(int(r.Created*1000) % 1000), true
	case "relativeCreated":
		return (r.Created - float64(started.UnixNano())/1e9) * 1000, true
	case "process":
		return os.Getpid(), true
	case "processName":
		return "MainProcess", true
	case "threadName":
		return "MainThread", true
	case "thread":
		return 0, true
	case "taskName":
		return r.task, true
	case "exc_info":
		return r.ExcInfo, true
	case "exc_text":
		return r.ExcText, true
	case "stack_info":
		return r.Stack, true
	case "pathname", "filename", "module", "funcName":
		return "?", true
	case "lineno":
		return 0, true
	}
	return nil, false
}

// dict is record.__dict__ as formats see it.
func (r *LogRecord) dict() *py.Dict[any, any] {
	d := py.NewDict[any, any]()
	for _, n := range strings.Fields("name msg args levelname levelno message asctime created msecs relativeCreated process processName thread threadName taskName exc_info exc_text stack_info pathname filename module funcName lineno") {
		if n == "message" && r.Message == "" || n == "asctime" && r.Asctime == "" {
			continue
		}
		v, _ := r.field(n)
		d.Set(n, v)
	}
	d.Update(r.extra)
	return d
}

// GetExtra is an attribute that logging's extra= has set.
func (r *LogRecord) GetExtra(name string) any {
	v, ok := r.field(name)
	if !ok {
		py.Throwf(py.AttributeError, "'LogRecord' object has no attribute '%s'", name)
	}
	return v
}

// SetAttr is record.name = v, which a filter may do to any attribute.
func (r *LogRecord) SetAttr(name string, v any) {
	switch name {
	case "name":
		r.Name = py.AsString(v)
	case "msg":
		r.Msg = v
	case "args":
		r.Args = v
	case "levelno":
		r.Levelno = py.AsInt(v)
	case "created":
		r.Created = py.AsFloat(v)
	case "message":
		r.Message = py.AsString(v)
	case "asctime":
		r.Asctime = py.AsString(v)
	case "exc_info":
		r.ExcInfo = v
	case "exc_text":
		r.ExcText = v
	default:
		r.extra.Set(name, v)
	}
}

// Repr is repr(r).
func (r *LogRecord) Repr() string {
	return "<LogRecord: " + r.Name + ", " + py.Str(r.Levelno) + ", ?, 0, " + py.Repr(py.Str(r.Msg)) + ">"
}

// Formatter is logging.Formatter.
type Formatter struct {
	fmt     string
	datefmt *string
	style   string
}

const defaultFormat = "%(message)s"

// NewFormatter is Formatter(fmt, datefmt, style); nil for the defaults.
func NewFormatter(format, datefmt *string, style string) *Formatter {
	f := &Formatter{datefmt: datefmt, style: style}
	switch {
	case format != nil:
		f.fmt = *format
	case style == "{":
		f.fmt = "{message}"
	case style == "$":
		f.fmt = "${message}"
	default:
		f.fmt = defaultFormat
	}
	switch style {
	case "%", "{", "$":
	default:
		py.Throw(py.ValueError.New("Style must be one of: %,{,$"))
	}
	return f
}

func (f *Formatter) usesTime() bool {
	switch f.style {
	case "{":
		return strings.Contains(f.fmt, "{asctime")
	case "$":
		return strings.Contains(f.fmt, "$asctime") || strings.Contains(f.fmt, "${asctime}")
	}
	return strings.Contains(f.fmt, "%(asctime)")
}

// FormatTime is formatTime(record, datefmt).
func (f *Formatter) FormatTime(r *LogRecord, datefmt *string) string {
	dt := datetime.DateTimeFromTimestamp(r.Created, nil)
	if datefmt != nil && *datefmt != "" {
		return dt.StrFTime(*datefmt)
	}
	ms := int(r.Created*1000) % 1000
	return dt.StrFTime("%Y-%m-%d %H:%M:%S") + "," + py.Format(ms, "03d")
}

// FormatException is formatException(exc_info).
func (f *Formatter) FormatException(info any) string {
	if e, ok := py.GetItem(info, 1).(error); ok {
		return strings.TrimSuffix(py.TracebackText(e), "\n")
	}
	return "NoneType: None"
}

// FormatMessage is formatMessage(record).
func (f *Formatter) FormatMessage(r *LogRecord) string {
	switch f.style {
	case "{":
		return py.AsString(py.Must(py.CallMethod(py.CurrentContext(), f.fmt, "format_map", r.dict())))
	case "$":
		out := f.fmt
		for part := range r.dict().Keys() {
			name := py.Str(part)
			v, _ := r.field(name)
			out = strings.ReplaceAll(out, "${"+name+"}", py.Str(v))
		}
		return out
	}
	return py.AsString(py.FormatMod(f.fmt, r.dict()))
}

// Format is format(record).
func (f *Formatter) Format(r *LogRecord) string {
	r.Message = r.GetMessage()
	if f.usesTime() {
		r.Asctime = f.FormatTime(r, f.datefmt)
	}
	s := f.FormatMessage(r)
	if r.ExcInfo != nil && r.ExcText == nil {
		r.ExcText = f.FormatException(r.ExcInfo)
	}
	if r.ExcText != nil {
		if !strings.HasSuffix(s, "\n") {
			s += "\n"
		}
		s += py.Str(r.ExcText)
	}
	return s
}
