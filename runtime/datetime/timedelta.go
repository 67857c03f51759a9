package datetime

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Timedelta is datetime.timedelta: days, seconds in [0, 86400) and
// microseconds in [0, 1000000).
type Timedelta struct{ days, seconds, micros int }

const maxDeltaDays = 999999999

// The class attributes of timedelta.
var (
	TimedeltaMin        = &Timedelta{days: -maxDeltaDays}
	TimedeltaMax        = &Timedelta{maxDeltaDays, 86399, 999999}
	TimedeltaResolution = &Timedelta{micros: 1}
)

// newDelta normalises.
func newDelta(days, seconds, micros int) *Timedelta {
	q, us := floorDiv(micros, usPerSecond)
	seconds += q
	q, s := floorDiv(seconds, 86400)
	days += q
	if days < -maxDeltaDays || days > maxDeltaDays {
		py.Throwf(py.OverflowError, "days=%d; must have magnitude <= %d", days, maxDeltaDays)
	}
	return &Timedelta{days, s, us}
}

// NewTimedelta is timedelta(...) with int arguments.
func NewTimedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks int) *Timedelta {
	return newDeltaParts(days, seconds, microseconds, milliseconds, minutes, hours, weeks, 0)
}

func newDeltaParts(days, seconds, microseconds, milliseconds, minutes, hours, weeks, extra int) *Timedelta {
	q, r := floorDiv(milliseconds, 1000)
	seconds = py.AddInt(seconds, q)
	us := r * 1000
	q, r = floorDiv(microseconds, usPerSecond)
	seconds = py.AddInt(seconds, q)
	us += r + extra
	q, s := floorDiv(seconds, 86400)
	d := py.AddInt(days, q)
	q, r = floorDiv(minutes, 1440)
	d = py.AddInt(d, q)
	s += r * 60
	q, r = floorDiv(hours, 24)
	d = py.AddInt(d, q)
	s += r * 3600
	return newDelta(py.AddInt(d, py.MulInt(weeks, 7)), s, us)
}

// NewTimedeltaFloat is timedelta(...) with float arguments: fractions go down
// to microseconds, rounded half to even once.
func NewTimedeltaFloat(days, seconds, microseconds, milliseconds, minutes, hours, weeks float64) *Timedelta {
	var left float64
	var sum exactDelta
	sum.add(microseconds, 1, &left)
	sum.add(milliseconds, 1000, &left)
	sum.add(seconds, usPerSecond, &left)
	sum.add(minutes, 60*usPerSecond, &left)
	sum.add(hours, 3600*usPerSecond, &left)
	sum.add(days, usPerDay, &left)
	sum.add(weeks, 7*usPerDay, &left)
	return sum.finish(left)
}

// exactDelta adds up microseconds of any size.
type exactDelta struct{ us big.Int }

func (e *exactDelta) add(x float64, unit int, left *float64) {
	if math.IsNaN(x) {
		py.Throw(py.ValueError.New("cannot convert float NaN to integer"))
	}
	if math.IsInf(x, 0) {
		py.Throw(py.OverflowError.New("cannot convert float infinity to integer"))
	}
	whole, frac := math.Modf(x)
	n := py.BigFromFloat(whole)
	e.us.Add(&e.us, n.Mul(n, big.NewInt(int64(unit))))
	if frac != 0 {
		w, f := math.Modf(float64(unit) * frac)
		e.us.Add(&e.us, big.NewInt(int64(w)))
		*left += f
	}
}

func (e *exactDelta) finish(left float64) *Timedelta {
	if left != 0 {
		whole := math.Round(left)
		if math.Abs(whole-left) == 0.5 {
			odd := float64(e.us.Bit(0))
			whole = 2*math.Round((left+odd)*0.5) - odd
		}
		e.us.Add(&e.us, big.NewInt(int64(whole)))
	}
	return fromBigMicros(&e.us)
}

// NewTimedeltaAny is timedelta(...) with numbers of any kind.
func NewTimedeltaAny(days, seconds, microseconds, milliseconds, minutes, hours, weeks any) *Timedelta {
	var left float64
	var sum exactDelta
	args := []any{microseconds, milliseconds, seconds, minutes, hours, days, weeks}
	names := [...]string{"microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks"}
	units := [...]int{1, 1000, usPerSecond, 60 * usPerSecond, 3600 * usPerSecond, usPerDay, 7 * usPerDay}
	for i, a := range args {
		if n, ok := py.Big(a); ok {
			sum.us.Add(&sum.us, new(big.Int).Mul(n, big.NewInt(int64(units[i]))))
		} else if f, ok := a.(float64); ok {
			sum.add(f, units[i], &left)
		} else {
			py.Throwf(py.TypeError, "unsupported type for timedelta %s component: %s", names[i], py.TypeOf(a).Name())
		}
	}
	return sum.finish(left)
}

