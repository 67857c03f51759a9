package datetime

import (
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The patterns of strptime's directives, in the order in which Python tries
// the alternatives.
var directivePatterns = map[byte]string{
	'd': `(3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])`,
	'f': `([0-9]{1,6})`,
	'H': `(2[0-3]|[0-1]\d|\d)`,
	'I': `(1[0-2]|0[1-9]|[1-9]| [1-9])`,
	'G': `(\d\d\d\d)`,
	'j': `(36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])`,
	'm': `(1[0-2]|0[1-9]|[1-9])`,
	'M': `([0-5]\d|\d)`,
	'S': `(6[0-1]|[0-5]\d|\d)`,
	'U': `(5[0-3]|[0-4]\d|\d)`,
	'W': `(5[0-3]|[0-4]\d|\d)`,
	'V': `(5[0-3]|0[1-9]|[1-4]\d|\d)`,
	'w': `([0-6])`,
	'u': `([1-7])`,
	'y': `(\d\d)`,
	'Y': `(\d\d\d\d)`,
	'z': `([+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))`,
	'Z': `(utc|gmt)`,
	'p': `(am|pm)`,
	'a': `(mon|tue|wed|thu|fri|sat|sun)`,
	'A': `(monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
	'b': `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`,
	'B': `(january|february|march|april|may|june|july|august|september|october|november|december)`,
}

var compositePatterns = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S", 'D': "%m/%d/%y",
	'T': "%H:%M:%S", 'R': "%H:%M", 'F': "%Y-%m-%d"}

// layout is a compiled format.
type layout struct {
	re    *regexp.Regexp
	order []byte // directive of each group
}

var layouts = map[string]*layout{}

// compile translates a strptime format to a regular expression.
func compile(format string) (*layout, error) {
	if l, ok := layouts[format]; ok {
		return l, nil
	}
	l := &layout{}
	var b strings.Builder
	b.WriteString(`^(?i)`)
	if err := l.add(&b, format, format); err != nil {
		return nil, err
	}
	re, err := regexp.Compile(b.String())
	if err != nil {
		return nil, py.Errorf(py.ValueError, "bad format %s", py.Repr(format))
	}
	l.re = re
	layouts[format] = l
	return l, nil
}

func (l *layout) add(b *strings.Builder, format, whole string) error {
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case strings.IndexByte(" \t\n\r\v\f", c) >= 0:
			for i+1 < len(format) && strings.IndexByte(" \t\n\r\v\f", format[i+1]) >= 0 {
				i++
			}
			b.WriteString(`\s+`)
		case c != '%':
			b.WriteString(regexp.QuoteMeta(string(c)))
		case i+1 == len(format):
			return py.Errorf(py.ValueError, "stray %% in format '%s'", whole)
		default:
			i++
			d := format[i]
			if d == '%' {
				b.WriteByte('%')
				continue
			}
			if sub, ok := compositePatterns[d]; ok {
				if err := l.add(b, sub, whole); err != nil {
					return err
				}
				continue
			}
			p, ok := directivePatterns[d]
			if !ok {
				return py.Errorf(py.ValueError, "'%s' is a bad directive in format '%s'", string(d), whole)
			}
			if strings.IndexByte(string(l.order), d) >= 0 {
				return py.Errorf(py.ValueError, "redefinition of group name '%s' in format '%s'", string(d), whole)
			}
			b.WriteString(p)
			l.order = append(l.order, d)
		}
	}
	return nil
}

// fields are what strptime found.
type fields struct {
	year, month, day, yearDay     int
	hour, minute, second, micros  int
	weekday                       int // Monday 0, -1 unknown
	isoYear, isoWeek              int
	week                          int
	weekStart                     int // 6 for %U, 0 for %W
	offset                        *Timedelta
	zone                          *string
	haveYear, have12, pm, haveDay bool
}

// DateTimeStrPTime is datetime.strptime(s, format).
func DateTimeStrPTime(s, format string) (*DateTime, error) {
	f, err := parseFields(s, format)
	if err != nil {
		return nil, err
	}
	var tz TZInfo
	err = py.Catch(func() error {
		if f.offset != nil {
			tz = NewTimezone(f.offset, f.zone)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var dt *DateTime
	err = py.Catch(func() error {
		dt = NewDateTime(f.year, f.month, f.day, f.hour, f.minute, f.second, f.micros, tz, 0)
		return nil
	})
	return dt, err
}

func parseFields(s, format string) (*fields, error) {
	l, err := compile(format)
	if err != nil {
		return nil, err
	}
	m := l.re.FindStringSubmatchIndex(s)
	if m == nil {
		return nil, py.Errorf(py.ValueError, "time data %s does not match format %s", py.Repr(s), py.Repr(format))
	}
	if m[1] != len(s) {
		return nil, py.Errorf(py.ValueError, "unconverted data remains: %s", s[m[1]:])
	}
	f := &fields{year: 1900, month: 1, day: 1, weekday: -1, isoYear: -1, isoWeek: -1, week: -1, yearDay: -1}
	for i, d := range l.order {
		if err := f.set(d, s[m[2*i+2]:m[2*i+3]]); err != nil {
			return nil, err
		}
	}
	return f, f.finish()
}

func (f *fields) set(d byte, text string) error {
	n, _ := digits(strings.TrimSpace(text))
	low := strings.ToLower(text)
	switch d {
	case 'Y':
		f.year, f.haveYear = n, true
	case 'y':
		f.year, f.haveYear = n+1900, true
		if n <= 68 {
			f.year += 100
		}
	case 'm':
		f.month = n
	case 'b', 'B':
		for i := 1; i <= 12; i++ {
			if strings.EqualFold(text[:3], monthNames[i][:3]) {
				f.month = i
			}
		}
	case 'd':
		f.day, f.haveDay = n, true
	case 'j':
		f.yearDay = n
	case 'H':
		f.hour = n
	case 'I':
		f.hour, f.have12 = n%12, true
	case 'p':
		f.pm = low == "pm"
	case 'M':
		f.minute = n
	case 'S':
		f.second = n
	case 'f':
		f.micros, _ = digits((text + "000000")[:6])
	case 'a', 'A':
		for i, name := range dayNames {
			if strings.EqualFold(text[:3], name[:3]) {
				f.weekday = i
			}
		}
	case 'w':
		f.weekday = (n + 6) % 7
	case 'u':
		f.weekday = n - 1
	case 'U':
		f.week, f.weekStart = n, 6
	case 'W':
		f.week, f.weekStart = n, 0
	case 'G':
		f.isoYear = n
	case 'V':
		f.isoWeek = n
	case 'Z':
		zone := text
		f.zone = &zone
	case 'z':
		return f.setOffset(text)
	}
	return nil
}

func (f *fields) setOffset(text string) error {
	if text == "Z" {
		f.offset = &Timedelta{}
		return nil
	}
	body := text[1:]
	if len(body) > 2 && body[2] == ':' {
		body = body[:2] + body[3:]
		if len(body) > 5 {
			if body[4] != ':' {
				return py.Errorf(py.ValueError, "Inconsistent use of : in %s", text)
			}
			body = body[:4] + body[5:]
		}
	}
	h, _ := digits(body[:2])
	m, _ := digits(body[2:4])
	s, us := 0, 0
	if len(body) >= 6 {
		s, _ = digits(body[4:6])
	}
	if len(body) > 7 {
		us, _ = digits((body[7:] + "000000")[:6])
	}
	f.offset = newDelta(0, h*3600+m*60+s, us)
	if text[0] == '-' {
		f.offset = f.offset.Neg()
	}
	return nil
}

// finish derives the date from what was given.
func (f *fields) finish() error {
	if f.have12 && f.pm {
		f.hour += 12
	}
	switch {
	case f.isoYear >= 0 && f.yearDay >= 0:
		return py.ValueError.New("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
	case f.isoYear >= 0 && (f.isoWeek < 0 || f.weekday < 0):
		return py.ValueError.New("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
	case f.isoWeek >= 0 && f.isoYear < 0:
		if f.haveYear && f.weekday >= 0 {
			return py.ValueError.New("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
		}
		return py.ValueError.New("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
	case f.isoYear >= 0:
		y, m, d, err := fromIsoCalendar(f.isoYear, f.isoWeek, f.weekday+1)
		if err != nil {
			return err
		}
		f.year, f.month, f.day = y, m, d
	case f.yearDay >= 0:
		f.year, f.month, f.day = fromOrdinal(ordinal(f.year, 1, 1) + f.yearDay - 1)
	case f.week >= 0 && f.weekday >= 0 && f.haveYear:
		first := (ordinal(f.year, 1, 1) + 6) % 7
		weekday := f.weekday
		if f.weekStart == 6 {
			first = (first + 1) % 7
			weekday = (weekday + 1) % 7
		}
		week0 := (7 - first) % 7
		n := 1 + weekday - first
		if f.week > 0 {
			n = 1 + week0 + 7*(f.week-1) + weekday
		}
		f.year, f.month, f.day = fromOrdinal(ordinal(f.year, 1, 1) + n - 1)
	}
	return nil
}
