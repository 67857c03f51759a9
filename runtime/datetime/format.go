package datetime

import (
	"fmt"
	"strings"
)

var (
	dayNames   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"}
)

// CTime is ctime().
func (d *DateTime) CTime() string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d", dayNames[d.Weekday()][:3], monthNames[d.date.month][:3],
		d.date.day, d.clock.hour, d.clock.minute, d.clock.second, d.date.year)
}

// Format is format(d, spec).
func (d *DateTime) Format(spec string) string {
	if spec == "" {
		return d.Str()
	}
	return d.StrFTime(spec)
}

// yearDay is the day of the year, from 1.
func (d *DateTime) yearDay() int { return daysBeforeMonth(d.date.year, d.date.month) + d.date.day }

// StrFTime is strftime(format), in the C locale.
func (d *DateTime) StrFTime(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		if format[i] == ':' && i+1 < len(format) && format[i+1] == 'z' {
			i++
			if off := d.UTCOffset(); off != nil {
				b.WriteString(offsetText(off, ":"))
			}
			continue
		}
		pad, upper, start := byte(0), false, i
		for i < len(format) && strings.IndexByte("-_0^#", format[i]) >= 0 {
			if format[i] == '^' {
				upper = true
			} else {
				pad = format[i]
			}
			i++
		}
		width := 0
		for i < len(format) && format[i] >= '0' && format[i] <= '9' {
			width = width*10 + int(format[i]-'0')
			i++
		}
		if i == len(format) {
			b.WriteString(format[start-1:])
			break
		}
		s, ok := d.directive(format[i], pad)
		if !ok {
			b.WriteString(format[start-1 : i+1])
			continue
		}
		if upper {
			s = strings.ToUpper(s)
		}
		for n := width - len(s); n > 0; n-- {
			if strings.IndexByte("aAbBhpPZ", format[i]) >= 0 || pad == '_' {
				b.WriteByte(' ')
			} else {
				b.WriteByte('0')
			}
		}
		b.WriteString(s)
	}
	return b.String()
}

// number pads as the flag says: '-' not at all, '_' with spaces, else with
// the directive's own padding.
func number(n, width int, own, flag byte) string {
	switch flag {
	case '-':
		return fmt.Sprint(n)
	case '_':
		own = ' '
	case '0':
		own = '0'
	}
	s := fmt.Sprint(n)
	for len(s) < width {
		s = string(own) + s
	}
	return s
}

// directive is the text of one conversion; false if there is none such.
func (d *DateTime) directive(c, flag byte) (string, bool) {
	t := &d.clock
	hour12 := (t.hour+11)%12 + 1
	switch c {
	case '%':
		return "%", true
	case 'a':
		return dayNames[d.Weekday()][:3], true
	case 'A':
		return dayNames[d.Weekday()], true
	case 'b', 'h':
		return monthNames[d.date.month][:3], true
	case 'B':
		return monthNames[d.date.month], true
	case 'c':
		return d.StrFTime("%a %b %e %H:%M:%S %Y"), true
	case 'C':
		if d.date.year < 1000 {
			return fmt.Sprint(d.date.year / 100), true
		}
		return number(d.date.year/100, 2, '0', flag), true
	case 'd':
		return number(d.date.day, 2, '0', flag), true
	case 'D', 'x':
		return d.StrFTime("%m/%d/%y"), true
	case 'e':
		return number(d.date.day, 2, ' ', flag), true
	case 'f':
		return fmt.Sprintf("%06d", t.micros), true
	case 'F':
		return d.StrFTime("%Y-%m-%d"), true
	case 'G':
		return fmt.Sprint(d.IsoCalendar().V0), true
	case 'g':
		return number(d.IsoCalendar().V0%100, 2, '0', flag), true
	case 'H':
		return number(t.hour, 2, '0', flag), true
	case 'I':
		return number(hour12, 2, '0', flag), true
	case 'j':
		return number(d.yearDay(), 3, '0', flag), true
	case 'k':
		return number(t.hour, 2, ' ', flag), true
	case 'l':
		return number(hour12, 2, ' ', flag), true
	case 'm':
		return number(d.date.month, 2, '0', flag), true
	case 'M':
		return number(t.minute, 2, '0', flag), true
	case 'n':
		return "\n", true
	case 'p':
		if t.hour < 12 {
			return "AM", true
		}
		return "PM", true
	case 'P':
		if t.hour < 12 {
			return "am", true
		}
		return "pm", true
	case 'r':
		return d.StrFTime("%I:%M:%S %p"), true
	case 'R':
		return d.StrFTime("%H:%M"), true
	case 's':
		return fmt.Sprint(d.goTime().Unix()), true
	case 'S':
		return number(t.second, 2, '0', flag), true
	case 't':
		return "\t", true
	case 'T', 'X':
		return d.StrFTime("%H:%M:%S"), true
	case 'u':
		return fmt.Sprint(d.IsoWeekday()), true
	case 'U':
		return number((d.yearDay()+6-d.IsoWeekday()%7)/7, 2, '0', flag), true
	case 'V':
		return number(d.IsoCalendar().V1, 2, '0', flag), true
	case 'w':
		return fmt.Sprint(d.IsoWeekday() % 7), true
	case 'W':
		return number((d.yearDay()+6-d.Weekday())/7, 2, '0', flag), true
	case 'y':
		return number(d.date.year%100, 2, '0', flag), true
	case 'Y':
		return fmt.Sprint(d.date.year), true
	case 'z':
		if off := d.UTCOffset(); off != nil {
			return offsetText(off, ""), true
		}
		return "", true
	case 'Z':
		if name := d.TZName(); name != nil {
			return *name, true
		}
		return "", true
	}
	return "", false
}