func fromMicros(us int) *Timedelta {
	d, us := floorDiv(us, usPerDay)
	return newDelta(d, 0, us)
}

func fromBigMicros(us *big.Int) *Timedelta {
	if us.IsInt64() {
		return fromMicros(int(us.Int64()))
	}
	q, r := new(big.Int).DivMod(us, big.NewInt(usPerDay), new(big.Int))
	if !q.IsInt64() {
		py.Throw(py.OverflowError.New("Python int too large to convert to C int"))
	}
	return newDelta(int(q.Int64()), 0, int(r.Int64()))
}

// total returns the duration in microseconds when that fits comfortably.
func (t *Timedelta) total() (us int, ok bool) {
	if t.days > 50000000 || t.days < -50000000 {
		return 0, false
	}
	return (t.days*86400+t.seconds)*usPerSecond + t.micros, true
}

func (t *Timedelta) big() *big.Int {
	r := big.NewInt(int64(t.days*86400 + t.seconds))
	r.Mul(r, big.NewInt(usPerSecond))
	return r.Add(r, big.NewInt(int64(t.micros)))
}

// Days is the attribute days.
func (t *Timedelta) Days() int { return t.days }

// Seconds is the attribute seconds, 0 <= seconds < 86400.
func (t *Timedelta) Seconds() int { return t.seconds }

// Microseconds is the attribute microseconds.
func (t *Timedelta) Microseconds() int { return t.micros }

// TotalSeconds is total_seconds().
func (t *Timedelta) TotalSeconds() float64 {
	if us, ok := t.total(); ok {
		return py.DivInt(us, usPerSecond)
	}
	return py.DivBig(t.big(), big.NewInt(usPerSecond))
}

// Add is t + other.
func (t *Timedelta) Add(other *Timedelta) *Timedelta {
	return newDelta(t.days+other.days, t.seconds+other.seconds, t.micros+other.micros)
}

// Sub is t - other.
func (t *Timedelta) Sub(other *Timedelta) *Timedelta {
	return newDelta(t.days-other.days, t.seconds-other.seconds, t.micros-other.micros)
}

// Neg is -t.
func (t *Timedelta) Neg() *Timedelta { return newDelta(-t.days, -t.seconds, -t.micros) }

// Pos is +t.
func (t *Timedelta) Pos() *Timedelta { return t }

// Abs is abs(t).
func (t *Timedelta) Abs() *Timedelta {
	if t.days < 0 {
		return t.Neg()
	}
	return t
}

// Mul is t * n.
func (t *Timedelta) Mul(n int) *Timedelta {
	r := t.big()
	return fromBigMicros(r.Mul(r, big.NewInt(int64(n))))
}

// MulFloat is t * x, rounded half to even.
func (t *Timedelta) MulFloat(x float64) *Timedelta {
	r := ratio(x)
	return fromBigMicros(divideNearest(new(big.Int).Mul(t.big(), r.Num()), r.Denom()))
}

// ratio is x.as_integer_ratio().
func ratio(x float64) *big.Rat {
	if math.IsNaN(x) {
		py.Throw(py.ValueError.New("cannot convert NaN to integer ratio"))
	}
	if math.IsInf(x, 0) {
		py.Throw(py.OverflowError.New("cannot convert Infinity to integer ratio"))
	}
	return new(big.Rat).SetFloat64(x)
}

