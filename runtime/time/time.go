// Package time is Python's module time. Seconds are floats.
package time

import (
	"fmt"
	"math"
	"runtime"
	"time"

	"github.com/py2go-async/py2go-async/runtime/datetime"
	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

var start = time.Now()

// Time is time.time().
func Time() float64 { return float64(time.Now().UnixNano()) / 1e9 }

// TimeNs is time.time_ns().
func TimeNs() int { return int(time.Now().UnixNano()) }

// Monotonic is time.monotonic().
func Monotonic() float64 { return time.Since(start).Seconds() }

// MonotonicNs is time.monotonic_ns().
func MonotonicNs() int { return int(time.Since(start)) }

// ProcessTime is time.process_time(): CPU seconds of the process.
func ProcessTime() float64 { return float64(ProcessTimeNs()) / 1e9 }

// Sleep is time.sleep(secs): it blocks the whole program, as in Python
// without threads.
func Sleep(secs float64) {
	if secs < 0 {
		py.Throw(py.ValueError.New("sleep length must be non-negative"))
	}
	gil.Blocking(func() { time.Sleep(time.Duration(secs * 1e9)) })
}

// StructTime is time.struct_time.
type StructTime struct {
	year, month, day, hour, min, sec, wday, yday, dst int
	offset                                            int
	zone                                              string
}

// NewStructTime is struct_time(sequence) of nine ints.
func NewStructTime(x any) *StructTime {
	var v []int
	for e := range py.Each(x) {
		v = append(v, py.AsInt(e))
	}
	if len(v) < 9 {
		py.Throwf(py.TypeError, "time.struct_time() takes an at least 9-sequence (%d-sequence given)", len(v))
	}
	return &StructTime{v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], 0, ""}
}

func structTime(t time.Time) *StructTime {
	zone, off := t.Zone()
	dst := 0
	if t.IsDST() {
		dst = 1
	}
	return &StructTime{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), (int(t.Weekday()) + 6) % 7, t.YearDay(), dst, off, zone}
}

func at(secs *float64) time.Time {
	if secs == nil {
		return time.Now()
	}
	return time.Unix(int64(math.Floor(*secs)), 0)
}

// GmTime is time.gmtime(secs); nil is now.
func GmTime(secs *float64) *StructTime { return structTime(at(secs).UTC()) }

// LocalTime is time.localtime(secs); nil is now.
func LocalTime(secs *float64) *StructTime { return structTime(at(secs).Local()) }

func (s *StructTime) goTime(loc *time.Location) time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, s.hour, s.min, s.sec, 0, loc)
}

// MkTime is time.mktime(t).
func MkTime(t *StructTime) float64 { return float64(t.goTime(time.Local).Unix()) }

// StrFTime is time.strftime(format, t); a nil t is local time.
func StrFTime(format string, t *StructTime) string {
	if t == nil {
		t = LocalTime(nil)
	}
	zone := t.zone
	if zone == "" {
		zone = "UTC"
	}
	off := datetime.NewTimedelta(0, t.offset, 0, 0, 0, 0, 0)
	return datetime.NewDateTime(t.year, t.month, t.day, t.hour, t.min, min(t.sec, 59), 0, datetime.NewTimezone(off, &zone), 0).StrFTime(format)
}

// CTime is time.ctime(secs); nil is now.
func CTime(secs *float64) string { return AscTime(LocalTime(secs)) }

// AscTime is time.asctime(t); a nil t is local time.
func AscTime(t *StructTime) string {
	if t == nil {
		t = LocalTime(nil)
	}
	return datetime.NewDateTime(t.year, t.month, t.day, t.hour, t.min, min(t.sec, 59), 0, nil, 0).CTime()
}

// StrPTime is time.strptime(string, format).
func StrPTime(s, format string) (*StructTime, error) {
	dt, err := datetime.DateTimeStrPTime(s, format)
	if err != nil {
		return nil, err
	}
	st := structTime(time.Date(dt.Year(), time.Month(dt.Month()), dt.Day(), dt.Hour(), dt.Minute(), dt.Second(), 0, time.UTC))
	st.dst = -1
	return st, nil
}

// The attributes of a struct_time.

// Year is tm_year.
func (s *StructTime) Year() int { return s.year }

// Mon is tm_mon.
func (s *StructTime) Mon() int { return s.month }

// MDay is tm_mday.
func (s *StructTime) MDay() int { return s.day }

// Hour is tm_hour.
func (s *StructTime) Hour() int { return s.hour }

// Min is tm_min.
func (s *StructTime) Min() int { return s.min }

// Sec is tm_sec.
func (s *StructTime) Sec() int { return s.sec }

// WDay is tm_wday, Monday being 0.
func (s *StructTime) WDay() int { return s.wday }

// YDay is tm_yday, from 1.
func (s *StructTime) YDay() int { return s.yday }

// IsDST is tm_isdst.
func (s *StructTime) IsDST() int { return s.dst }

// GmtOff is tm_gmtoff, seconds east of UTC.
func (s *StructTime) GmtOff() int { return s.offset }

// Zone is tm_zone.
func (s *StructTime) Zone() string { return s.zone }

func (s *StructTime) tuple() *py.Tuple[int] {
	return py.NewTuple(s.year, s.month, s.day, s.hour, s.min, s.sec, s.wday, s.yday, s.dst)
}

// Len is len(s): nine.
func (s *StructTime) Len() int { return 9 }

// Get is s[i].
func (s *StructTime) Get(i int) int { return s.tuple().Get(i) }

// Items is the nine fields.
func (s *StructTime) Items() []int { return s.tuple().Items() }

// Equal is s == other.
func (s *StructTime) Equal(other any) bool {
	if o, ok := other.(*StructTime); ok {
		other = o.tuple()
	}
	return s.tuple().Equal(other)
}

// Hash is hash(s).
func (s *StructTime) Hash() int { return s.tuple().Hash() }

// Repr is repr(s).
func (s *StructTime) Repr() string {
	return fmt.Sprintf("time.struct_time(tm_year=%d, tm_mon=%d, tm_mday=%d, tm_hour=%d, tm_min=%d, tm_sec=%d, tm_wday=%d, tm_yday=%d, tm_isdst=%d)",
		s.year, s.month, s.day, s.hour, s.min, s.sec, s.wday, s.yday, s.dst)
}

// Timezone is time.timezone: seconds west of UTC in winter.
var Timezone = func() int {
	_, off := time.Date(2024, 1, 1, 0, 0, 0, 0, time.Local).Zone()
	return -off
}()

// ThreadTime is time.thread_time().
func ThreadTime() float64 {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return ProcessTime()
}
