package datetime

import (
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// TZInfo is datetime.tzinfo: what gives a time its offset from UTC. The only
// zones are those of fixed offset.
type TZInfo = *Timezone

// Timezone is datetime.timezone: a fixed offset.
type Timezone struct {
	offset *Timedelta
	name   *string
}

// UTC is datetime.UTC, the zone of offset zero.
var UTC = &Timezone{offset: &Timedelta{}}

// TimezoneUTC is timezone.utc.
var TimezoneUTC = UTC

// TimezoneMin and TimezoneMax are timezone.min and timezone.max.
var (
	TimezoneMin = &Timezone{offset: newDelta(0, -86340, 0)}
	TimezoneMax = &Timezone{offset: newDelta(0, 86340, 0)}
)

// NewTimezone is timezone(offset, name); a nil name is none. The offset must
// be strictly between -24 and 24 hours.
func NewTimezone(offset *Timedelta, name *string) *Timezone {
	if us, ok := offset.total(); !ok || us <= -usPerDay || us >= usPerDay {
		valueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", offset.Repr())
	}
	if !offset.Truth() && name == nil {
		return UTC
	}
	return &Timezone{offset, name}
}

// UTCOffset is utcoffset(dt).
func (z *Timezone) UTCOffset(*DateTime) *Timedelta { return z.offset }

// DST is dst(dt): None.
func (z *Timezone) DST(*DateTime) *Timedelta { return nil }

// TZName is tzname(dt).
func (z *Timezone) TZName(*DateTime) *string {
	s := z.Str()
	return &s
}

// FromUTC is fromutc(dt).
func (z *Timezone) FromUTC(dt *DateTime) *DateTime { return dt.Add(z.offset) }

// Str is str(z).
func (z *Timezone) Str() string {
	if z.name != nil {
		return *z.name
	}
	if !z.offset.Truth() {
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}

// Repr is repr(z).
func (z *Timezone) Repr() string {
	switch {
	case z == UTC:
		return "datetime.timezone.utc"
	case z.name != nil:
		return "datetime.timezone(" + z.offset.Repr() + ", " + py.Repr(*z.name) + ")"
	}
	return "datetime.timezone(" + z.offset.Repr() + ")"
}

// Equal is z == other.
func (z *Timezone) Equal(other any) bool {
	o, ok := other.(*Timezone)
	return ok && z.offset.Equal(o.offset)
}

// Hash is hash(z).
func (z *Timezone) Hash() int { return z.offset.Hash() }

// offsetText is +HH:MM[:SS[.ffffff]] with the given separator.
func offsetText(t *Timedelta, sep string) string {
	sign := "+"
	if t.days < 0 {
		sign = "-"
		t = t.Neg()
	}
	s := fmt.Sprintf("%s%02d%s%02d", sign, t.seconds/3600, sep, t.seconds/60%60)
	if t.seconds%60 != 0 || t.micros != 0 {
		s += fmt.Sprintf("%s%02d", sep, t.seconds%60)
		if t.micros != 0 {
			s += fmt.Sprintf(".%06d", t.micros)
		}
	}
	return s
}
