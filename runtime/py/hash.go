package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Python's numeric hash: every number hashes to its value modulo the prime 2**61-1, so that 1, 1.0 and True collide.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
	hashImag    = 1000003
	hashNone    = 0xfca86420
)

// HashInt is Python's hash(int) for a 64-bit int.
func HashInt(x int) int {
	if x > -hashModulus && x < hashModulus {
		if x == -1 {
			return -2
		}
		return x
	}
	neg := x < 0
	u := uint64(x)
	if neg {
		u = -u
	}
	h := int(u % hashModulus)
	if neg {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

var bigHashModulus = big.NewInt(hashModulus)

// HashBig is Python's hash(int) for an int of any size.
func HashBig(x *big.Int) int {
	var m big.Int
	m.Rem(x, bigHashModulus)
	h := int(m.Int64())
	if h == -1 {
		return -2
	}
	return h
}

// HashFloat is Python's hash(float). All NaNs hash to 0 here: CPython uses the object's address.
func HashFloat(x float64) int {
	if math.IsInf(x, 1) {
		return hashInf
	}
	if math.IsInf(x, -1) {
		return -hashInf
	}
	if math.IsNaN(x) {
		return 0
	}
	if i := int(x); float64(i) == x && i > -hashModulus && i < hashModulus {
		return HashInt(i)
	}
	m, e := math.Frexp(x)
	neg := m < 0
	if neg {
		m = -m
	}
	var h uint64
	for m != 0 {
		h = (h<<28)&hashModulus | h>>(hashBits-28)
		m *= 268435456.0
		e -= 28
		y := uint64(m)
		m -= float64(y)
		h += y
		if h >= hashModulus {
			h -= hashModulus
		}
	}
	if e >= 0 {
		e %= hashBits
	} else {
		e = hashBits - 1 - (-1-e)%hashBits
	}
	h = (h<<e)&hashModulus | h>>(hashBits-e)
	r := int(h)
	if neg {
		r = -r
	}
	if r == -1 {
		return -2
	}
	return r
}

// HashComplex is Python's hash(complex).
func HashComplex(x complex128) int {
	h := HashFloat(real(x)) + hashImag*HashFloat(imag(x))
	if h == -1 {
		return -2
	}
	return h
}

// HashBool is Python's hash(bool): that of 0 or 1.
func HashBool(x bool) int {
	if x {
		return 1
	}
	return 0
}

// HashString is Python's hash(str) under PYTHONHASHSEED=0. CPython hashes its internal array of 1, 2 or 4 byte
// code points, so the width is that of the widest one.
func HashString(s string) int {
	if isASCII(s) {
		return hashBytes(s)
	}
	max := rune(0)
	n := 0
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		if r > max {
			max = r
		}
		i += w
		n++
	}
	width := 4
	switch {
	case max < 0x100:
		width = 1
	case max < 0x10000:
		width = 2
	}
	buf := make([]byte, 0, n*width)
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		i += w
		for b := 0; b < width; b++ {
			buf = append(buf, byte(r>>(8*b)))
		}
	}
	return hashBytes(string(buf))
}

// HashBytes is Python's hash(bytes) under PYTHONHASHSEED=0.
func HashBytes(b Bytes) int { return hashBytes(string(b)) }

func hashBytes(s string) int {
	if len(s) == 0 {
		return 0
	}
	h := int(siphash13(s))
	if h == -1 {
		return -2
	}
	return h
}

