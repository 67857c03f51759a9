package random

import (
	crand "crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"math/big"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// source is what a generator draws from: the Mersenne Twister, or the
// system's entropy for SystemRandom.
type source interface {
	float64() float64
	bits(k int) uint64
	bigBits(k int) *big.Int
	below(n uint64) uint64
	bigBelow(n *big.Int) *big.Int
}

// Random is a generator: random.Random.
type Random struct {
	src       source
	gaussNext float64
	hasGauss  bool
}

// shared is the hidden generator behind the functions of the module.
var shared = New(nil)

// New is random.Random(x): nil seeds from the system, otherwise as Seed.
func New(x any) *Random {
	r := &Random{src: &twister{}}
	r.Seed(x, 2)
	return r
}

// NewSystem is random.SystemRandom(): every draw is from the system.
func NewSystem() *Random { return &Random{src: system{}} }

// Seed is Random.seed(a, version): None, an int, a float, a str, bytes or a
// bytearray; TypeError for others.
func (r *Random) Seed(a any, version int) {
	r.hasGauss = false
	t, ok := r.src.(*twister)
	if !ok {
		return
	}
	var text string
	switch v := a.(type) {
	case nil:
		var b [mtN * 4]byte
		crand.Read(b[:])
		key := make([]uint32, mtN)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		t.initArray(key)
		return
	case int, bool, *big.Int:
		n, _ := py.Big(v)
		t.initArray(keyOf(n))
		return
	case float64:
		t.initArray(keyOf(new(big.Int).SetUint64(uint64(py.HashFloat(v)))))
		return
	case string:
		text = v
	case py.Bytes:
		text = string(v)
	case *py.ByteArray:
		text = string(v.Bytes())
	default:
		py.Throw(py.TypeError.New("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."))
	}
	if version == 1 {
		t.initArray(keyOf(version1(text)))
		return
	}
	sum := sha512.Sum512([]byte(text))
	t.initArray(keyOf(new(big.Int).SetBytes(append([]byte(text), sum[:]...))))
}

// version1 is the string seed of Python before 3.2.
func version1(s string) *big.Int {
	runes := []rune(s)
	if len(runes) == 0 {
		return new(big.Int)
	}
	x := uint64(runes[0]) << 7
	for _, c := range runes {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(runes))
	if x == ^uint64(0) {
		x--
	}
	return new(big.Int).SetUint64(x)
}

// Seed is random.seed(a, version).
func Seed(a any, version int) { shared.Seed(a, version) }

// Random is Random.random(): a float in [0, 1).
func (r *Random) Random() float64 {
	if t, ok := r.src.(*twister); ok {
		return t.float64()
	}
	return r.src.float64()
}

// Float is random.random(): a float in [0, 1).
func Float() float64 { return shared.Random() }

// GetRandBits is Random.getrandbits(k) for results of 63 bits at most;
// OverflowError beyond.
func (r *Random) GetRandBits(k int) int {
	if k < 0 {
		py.Throw(py.ValueError.New("number of bits must be non-negative"))
	}
	if k > 63 {
		return py.IntFromBig(r.src.bigBits(k))
	}
	return int(r.src.bits(k))
}

// GetRandBitsBig is Random.getrandbits(k).
func (r *Random) GetRandBitsBig(k int) *big.Int {
	if k < 0 {
		py.Throw(py.ValueError.New("number of bits must be non-negative"))
	}
	return r.src.bigBits(k)
}

// GetRandBits is random.getrandbits(k); OverflowError beyond 63 bits.
func GetRandBits(k int) int { return shared.GetRandBits(k) }

// GetRandBitsBig is random.getrandbits(k).
func GetRandBitsBig(k int) *big.Int { return shared.GetRandBitsBig(k) }

// GetRandBitsAny is random.getrandbits(k) for dynamic code.
func GetRandBitsAny(k any) any { return shared.GetRandBitsAny(k) }

// GetRandBitsAny is Random.getrandbits(k) for dynamic code.
func (r *Random) GetRandBitsAny(k any) any { return py.NormBig(r.GetRandBitsBig(py.AsInt(k))) }

// RandBytes is Random.randbytes(n).
func (r *Random) RandBytes(n int) py.Bytes {
	if n < 0 {
		py.Throw(py.ValueError.New("number of bits must be non-negative"))
	}
	b := r.src.bigBits(8 * n).Bytes()
	out := make([]byte, n)
	for i := range b {
		out[i] = b[len(b)-1-i]
	}
	return py.Bytes(out)
}

// RandBytes is random.randbytes(n).
func RandBytes(n int) py.Bytes { return shared.RandBytes(n) }

// below draws from [0, n) for a positive n.
func (r *Random) below(n int) int {
	if t, ok := r.src.(*twister); ok {
		return int(t.below(uint64(n)))
	}
	return int(r.src.below(uint64(n)))
}

// RandRange is Random.randrange(stop).
func (r *Random) RandRange(stop int) int {
	if stop <= 0 {
		py.Throw(py.ValueError.New("empty range for randrange()"))
	}
	return r.below(stop)
}

// RandRange is random.randrange(stop).
func RandRange(stop int) int { return shared.RandRange(stop) }

// RandRangeFrom is Random.randrange(start, stop).
func (r *Random) RandRangeFrom(start, stop int) int {
	if start >= stop {
		py.Throwf(py.ValueError, "empty range in randrange(%d, %d)", start, stop)
	}
	return int(uint64(start) + r.src.below(uint64(stop)-uint64(start)))
}

// RandRangeFrom is random.randrange(start, stop).
func RandRangeFrom(start, stop int) int { return shared.RandRangeFrom(start, stop) }

// RandRangeStep is Random.randrange(start, stop, step).
func (r *Random) RandRangeStep(start, stop, step int) int {
	if step == 1 {
		return r.RandRangeFrom(start, stop)
	}
	n := 0
	switch {
	case step > 0 && start < stop:
		n = int((uint64(stop) - uint64(start) + uint64(step) - 1) / uint64(step))
	case step < 0 && start > stop:
		n = int((uint64(start) - uint64(stop) - uint64(step) - 1) / -uint64(step))
	case step == 0:
		py.Throw(py.ValueError.New("zero step for randrange()"))
	}
	if n <= 0 {
		py.Throwf(py.ValueError, "empty range in randrange(%d, %d, %d)", start, stop, step)
	}
	return start + step*r.below(n)
}

// RandRangeStep is random.randrange(start, stop, step).
func RandRangeStep(start, stop, step int) int { return shared.RandRangeStep(start, stop, step) }

// RandInt is Random.randint(a, b), both ends included.
func (r *Random) RandInt(a, b int) int {
	if a > b {
		py.Throwf(py.ValueError, "empty range in randrange(%d, %s)", a, new(big.Int).Add(big.NewInt(int64(b)), big.NewInt(1)))
	}
	width := uint64(b) - uint64(a) + 1
	if width == 0 {
		return int(r.src.bigBelow(new(big.Int).Lsh(big.NewInt(1), 64)).Uint64()) + a
	}
	return int(uint64(a) + r.src.below(width))
}

// RandInt is random.randint(a, b), both ends included.
func RandInt(a, b int) int { return shared.RandInt(a, b) }

// RandIntBig is Random.randint(a, b) of big ints.
func (r *Random) RandIntBig(a, b *big.Int) *big.Int {
	stop := new(big.Int).Add(b, big.NewInt(1))
	return r.RandRangeBig(a, stop)
}

// RandIntBig is random.randint(a, b) of big ints.
func RandIntBig(a, b *big.Int) *big.Int { return shared.RandIntBig(a, b) }

// RandRangeBig is Random.randrange(start, stop) of big ints.
func (r *Random) RandRangeBig(start, stop *big.Int) *big.Int {
	width := new(big.Int).Sub(stop, start)
	if width.Sign() <= 0 {
		py.Throwf(py.ValueError, "empty range in randrange(%s, %s)", start, stop)
	}
	return width.Add(start, r.src.bigBelow(width))
}

// RandRangeBig is random.randrange(start, stop) of big ints.
func RandRangeBig(start, stop *big.Int) *big.Int { return shared.RandRangeBig(start, stop) }

// RandIntAny is Random.randint(a, b) for dynamic code: ints of any size.
func (r *Random) RandIntAny(a, b any) any {
	x, xok := a.(int)
	y, yok := b.(int)
	if xok && yok {
		return r.RandInt(x, y)
	}
	return py.NormBig(r.RandIntBig(index(a), index(b)))
}

// RandIntAny is random.randint(a, b) for dynamic code.
func RandIntAny(a, b any) any { return shared.RandIntAny(a, b) }

// RandRangeAny is Random.randrange(start, stop=None, step=1) for dynamic code.
func (r *Random) RandRangeAny(start, stop, step any) any {
	if stop == nil {
		start, stop = 0, start
		if n, ok := py.Big(stop); ok && n.Sign() <= 0 {
			py.Throw(py.ValueError.New("empty range for randrange()"))
		}
	}
	a, aok := start.(int)
	b, bok := stop.(int)
	s, sok := step.(int)
	if aok && bok && sok {
		return r.RandRangeStep(a, b, s)
	}
	lo, hi, by := index(start), index(stop), index(step)
	if by.Sign() == 0 {
		py.Throw(py.ValueError.New("zero step for randrange()"))
	}
	width := new(big.Int).Sub(hi, lo)
	n := new(big.Int).Neg(py.FloorDivBig(new(big.Int).Neg(width), by))
	if n.Sign() <= 0 {
		py.Throwf(py.ValueError, "empty range in randrange(%s, %s, %s)", lo, hi, by)
	}
	n = r.src.bigBelow(n)
	return py.NormBig(n.Mul(n, by).Add(n, lo))
}

// RandRangeAny is random.randrange for dynamic code.
func RandRangeAny(start, stop, step any) any { return shared.RandRangeAny(start, stop, step) }

// index is operator.index of an argument.
func index(x any) *big.Int {
	if n, ok := py.Big(x); ok {
		return n
	}
	return big.NewInt(int64(py.AsInt(x)))
}

// system draws from the operating system.
type system struct{}

func (system) bits(k int) uint64 {
	if k == 0 {
		return 0
	}
	var b [8]byte
	crand.Read(b[:])
	return binary.LittleEndian.Uint64(b[:]) >> (64 - k)
}

func (s system) float64() float64 { return float64(s.bits(53)) * (1.0 / 9007199254740992) }

func (system) bigBits(k int) *big.Int {
	b := make([]byte, (k+7)/8)
	crand.Read(b)
	n := new(big.Int).SetBytes(b)
	return n.Rsh(n, uint(len(b)*8-k))
}

func (s system) below(n uint64) uint64 {
	return s.bigBelow(new(big.Int).SetUint64(n)).Uint64()
}

func (s system) bigBelow(n *big.Int) *big.Int {
	r, err := crand.Int(crand.Reader, n)
	if err != nil {
		py.Throw(err)
	}
	return r
}
