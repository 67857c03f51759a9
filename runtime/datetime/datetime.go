package datetime

import (
	"math"
	"time"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// DateTime is datetime.datetime.
type DateTime struct {
	date  Date
	clock Time
}

// The class attributes of datetime.
var (
	DateTimeMin        = &DateTime{date: *DateMin}
	DateTimeMax        = &DateTime{date: *DateMax, clock: *TimeMax}
	DateTimeResolution = &Timedelta{micros: 1}
)

// NewDateTime is datetime(year, month, day, hour, minute, second,
// microsecond, tzinfo, fold=fold).
func NewDateTime(year, month, day, hour, minute, second, microsecond int, tzinfo TZInfo, fold int) *DateTime {
	checkDate(year, month, day)
	checkTime(hour, minute, second, microsecond, fold)
	return &DateTime{Date{year, month, day}, Time{hour, minute, second, microsecond, tzinfo, fold}}
}

// Combine is datetime.combine(date, time).
func Combine(date *Date, clock *Time) *DateTime { return &DateTime{*date, *clock} }

// CombineTZ is datetime.combine(date, time, tzinfo).
func CombineTZ(date *Date, clock *Time, tzinfo TZInfo) *DateTime {
	dt := &DateTime{*date, *clock}
	dt.clock.tz = tzinfo
	return dt
}

// fromGo converts a Go time in the zone that it carries.
func fromGo(t time.Time, tz TZInfo) *DateTime {
	y, m, d := t.Date()
	if y < MinYear || y > MaxYear {
		valueError("year %d is out of range", y)
	}
	return &DateTime{Date{y, int(m), d}, Time{t.Hour(), t.Minute(), t.Second(), t.Nanosecond() / 1000, tz, 0}}
}

// Now is datetime.now(tz); nil is local time without a zone.
func Now(tz TZInfo) *DateTime { return at(time.Now(), tz) }

// at is the moment in the zone, or in local time.
func at(t time.Time, tz TZInfo) *DateTime {
	if tz == nil {
		dt := fromGo(t.Local(), nil)
		dt.clock.fold = foldOf(t)
		return dt
	}
	return tz.FromUTC(fromGo(t.UTC(), tz))
}

// foldOf is 1 in the second of two passes of the same local time.
func foldOf(t time.Time) int {
	t = t.Local()
	_, off := t.Zone()
	_, before := t.Add(-24 * time.Hour).Zone()
	if before > off {
		shift := time.Duration(before-off) * time.Second
		if _, o := t.Add(-shift).Zone(); o == before {
			return 1
		}
	}
	return 0
}

// UTCNow is datetime.utcnow().
func UTCNow() *DateTime { return fromGo(time.Now().UTC(), nil) }

// Today is datetime.today().
func Today() *DateTime { return Now(nil) }

// moment is the Go time of a POSIX timestamp, rounded half to even to
// microseconds.
func moment(t float64) time.Time {
	if math.IsNaN(t) {
		py.Throw(py.ValueError.New("Invalid value NaN (not a number)"))
	}
	whole := math.Floor(t)
	us := math.RoundToEven((t - whole) * 1e6)
	if us >= 1e6 {
		whole++
		us = 0
	}
	if math.Abs(whole) > 9.2e18 {
		py.Throw(py.OverflowError.New("timestamp out of range for platform time_t"))
	}
	return time.Unix(int64(whole), int64(us)*1000)
}

// DateTimeFromTimestamp is datetime.fromtimestamp(t, tz).
func DateTimeFromTimestamp(t float64, tz TZInfo) *DateTime { return at(moment(t), tz) }

// UTCFromTimestamp is datetime.utcfromtimestamp(t).
func UTCFromTimestamp(t float64) *DateTime { return fromGo(moment(t).UTC(), nil) }

// DateTimeFromOrdinal is datetime.fromordinal(n).
func DateTimeFromOrdinal(n int) *DateTime { return DateFromOrdinal(n).midnight() }

// DateTimeFromIsoCalendar is datetime.fromisocalendar(year, week, day).
func DateTimeFromIsoCalendar(year, week, day int) *DateTime {
	return DateFromIsoCalendar(year, week, day).midnight()
}

// Year is the attribute year.
func (d *DateTime) Year() int { return d.date.year }

// Month is the attribute month.
func (d *DateTime) Month() int { return d.date.month }

// Day is the attribute day.
func (d *DateTime) Day() int { return d.date.day }

// Hour is the attribute hour.
func (d *DateTime) Hour() int { return d.clock.hour }

// Minute is the attribute minute.
func (d *DateTime) Minute() int { return d.clock.minute }

// Second is the attribute second.
func (d *DateTime) Second() int { return d.clock.second }

// Microsecond is the attribute microsecond.
func (d *DateTime) Microsecond() int { return d.clock.micros }

// TZInfo is the attribute tzinfo, or nil.
func (d *DateTime) TZInfo() TZInfo { return d.clock.tz }

// Fold is the attribute fold.
func (d *DateTime) Fold() int { return d.clock.fold }

// Date is date().
func (d *DateTime) Date() *Date { r := d.date; return &r }

// Time is time(): without the zone.
func (d *DateTime) Time() *Time {
	r := d.clock
	r.tz = nil
	return &r
}

// TimeTZ is timetz().
func (d *DateTime) TimeTZ() *Time { r := d.clock; return &r }

// UTCOffset is utcoffset().
func (d *DateTime) UTCOffset() *Timedelta {
	if d.clock.tz == nil {
		return nil
	}
	return d.clock.tz.UTCOffset(d)
}

// TZName is tzname().
func (d *DateTime) TZName() *string {
	if d.clock.tz == nil {
		return nil
	}
	return d.clock.tz.TZName(d)
}

// DST is dst().
func (d *DateTime) DST() *Timedelta {
	if d.clock.tz == nil {
		return nil
	}
	return d.clock.tz.DST(d)
}

// Replace is replace(...); nil keeps a field.
func (d *DateTime) Replace(year, month, day, hour, minute, second, microsecond *int, tzinfo TZInfo, fold *int) *DateTime {
	if tzinfo == nil {
		tzinfo = d.clock.tz
	}
	return d.replace(year, month, day, hour, minute, second, microsecond, tzinfo, fold)
}

// ReplaceNaive is replace(..., tzinfo=None).
func (d *DateTime) ReplaceNaive(year, month, day, hour, minute, second, microsecond *int, fold *int) *DateTime {
	return d.replace(year, month, day, hour, minute, second, microsecond, nil, fold)
}

func (d *DateTime) replace(year, month, day, hour, minute, second, microsecond *int, tzinfo TZInfo, fold *int) *DateTime {
	c := &d.clock
	return NewDateTime(or(year, d.date.year), or(month, d.date.month), or(day, d.date.day), or(hour, c.hour),
		or(minute, c.minute), or(second, c.second), or(microsecond, c.micros), tzinfo, or(fold, c.fold))
}

// micros is the local time in microseconds since day 0.
func (d *DateTime) micros() int {
	c := &d.clock
	return ((d.date.ToOrdinal()*24+c.hour)*60+c.minute)*60*usPerSecond + c.second*usPerSecond + c.micros
}

// withMicros is the inverse, with the zone of d.
func (d *DateTime) withMicros(us int) *DateTime {
	days, us := floorDiv(us, usPerDay)
	s, us := us/usPerSecond, us%usPerSecond
	return &DateTime{*dateAt(days), Time{s / 3600, s / 60 % 60, s % 60, us, d.clock.tz, 0}}
}

// Add is d + t.
func (d *DateTime) Add(t *Timedelta) *DateTime {
	us, ok := t.total()
	if !ok {
		py.Throw(py.OverflowError.New("date value out of range"))
	}
	return d.withMicros(d.micros() + us)
}

// Sub is d - t.
func (d *DateTime) Sub(t *Timedelta) *DateTime {
	us, ok := t.total()
	if !ok {
		py.Throw(py.OverflowError.New("date value out of range"))
	}
	return d.withMicros(d.micros() - us)
}

// SubDateTime is d - other.
func (d *DateTime) SubDateTime(other *DateTime) *Timedelta {
	a, b, ok := d.align(other)
	if !ok {
		py.Throw(py.TypeError.New("can't subtract offset-naive and offset-aware datetimes"))
	}
	return fromMicros(a - b)
}

// align gives both times on one clock: false if only one has an offset.
func (d *DateTime) align(o *DateTime) (a, b int, ok bool) {
	a, b = d.micros(), o.micros()
	if d.clock.tz == o.clock.tz {
		return a, b, true
	}
	x, y := d.UTCOffset(), o.UTCOffset()
	if (x == nil) != (y == nil) {
		return 0, 0, false
	}
	if x != nil {
		xu, _ := x.total()
		yu, _ := y.total()
		a, b = a-xu, b-yu
	}
	return a, b, true
}

// Equal is d == other.
func (d *DateTime) Equal(other any) bool {
	o, ok := other.(*DateTime)
	if !ok {
		return false
	}
	a, b, ok := d.align(o)
	return ok && a == b
}

func (d *DateTime) compare(other any, op py.CompareOp) int {
	o, ok := other.(*DateTime)
	if !ok {
		notComparable(op, d, other)
	}
	a, b, ok := d.align(o)
	if !ok {
		py.Throw(py.TypeError.New("can't compare offset-naive and offset-aware datetimes"))
	}
	return compareInts(a, b)
}

// Less is d < other.
func (d *DateTime) Less(other any) bool { return d.compare(other, py.OpLt) < 0 }

// LessEqual is d <= other.
func (d *DateTime) LessEqual(other any) bool { return d.compare(other, py.OpLe) <= 0 }

// Greater is d > other.
func (d *DateTime) Greater(other any) bool { return d.compare(other, py.OpGt) > 0 }

// GreaterEqual is d >= other.
func (d *DateTime) GreaterEqual(other any) bool { return d.compare(other, py.OpGe) >= 0 }

// Hash is hash(d).
func (d *DateTime) Hash() int {
	if off := d.UTCOffset(); off != nil {
		us, _ := off.total()
		return fromMicros(d.micros() - us).Hash()
	}
	b := []byte{byte(d.date.year >> 8), byte(d.date.year), byte(d.date.month), byte(d.date.day)}
	return py.HashBytes(py.Bytes(d.clock.state(b)))
}

// goTime is the moment as a Go time; naive times are local.
func (d *DateTime) goTime() time.Time {
	c := &d.clock
	loc := time.Local
	off := d.UTCOffset()
	if off != nil {
		loc = time.UTC
	}
	t := time.Date(d.date.year, time.Month(d.date.month), d.date.day, c.hour, c.minute, c.second, c.micros*1000, loc)
	if off != nil {
		us, _ := off.total()
		t = t.Add(-time.Duration(us) * time.Microsecond)
	}
	return t
}

// Timestamp is timestamp().
func (d *DateTime) Timestamp() float64 {
	if off := d.UTCOffset(); off != nil {
		us, _ := off.total()
		return py.DivInt(d.micros()-us-epochMicros, usPerSecond)
	}
	t := d.goTime()
	return float64(t.Unix()) + float64(d.clock.micros)/1e6
}

// epochMicros is 1970-01-01 as DateTime.micros counts.
const epochMicros = 719163 * usPerDay

// AsTimezone is astimezone(tz); nil is the system's zone.
func (d *DateTime) AsTimezone(tz TZInfo) *DateTime {
	if tz != nil && tz == d.clock.tz {
		return d
	}
	t := d.goTime()
	if tz == nil {
		name, off := t.Local().Zone()
		tz = &Timezone{offset: newDelta(0, off, 0), name: &name}
	}
	return tz.FromUTC(fromGo(t.UTC(), tz))
}

// Weekday is weekday(): Monday is 0.
func (d *DateTime) Weekday() int { return d.date.Weekday() }

// IsoWeekday is isoweekday(): Monday is 1.
func (d *DateTime) IsoWeekday() int { return d.date.IsoWeekday() }

// IsoCalendar is isocalendar(): year, week, weekday.
func (d *DateTime) IsoCalendar() py.Tuple3[int, int, int] { return d.date.IsoCalendar() }

// ToOrdinal is toordinal().
func (d *DateTime) ToOrdinal() int { return d.date.ToOrdinal() }

// IsoFormat is isoformat(sep, timespec); "T" and "auto" are the defaults.
func (d *DateTime) IsoFormat(sep, timespec string) string {
	s := d.date.IsoFormat() + sep + d.clock.clockText(timespec)
	if off := d.UTCOffset(); off != nil {
		s += offsetText(off, ":")
	}
	return s
}

// Str is str(d).
func (d *DateTime) Str() string { return d.IsoFormat(" ", "auto") }

// Repr is repr(d).
func (d *DateTime) Repr() string {
	c := &d.clock
	fields := []int{d.date.year, d.date.month, d.date.day, c.hour, c.minute, c.second, c.micros}
	if c.micros == 0 {
		fields = fields[:6]
		if c.second == 0 {
			fields = fields[:5]
		}
	}
	b := []byte("datetime.datetime(")
	for i, f := range fields {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, py.Repr(f)...)
	}
	return string(b) + tzArgs(c.tz, c.fold) + ")"
}

// DateTimeReplaceAny is replace(...) for dynamic code: a tzinfo of True is
// absent, None makes the result naive.
func DateTimeReplaceAny(d *DateTime, year, month, day, hour, minute, second, microsecond *int, tzinfo any, fold *int) *DateTime {
	return d.replace(year, month, day, hour, minute, second, microsecond, replacedTZ(tzinfo, d.clock.tz), fold)
}

// TimeReplaceAny is time.replace(...) for dynamic code.
func TimeReplaceAny(t *Time, hour, minute, second, microsecond *int, tzinfo any, fold *int) *Time {
	return t.replace(hour, minute, second, microsecond, replacedTZ(tzinfo, t.tz), fold)
}

func replacedTZ(tzinfo any, old TZInfo) TZInfo {
	switch z := tzinfo.(type) {
	case bool:
		return old
	case nil:
		return nil
	case TZInfo:
		return z
	}
	py.Throwf(py.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", py.TypeOf(tzinfo).Name())
	return nil
}