// divideNearest is a/b rounded half to even.
func divideNearest(a, b *big.Int) *big.Int {
	q, r := py.DivModBig(a, b)
	r.Lsh(r, 1)
	c := r.CmpAbs(b)
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// Div is t / other: how many times other goes into t.
func (t *Timedelta) Div(other *Timedelta) float64 {
	return py.DivBig(t.big(), other.nonZero("division by zero"))
}

// nonZero is t in microseconds; ZeroDivisionError with the text if it is 0.
func (t *Timedelta) nonZero(text string) *big.Int {
	b := t.big()
	if b.Sign() == 0 {
		py.Throw(py.ZeroDivisionError.New(text))
	}
	return b
}

// DivInt is t / n, rounded half to even.
func (t *Timedelta) DivInt(n int) *Timedelta {
	if n == 0 {
		py.Throw(py.ZeroDivisionError.New("integer division or modulo by zero"))
	}
	return fromBigMicros(divideNearest(t.big(), big.NewInt(int64(n))))
}

// DivFloat is t / x, rounded half to even.
func (t *Timedelta) DivFloat(x float64) *Timedelta {
	r := ratio(x)
	if r.Sign() == 0 {
		py.Throw(py.ZeroDivisionError.New("integer division or modulo by zero"))
	}
	num, den := new(big.Int).Set(r.Denom()), new(big.Int).Set(r.Num())
	if den.Sign() < 0 {
		num.Neg(num)
		den.Neg(den)
	}
	return fromBigMicros(divideNearest(num.Mul(num, t.big()), den))
}

// FloorDiv is t // other.
func (t *Timedelta) FloorDiv(other *Timedelta) int {
	q, _ := py.DivModBig(t.big(), other.nonZero("integer division or modulo by zero"))
	return py.IntFromBig(q)
}

// FloorDivInt is t // n.
func (t *Timedelta) FloorDivInt(n int) *Timedelta {
	if n == 0 {
		py.Throw(py.ZeroDivisionError.New("integer division or modulo by zero"))
	}
	q, _ := py.DivModBig(t.big(), big.NewInt(int64(n)))
	return fromBigMicros(q)
}

// Mod is t % other.
func (t *Timedelta) Mod(other *Timedelta) *Timedelta {
	_, r := py.DivModBig(t.big(), other.nonZero("integer modulo by zero"))
	return fromBigMicros(r)
}

// DivMod is divmod(t, other).
func (t *Timedelta) DivMod(other *Timedelta) py.Tuple2[int, *Timedelta] {
	return py.NewTuple2(t.FloorDiv(other), t.Mod(other))
}

// Truth is bool(t).
func (t *Timedelta) Truth() bool { return *t != Timedelta{} }

// compare is -1, 0 or 1.
func (t *Timedelta) compare(o *Timedelta) int {
	return compareInts(t.days, o.days, t.seconds, o.seconds, t.micros, o.micros)
}

// compareInts compares pairs of ints lexicographically.
func compareInts(pairs ...int) int {
	for i := 0; i < len(pairs); i += 2 {
		switch {
		case pairs[i] < pairs[i+1]:
			return -1
		case pairs[i] > pairs[i+1]:
			return 1
		}
	}
	return 0
}

// order compares with a value of any type; TypeError unless it is one of the
// same class.
func (t *Timedelta) order(other any, op py.CompareOp) int {
	o, ok := other.(*Timedelta)
	if !ok {
		notComparable(op, t, other)
	}
	return t.compare(o)
}

func notComparable(op py.CompareOp, a, b any) {
	py.Throwf(py.TypeError, "'%s' not supported between instances of '%s' and '%s'", op, typeName(a), typeName(b))
}

// typeName is the name that CPython's errors give a class of the module.
func typeName(x any) string {
	c := py.TypeOf(x)
	if c.Module() == "datetime" {
		return "datetime." + c.Name()
	}
	return c.Name()
}

// Equal is t == other.
func (t *Timedelta) Equal(other any) bool {
	o, ok := other.(*Timedelta)
	return ok && *t == *o
}

// Less is t < other.
func (t *Timedelta) Less(other any) bool { return t.order(other, py.OpLt) < 0 }

// LessEqual is t <= other.
func (t *Timedelta) LessEqual(other any) bool { return t.order(other, py.OpLe) <= 0 }

// Greater is t > other.
func (t *Timedelta) Greater(other any) bool { return t.order(other, py.OpGt) > 0 }

// GreaterEqual is t >= other.
func (t *Timedelta) GreaterEqual(other any) bool { return t.order(other, py.OpGe) >= 0 }

// Hash is hash(t).
func (t *Timedelta) Hash() int { return py.NewTuple(t.days, t.seconds, t.micros).Hash() }

// Repr is repr(t).
func (t *Timedelta) Repr() string {
	var args []string
	if t.days != 0 {
		args = append(args, fmt.Sprintf("days=%d", t.days))
	}
	if t.seconds != 0 {
		args = append(args, fmt.Sprintf("seconds=%d", t.seconds))
	}
	if t.micros != 0 {
		args = append(args, fmt.Sprintf("microseconds=%d", t.micros))
	}
	if args == nil {
		args = []string{"0"}
	}
	return "datetime.timedelta(" + strings.Join(args, ", ") + ")"
}

// Str is str(t).
func (t *Timedelta) Str() string {
	s := fmt.Sprintf("%d:%02d:%02d", t.seconds/3600, t.seconds/60%60, t.seconds%60)
	if t.micros != 0 {
		s += fmt.Sprintf(".%06d", t.micros)
	}
	switch t.days {
	case 0:
		return s
	case 1, -1:
		return fmt.Sprintf("%d day, %s", t.days, s)
	}
	return fmt.Sprintf("%d days, %s", t.days, s)
}
