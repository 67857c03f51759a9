package datetime

import (
	"fmt"
	"time"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Date is datetime.date.
type Date struct{ year, month, day int }

// The class attributes of date.
var (
	DateMin        = &Date{MinYear, 1, 1}
	DateMax        = &Date{MaxYear, 12, 31}
	DateResolution = &Timedelta{days: 1}
)

// NewDate is date(year, month, day).
func NewDate(year, month, day int) *Date {
	checkDate(year, month, day)
	return &Date{year, month, day}
}

// DateToday is date.today().
func DateToday() *Date {
	y, m, d := time.Now().Date()
	return &Date{y, int(m), d}
}

// DateFromTimestamp is date.fromtimestamp(t).
func DateFromTimestamp(t float64) *Date { return DateTimeFromTimestamp(t, nil).Date() }

// DateFromOrdinal is date.fromordinal(n).
func DateFromOrdinal(n int) *Date {
	if n < 1 {
		valueError("ordinal must be >= 1")
	}
	if n > maxOrdinal {
		y, _, _ := fromOrdinal(n)
		valueError("year %d is out of range", y)
	}
	y, m, d := fromOrdinal(n)
	return &Date{y, m, d}
}

// DateFromIsoCalendar is date.fromisocalendar(year, week, day).
func DateFromIsoCalendar(year, week, day int) *Date {
	y, m, d, err := fromIsoCalendar(year, week, day)
	if err != nil {
		py.Throw(err)
	}
	return &Date{y, m, d}
}

func fromIsoCalendar(year, week, day int) (y, m, d int, err error) {
	if year < MinYear || year > MaxYear {
		return 0, 0, 0, py.Errorf(py.ValueError, "Year is out of range: %d", year)
	}
	if week <= 0 || week > 53 || week == 53 && !hasWeek53(year) {
		return 0, 0, 0, py.Errorf(py.ValueError, "Invalid week: %d", week)
	}
	if day < 1 || day > 7 {
		return 0, 0, 0, py.Errorf(py.ValueError, "Invalid weekday: %d (range is [1, 7])", day)
	}
	y, m, d = fromOrdinal(isoWeek1Monday(year) + (week-1)*7 + day - 1)
	return y, m, d, nil
}

func hasWeek53(year int) bool {
	first := (ordinal(year, 1, 1) + 6) % 7
	return first == 3 || first == 2 && isLeap(year)
}

// isoWeek1Monday is the ordinal of the Monday of ISO week 1.
func isoWeek1Monday(year int) int {
	first := ordinal(year, 1, 1)
	weekday := (first + 6) % 7
	monday := first - weekday
	if weekday > 3 {
		monday += 7
	}
	return monday
}

// Year is the attribute year.
func (d *Date) Year() int { return d.year }

// Month is the attribute month.
func (d *Date) Month() int { return d.month }

// Day is the attribute day.
func (d *Date) Day() int { return d.day }

// ToOrdinal is toordinal().
func (d *Date) ToOrdinal() int { return ordinal(d.year, d.month, d.day) }

// Weekday is weekday(): Monday is 0.
func (d *Date) Weekday() int { return (d.ToOrdinal() + 6) % 7 }

// IsoWeekday is isoweekday(): Monday is 1.
func (d *Date) IsoWeekday() int { return d.Weekday() + 1 }

// IsoCalendar is isocalendar(): year, week, weekday.
func (d *Date) IsoCalendar() py.Tuple3[int, int, int] {
	year := d.year
	today := d.ToOrdinal()
	week, day := floorDiv(today-isoWeek1Monday(year), 7)
	if week < 0 {
		year--
		week, day = floorDiv(today-isoWeek1Monday(year), 7)
	} else if week >= 52 && today >= isoWeek1Monday(year+1) {
		year++
		week = 0
	}
	return py.NewTuple3(year, week+1, day+1)
}

// Replace is replace(year, month, day); nil keeps a field.
func (d *Date) Replace(year, month, day *int) *Date {
	return NewDate(or(year, d.year), or(month, d.month), or(day, d.day))
}

func or[T any](p *T, def T) T {
	if p != nil {
		return *p
	}
	return def
}

// Add is d + t.
func (d *Date) Add(t *Timedelta) *Date { return dateAt(d.ToOrdinal() + t.days) }

func dateAt(n int) *Date {
	if n < 1 || n > maxOrdinal {
		py.Throw(py.OverflowError.New("date value out of range"))
	}
	y, m, day := fromOrdinal(n)
	return &Date{y, m, day}
}

// Sub is d - t.
func (d *Date) Sub(t *Timedelta) *Date { return dateAt(d.ToOrdinal() - t.days) }

// SubDate is d - other.
func (d *Date) SubDate(other *Date) *Timedelta {
	return &Timedelta{days: d.ToOrdinal() - other.ToOrdinal()}
}

// Equal is d == other.
func (d *Date) Equal(other any) bool {
	o, ok := other.(*Date)
	return ok && *d == *o
}

func (d *Date) order(other any, op py.CompareOp) int {
	o, ok := other.(*Date)
	if !ok {
		notComparable(op, d, other)
	}
	return compareInts(d.year, o.year, d.month, o.month, d.day, o.day)
}

// Less is d < other.
func (d *Date) Less(other any) bool { return d.order(other, py.OpLt) < 0 }

// LessEqual is d <= other.
func (d *Date) LessEqual(other any) bool { return d.order(other, py.OpLe) <= 0 }

// Greater is d > other.
func (d *Date) Greater(other any) bool { return d.order(other, py.OpGt) > 0 }

// GreaterEqual is d >= other.
func (d *Date) GreaterEqual(other any) bool { return d.order(other, py.OpGe) >= 0 }

// Hash is hash(d).
func (d *Date) Hash() int {
	return py.HashBytes(py.Bytes([]byte{byte(d.year >> 8), byte(d.year), byte(d.month), byte(d.day)}))
}

// IsoFormat is isoformat().
func (d *Date) IsoFormat() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// Str is str(d).
func (d *Date) Str() string { return d.IsoFormat() }

// Repr is repr(d).
func (d *Date) Repr() string { return fmt.Sprintf("datetime.date(%d, %d, %d)", d.year, d.month, d.day) }

// CTime is ctime().
func (d *Date) CTime() string { return d.midnight().CTime() }

func (d *Date) midnight() *DateTime { return &DateTime{date: *d} }

// StrFTime is strftime(format).
func (d *Date) StrFTime(format string) string { return d.midnight().StrFTime(format) }

// Format is format(d, spec).
func (d *Date) Format(spec string) string {
	if spec == "" {
		return d.Str()
	}
	return d.StrFTime(spec)
}
