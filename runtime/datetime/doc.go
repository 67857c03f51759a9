// Package datetime is Python's module datetime: dates, times, durations and
// fixed offsets, with CPython's arithmetic, texts and errors.
//
// Values are immutable and are used through pointers. Bad arguments are
// panics with ValueError, OverflowError or TypeError; parsing functions return
// an error.
package datetime

import "github.com/py2go-async/py2go-async/runtime/py"

// The range of years.
const (
	MinYear = 1
	MaxYear = 9999
)

const (
	usPerSecond = 1000000
	usPerDay    = 86400 * usPerSecond
	maxOrdinal  = 3652059
)

func valueError(format string, args ...any) { py.Throwf(py.ValueError, format, args...) }

var daysBefore = [...]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysInMonth(y, m int) int {
	switch m {
	case 2:
		if isLeap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// daysBeforeYear is the number of days before January 1 of the year.
func daysBeforeYear(y int) int {
	y--
	return y*365 + y/4 - y/100 + y/400
}

func daysBeforeMonth(y, m int) int {
	d := daysBefore[m]
	if m > 2 && isLeap(y) {
		d++
	}
	return d
}

// ordinal counts days; January 1 of year 1 is 1.
func ordinal(y, m, d int) int { return daysBeforeYear(y) + daysBeforeMonth(y, m) + d }

// fromOrdinal is the inverse of ordinal.
func fromOrdinal(n int) (y, m, d int) {
	n--
	n400 := n / 146097
	y = n400*400 + 1
	n %= 146097
	n100 := n / 36524
	n %= 36524
	n4 := n / 1461
	n %= 1461
	n1 := n / 365
	n %= 365
	y += n100*100 + n4*4 + n1
	if n1 == 4 || n100 == 4 {
		return y - 1, 12, 31
	}
	m = (n + 50) >> 5
	before := daysBeforeMonth(y, m)
	if before > n {
		m--
		before = daysBeforeMonth(y, m)
	}
	return y, m, n - before + 1
}

func checkDate(y, m, d int) {
	if y < MinYear || y > MaxYear {
		valueError("year %d is out of range", y)
	}
	if m < 1 || m > 12 {
		valueError("month must be in 1..12")
	}
	if d < 1 || d > daysInMonth(y, m) {
		valueError("day is out of range for month")
	}
}

func checkTime(h, m, s, us, fold int) {
	switch {
	case h < 0 || h > 23:
		valueError("hour must be in 0..23")
	case m < 0 || m > 59:
		valueError("minute must be in 0..59")
	case s < 0 || s > 59:
		valueError("second must be in 0..59")
	case us < 0 || us > 999999:
		valueError("microsecond must be in 0..999999")
	case fold != 0 && fold != 1:
		valueError("fold must be either 0 or 1")
	}
}

// floorDiv is Python's divmod for a positive divisor.
func floorDiv(a, b int) (q, r int) {
	q, r = a/b, a%b
	if r < 0 {
		q--
		r += b
	}
	return q, r
}