// siphash13 is SipHash-1-3 with an all-zero key, which PYTHONHASHSEED=0 gives CPython.
func siphash13(s string) uint64 {
	v0 := uint64(0x736f6d6570736575)
	v1 := uint64(0x646f72616e646f6d)
	v2 := uint64(0x6c7967656e657261)
	v3 := uint64(0x7465646279746573)
	b := uint64(len(s)) << 56
	for len(s) >= 8 {
		m := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		s = s[8:]
		v3 ^= m
		v0 += v1
		v2 += v3
		v1 = bits.RotateLeft64(v1, 13) ^ v0
		v3 = bits.RotateLeft64(v3, 16) ^ v2
		v0 = bits.RotateLeft64(v0, 32)
		v2 += v1
		v0 += v3
		v1 = bits.RotateLeft64(v1, 17) ^ v2
		v3 = bits.RotateLeft64(v3, 21) ^ v0
		v2 = bits.RotateLeft64(v2, 32)
		v0 ^= m
	}
	for i := 0; i < len(s); i++ {
		b |= uint64(s[i]) << (8 * i)
	}
	v3 ^= b
	for round := 0; round < 4; round++ {
		v0 += v1
		v2 += v3
		v1 = bits.RotateLeft64(v1, 13) ^ v0
		v3 = bits.RotateLeft64(v3, 16) ^ v2
		v0 = bits.RotateLeft64(v0, 32)
		v2 += v1
		v0 += v3
		v1 = bits.RotateLeft64(v1, 17) ^ v2
		v3 = bits.RotateLeft64(v3, 21) ^ v0
		v2 = bits.RotateLeft64(v2, 32)
		if round == 0 {
			v0 ^= b
			v2 ^= 0xff
		}
	}
	return v0 ^ v1 ^ v2 ^ v3
}

// tupleHasher accumulates CPython's tuple hash, a variant of xxHash.
type tupleHasher struct {
	acc uint64
	n   int
}

const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

func newTupleHasher() tupleHasher { return tupleHasher{acc: xxPrime5} }

func (t *tupleHasher) add(h int) {
	t.acc += uint64(h) * xxPrime2
	t.acc = bits.RotateLeft64(t.acc, 31)
	t.acc *= xxPrime1
	t.n++
}

func (t *tupleHasher) sum() int {
	acc := t.acc + (uint64(t.n) ^ (xxPrime5 ^ 3527539))
	if acc == math.MaxUint64 {
		return 1546275796
	}
	return int(acc)
}

// Hash is the builtin hash(x). It raises TypeError for unhashable values.
func Hash(x any) int {
	switch v := x.(type) {
	case string:
		return HashString(v)
	case int:
		return HashInt(v)
	case bool:
		return HashBool(v)
	case float64:
		return HashFloat(v)
	case nil:
		return hashNone
	case Bytes:
		return HashBytes(v)
	case *big.Int:
		return HashBig(v)
	case complex128:
		return HashComplex(v)
	case pyHasher:
		return v.pyHash()
	}
	return hashObject(x)
}

// hashObject is hash(x) of what is no builtin value.
func hashObject(x any) int {
	switch v := x.(type) {
	case *Object:
		m, ok := v.class.slot(dHash)
		if ok && m == nil {
			break
		}
		if m := v.class.override(dHash); m != nil {
			return hashResult(callDunder(m, x))
		}
		if v.base != nil {
			return Hash(v.base)
		}
		return hashAddress(address(x))
	case Hasher:
		return v.Hash()
	case BaseException:
		if m := v.Exc().Class().override(dHash); m != nil {
			return hashResult(callDunder(m, x))
		}
		return hashAddress(address(x))
	case Equaler:
		Throwf(TypeError, "unhashable type: '%s'", typeName(x))
	default:
		if m := TypeOf(x).override(dHash); m != nil {
			return hashResult(callDunder(m, x))
		}
		return hashAddress(address(x))
	}
	Throwf(TypeError, "unhashable type: '%s'", typeName(x))
	return 0
}

func hashResult(r any, err error) int {
	Check(err)
	switch v := baseOf(r).(type) {
	case int:
		if v == -1 {
			return -2
		}
		return v
	case bool:
		return HashBool(v)
	case *big.Int:
		return HashBig(v)
	}
	Throw(TypeError.New("__hash__ method should return an integer"))
	return 0
}

// hashAddress is the hash of an object by identity. Like CPython's it rotates the address, whose low bits are alike.
func hashAddress(p uintptr) int {
	h := int(bits.RotateLeft64(uint64(p), -4))
	if h == -1 {
		return -2
	}
	return h
}

// hashAny hashes an element of any static type.
func hashAny[T any](x T) int {
	switch v := any(x).(type) {
	case int:
		return HashInt(v)
	case string:
		return HashString(v)
	case float64:
		return HashFloat(v)
	case interface{ Hash() int }:
		if !isNilPointer(v) {
			return v.Hash()
		}
	}
	return Hash(Box(x))
}
