// Package random is Python's module random: the Mersenne Twister with
// CPython's seeding and CPython's algorithms on top of it, so that a seeded
// program draws the same numbers.
//
// The functions of the package use one hidden generator, as in Python; the
// type Random is a generator of one's own. Faults (an empty range, bad
// weights) are panics that carry the Python exception.
package random

import (
	"math/big"
	"math/bits"
)

const (
	mtN = 624
	mtM = 397
)

// twister is MT19937.
type twister struct {
	state [mtN]uint32
	index int
}

func (t *twister) initSeed(s uint32) {
	t.state[0] = s
	for i := 1; i < mtN; i++ {
		t.state[i] = 1812433253*(t.state[i-1]^t.state[i-1]>>30) + uint32(i)
	}
	t.index = mtN
}

// initArray seeds from the 32-bit words of a key, least significant first.
func (t *twister) initArray(key []uint32) {
	t.initSeed(19650218)
	s := &t.state
	i, j := 1, 0
	for k := max(mtN, len(key)); k > 0; k-- {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		i++
		j++
		if i >= mtN {
			s[0] = s[mtN-1]
			i = 1
		}
		if j >= len(key) {
			j = 0
		}
	}
	for k := mtN - 1; k > 0; k-- {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		i++
		if i >= mtN {
			s[0] = s[mtN-1]
			i = 1
		}
	}
	s[0] = 0x80000000
}

func twist(a, b uint32) uint32 {
	y := a&0x80000000 | b&0x7fffffff
	return y>>1 ^ -(b&1)&0x9908b0df
}

func (t *twister) refill() {
	s := &t.state
	for k := 0; k < mtN-mtM; k++ {
		s[k] = s[k+mtM] ^ twist(s[k], s[k+1])
	}
	for k := mtN - mtM; k < mtN-1; k++ {
		s[k] = s[k+mtM-mtN] ^ twist(s[k], s[k+1])
	}
	s[mtN-1] = s[mtM-1] ^ twist(s[mtN-1], s[0])
	t.index = 0
}

// uint32 draws 32 bits.
func (t *twister) uint32() uint32 {
	if t.index >= mtN {
		t.refill()
	}
	y := t.state[t.index]
	t.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float64 draws a number in [0, 1) with 53 bits.
func (t *twister) float64() float64 {
	a := t.uint32() >> 5
	b := t.uint32() >> 6
	return (float64(a)*67108864 + float64(b)) * (1.0 / 9007199254740992)
}

// bits draws k bits, 0 <= k <= 64.
func (t *twister) bits(k int) uint64 {
	switch {
	case k == 0:
		return 0
	case k <= 32:
		return uint64(t.uint32() >> (32 - k))
	}
	lo := uint64(t.uint32())
	return uint64(t.uint32()>>(64-k))<<32 | lo
}

// bigBits draws k bits as a big int.
func (t *twister) bigBits(k int) *big.Int {
	words := (k + 31) / 32
	buf := make([]byte, words*4)
	for i := range words {
		r := t.uint32()
		if rest := k - 32*i; rest < 32 {
			r >>= 32 - rest
		}
		at := len(buf) - 4*(i+1)
		buf[at], buf[at+1], buf[at+2], buf[at+3] = byte(r>>24), byte(r>>16), byte(r>>8), byte(r)
	}
	return new(big.Int).SetBytes(buf)
}

// below draws a number in [0, n), n > 0, by rejection.
func (t *twister) below(n uint64) uint64 {
	k := bits.Len64(n)
	r := t.bits(k)
	for r >= n {
		r = t.bits(k)
	}
	return r
}

// bigBelow draws a number in [0, n), n > 0.
func (t *twister) bigBelow(n *big.Int) *big.Int {
	k := n.BitLen()
	r := t.bigBits(k)
	for r.Cmp(n) >= 0 {
		r = t.bigBits(k)
	}
	return r
}

// keyOf returns the 32-bit words of |n|, least significant first.
func keyOf(n *big.Int) []uint32 {
	b := n.Bytes()
	key := make([]uint32, max(1, (len(b)+3)/4))
	for i := range b {
		key[i/4] |= uint32(b[len(b)-1-i]) << (8 * (i % 4))
	}
	return key
}
