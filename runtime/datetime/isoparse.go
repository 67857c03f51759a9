package datetime

import (
	"errors"

	"github.com/py2go-async/py2go-async/runtime/py"
)

var errIso = errors.New("invalid isoformat")

func invalidIso(s string) error {
	return py.Errorf(py.ValueError, "Invalid isoformat string: %s", py.Repr(s))
}

// digits parses exactly the digits of s.
func digits(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// isoDate parses a date: YYYY-MM-DD, YYYYMMDD, or with a week. The range of
// the fields is not checked, except for weeks.
func isoDate(s string) (y, m, d int, err error) {
	if len(s) < 7 {
		return 0, 0, 0, errIso
	}
	y, ok := digits(s[:4])
	if !ok {
		return 0, 0, 0, errIso
	}
	rest := s[4:]
	dashed := rest[0] == '-'
	if dashed {
		rest = rest[1:]
	}
	if rest[0] == 'W' {
		return isoWeekDate(y, rest[1:], dashed)
	}
	want := 4
	if dashed {
		want = 5
	}
	if len(rest) != want || dashed && rest[2] != '-' {
		return 0, 0, 0, errIso
	}
	m, ok1 := digits(rest[:2])
	d, ok2 := digits(rest[want-2:])
	if !ok1 || !ok2 {
		return 0, 0, 0, errIso
	}
	return y, m, d, nil
}

func isoWeekDate(y int, s string, dashed bool) (int, int, int, error) {
	if len(s) < 2 {
		return 0, 0, 0, errIso
	}
	week, ok := digits(s[:2])
	day := 1
	if rest := s[2:]; rest != "" {
		if dashed != (rest[0] == '-') {
			return 0, 0, 0, errIso
		}
		if dashed {
			rest = rest[1:]
		}
		if len(rest) != 1 {
			return 0, 0, 0, errIso
		}
		var ok2 bool
		day, ok2 = digits(rest)
		ok = ok && ok2
	}
	if !ok {
		return 0, 0, 0, errIso
	}
	y, m, d, err := fromIsoCalendar(y, week, day)
	if err != nil {
		return 0, 0, 0, errIso
	}
	return y, m, d, nil
}

// isoClock parses HH[:MM[:SS[.f...]]] or the same without colons.
func isoClock(s string) (h, m, sec, us int, err error) {
	if len(s) < 2 {
		return 0, 0, 0, 0, errIso
	}
	var parts [3]int
	colons := len(s) > 2 && s[2] == ':'
	for i := range parts {
		if len(s) < 2 {
			return 0, 0, 0, 0, errIso
		}
		v, ok := digits(s[:2])
		if !ok {
			return 0, 0, 0, 0, errIso
		}
		parts[i] = v
		s = s[2:]
		if s == "" {
			return parts[0], parts[1], parts[2], 0, nil
		}
		if i == 2 {
			break
		}
		if colons {
			if s[0] != ':' {
				return 0, 0, 0, 0, errIso
			}
			s = s[1:]
		}
	}
	if s[0] != '.' && s[0] != ',' {
		return 0, 0, 0, 0, errIso
	}
	s = s[1:]
	if _, ok := digits(s); !ok {
		return 0, 0, 0, 0, errIso
	}
	us, _ = digits((s + "000000")[:6])
	return parts[0], parts[1], parts[2], us, nil
}

// isoTime parses a time with an optional offset.
func isoTime(s string) (*Time, error) {
	var tz TZInfo
	for i := range len(s) {
		switch s[i] {
		case 'Z':
			if i != len(s)-1 {
				return nil, errIso
			}
			tz, s = UTC, s[:i]
		case '+', '-':
			h, m, sec, us, err := isoClock(s[i+1:])
			if err != nil {
				return nil, err
			}
			off := newDelta(0, h*3600+m*60+sec, us)
			if s[i] == '-' {
				off = off.Neg()
			}
			tz, s = NewTimezone(off, nil), s[:i]
		default:
			continue
		}
		break
	}
	h, m, sec, us, err := isoClock(s)
	if err != nil {
		return nil, err
	}
	return NewTime(h, m, sec, us, tz, 0), nil
}

// parsing runs a parser: its own errors become ValueErrors about s, faults of
// the constructors are returned.
func parsing[T any](s string, parse func() (T, error)) (v T, err error) {
	err = py.Catch(func() (e error) { v, e = parse(); return e })
	if errors.Is(err, errIso) {
		err = invalidIso(s)
	}
	return v, err
}

// DateFromIsoFormat is date.fromisoformat(s).
func DateFromIsoFormat(s string) (*Date, error) {
	return parsing(s, func() (*Date, error) {
		y, m, d, err := isoDate(s)
		if err != nil {
			return nil, err
		}
		return NewDate(y, m, d), nil
	})
}

// TimeFromIsoFormat is time.fromisoformat(s).
func TimeFromIsoFormat(s string) (*Time, error) {
	return parsing(s, func() (*Time, error) {
		t := s
		if len(t) > 0 && t[0] == 'T' {
			t = t[1:]
		}
		return isoTime(t)
	})
}

// DateTimeFromIsoFormat is datetime.fromisoformat(s).
func DateTimeFromIsoFormat(s string) (*DateTime, error) {
	return parsing(s, func() (*DateTime, error) {
		n, err := isoDateLen(s)
		if err != nil {
			return nil, err
		}
		y, m, d, err := isoDate(s[:n])
		if err != nil {
			return nil, err
		}
		date := NewDate(y, m, d)
		if n == len(s) {
			return date.midnight(), nil
		}
		sep := 1
		for n+sep < len(s) && s[n+sep]&0xc0 == 0x80 {
			sep++
		}
		if n+sep == len(s) {
			return nil, errIso
		}
		clock, err := isoTime(s[n+sep:])
		if err != nil {
			return nil, err
		}
		return Combine(date, clock), nil
	})
}

// isoDateLen finds where the date of a date and time ends.
func isoDateLen(s string) (int, error) {
	isDigit := func(i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
	switch {
	case len(s) < 7:
		return 0, errIso
	case s[4] == '-' && s[5] == 'W':
		if len(s) > 8 && s[8] == '-' && isDigit(9) && !isDigit(10) {
			return 10, nil
		}
		return min(8, len(s)), nil
	case s[4] == '-':
		return min(10, len(s)), nil
	case s[4] == 'W':
		n := 7
		for isDigit(n) {
			n++
		}
		if n < 9 || n%2 == 0 {
			return min(n, 8), nil
		}
		return 7, nil
	}
	return min(8, len(s)), nil
}
