package datetime

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Time is datetime.time: a time of day.
type Time struct {
	hour, minute, second, micros int
	tz                           TZInfo
	fold                         int
}

// The class attributes of time.
var (
	TimeMin        = &Time{}
	TimeMax        = &Time{hour: 23, minute: 59, second: 59, micros: 999999}
	TimeResolution = &Timedelta{micros: 1}
)

// NewTime is time(hour, minute, second, microsecond, tzinfo, fold=fold).
func NewTime(hour, minute, second, microsecond int, tzinfo TZInfo, fold int) *Time {
	checkTime(hour, minute, second, microsecond, fold)
	return &Time{hour, minute, second, microsecond, tzinfo, fold}
}

// Hour is the attribute hour.
func (t *Time) Hour() int { return t.hour }

// Minute is the attribute minute.
func (t *Time) Minute() int { return t.minute }

// Second is the attribute second.
func (t *Time) Second() int { return t.second }

// Microsecond is the attribute microsecond.
func (t *Time) Microsecond() int { return t.micros }

// TZInfo is the attribute tzinfo, or nil.
func (t *Time) TZInfo() TZInfo { return t.tz }

// Fold is the attribute fold.
func (t *Time) Fold() int { return t.fold }

// UTCOffset is utcoffset().
func (t *Time) UTCOffset() *Timedelta {
	if t.tz == nil {
		return nil
	}
	return t.tz.UTCOffset(nil)
}

// TZName is tzname().
func (t *Time) TZName() *string {
	if t.tz == nil {
		return nil
	}
	return t.tz.TZName(nil)
}

// DST is dst().
func (t *Time) DST() *Timedelta {
	if t.tz == nil {
		return nil
	}
	return t.tz.DST(nil)
}

// Replace is replace(...); nil keeps a field.
func (t *Time) Replace(hour, minute, second, microsecond *int, tzinfo TZInfo, fold *int) *Time {
	if tzinfo == nil {
		tzinfo = t.tz
	}
	return t.replace(hour, minute, second, microsecond, tzinfo, fold)
}

// ReplaceNaive is replace(..., tzinfo=None).
func (t *Time) ReplaceNaive(hour, minute, second, microsecond *int, fold *int) *Time {
	return t.replace(hour, minute, second, microsecond, nil, fold)
}

func (t *Time) replace(hour, minute, second, microsecond *int, tzinfo TZInfo, fold *int) *Time {
	return NewTime(or(hour, t.hour), or(minute, t.minute), or(second, t.second), or(microsecond, t.micros), tzinfo, or(fold, t.fold))
}

// order is the time of day in microseconds, in UTC if it has an offset.
func (t *Time) order() (us int, aware bool) {
	us = ((t.hour*60+t.minute)*60+t.second)*usPerSecond + t.micros
	if off := t.UTCOffset(); off != nil {
		o, _ := off.total()
		return us - o, true
	}
	return us, false
}

// Equal is t == other.
func (t *Time) Equal(other any) bool {
	o, ok := other.(*Time)
	if !ok {
		return false
	}
	a, aa := t.order()
	b, ba := o.order()
	return a == b && aa == ba
}

func (t *Time) compare(other any, op py.CompareOp) int {
	o, ok := other.(*Time)
	if !ok {
		notComparable(op, t, other)
	}
	a, aa := t.order()
	b, ba := o.order()
	if aa != ba {
		py.Throw(py.TypeError.New("can't compare offset-naive and offset-aware times"))
	}
	return compareInts(a, b)
}

// Less is t < other.
func (t *Time) Less(other any) bool { return t.compare(other, py.OpLt) < 0 }

// LessEqual is t <= other.
func (t *Time) LessEqual(other any) bool { return t.compare(other, py.OpLe) <= 0 }

// Greater is t > other.
func (t *Time) Greater(other any) bool { return t.compare(other, py.OpGt) > 0 }

// GreaterEqual is t >= other.
func (t *Time) GreaterEqual(other any) bool { return t.compare(other, py.OpGe) >= 0 }

// Hash is hash(t).
func (t *Time) Hash() int {
	if off := t.UTCOffset(); off != nil && off.Truth() {
		us, _ := t.order()
		return fromMicros(us).Hash()
	}
	return py.HashBytes(py.Bytes(t.state(nil)))
}

func (t *Time) state(b []byte) []byte {
	return append(b, byte(t.hour), byte(t.minute), byte(t.second), byte(t.micros>>16), byte(t.micros>>8), byte(t.micros))
}

// clockText is the time of day in one of isoformat's precisions.
func (t *Time) clockText(timespec string) string {
	hm := fmt.Sprintf("%02d:%02d", t.hour, t.minute)
	switch timespec {
	case "auto":
		if t.micros != 0 {
			return fmt.Sprintf("%s:%02d.%06d", hm, t.second, t.micros)
		}
		return fmt.Sprintf("%s:%02d", hm, t.second)
	case "hours":
		return hm[:2]
	case "minutes":
		return hm
	case "seconds":
		return fmt.Sprintf("%s:%02d", hm, t.second)
	case "milliseconds":
		return fmt.Sprintf("%s:%02d.%03d", hm, t.second, t.micros/1000)
	case "microseconds":
		return fmt.Sprintf("%s:%02d.%06d", hm, t.second, t.micros)
	}
	valueError("Unknown timespec value")
	return ""
}

// IsoFormat is isoformat(timespec); "auto" is the default.
func (t *Time) IsoFormat(timespec string) string {
	s := t.clockText(timespec)
	if off := t.UTCOffset(); off != nil {
		s += offsetText(off, ":")
	}
	return s
}

// Str is str(t).
func (t *Time) Str() string { return t.IsoFormat("auto") }

// Repr is repr(t).
func (t *Time) Repr() string {
	args := fmt.Sprintf("%d, %d", t.hour, t.minute)
	if t.micros != 0 {
		args += fmt.Sprintf(", %d, %d", t.second, t.micros)
	} else if t.second != 0 {
		args += fmt.Sprintf(", %d", t.second)
	}
	return "datetime.time(" + args + tzArgs(t.tz, t.fold) + ")"
}

func tzArgs(tz TZInfo, fold int) string {
	var b strings.Builder
	if tz != nil {
		b.WriteString(", tzinfo=" + py.Repr(tz))
	}
	if fold != 0 {
		b.WriteString(", fold=1")
	}
	return b.String()
}

// StrFTime is strftime(format).
func (t *Time) StrFTime(format string) string {
	return (&DateTime{date: Date{1900, 1, 1}, clock: *t}).StrFTime(format)
}

// Format is format(t, spec).
func (t *Time) Format(spec string) string {
	if spec == "" {
		return t.Str()
	}
	return t.StrFTime(spec)
}
