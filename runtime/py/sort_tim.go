package py

import "slices"

const (
	maxMinRun = 64
	minGallop = 7
)

// timsorter sorts keys and moves values, if there are any, along with them.
type timsorter[K, V any] struct {
	keys      []K
	vals      []V
	less      func(a, b K) bool
	minGallop int
	pending   []timRun
	tmpK      []K
	tmpV      []V
}

// timRun is a sorted stretch; power is its node's depth in powersort's merge tree.
type timRun struct{ base, n, power int }

// timsort sorts keys stably; vals, unless nil, is permuted alike.
func timsort[K, V any](keys []K, vals []V, less func(a, b K) bool) {
	n := len(keys)
	if n < 2 {
		return
	}
	t := &timsorter[K, V]{keys: keys, vals: vals, less: less, minGallop: minGallop}
	minRun := timMinRun(n)
	for lo, left := 0, n; left > 0; {
		run := t.countRun(lo, left)
		if run < minRun {
			force := min(left, minRun)
			t.binarySort(lo, force, run)
			run = force
		}
		if len(t.pending) > 0 {
			t.foundNewRun(run)
		}
		t.pending = append(t.pending, timRun{base: lo, n: run})
		lo += run
		left -= run
	}
	for n := len(t.pending) - 2; n >= 0; n = len(t.pending) - 2 {
		if n > 0 && t.pending[n-1].n < t.pending[n+1].n {
			n--
		}
		t.mergeAt(n)
	}
}

// timMinRun is n if n is small, else a number in 32..64 so that n/minrun is close to, but no more than, a power of two.
func timMinRun(n int) int {
	r := 0
	for n >= maxMinRun {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

func (t *timsorter[K, V]) reverse(lo, hi int) {
	slices.Reverse(t.keys[lo:hi])
	if t.vals != nil {
		slices.Reverse(t.vals[lo:hi])
	}
}

// countRun returns the length of the run that begins at lo and makes it ascending. A descending run may contain stretches
// of equal keys, which keep their order.
func (t *timsorter[K, V]) countRun(lo, left int) int {
	a := t.keys[lo:]
	n := 1
	for n < left && !t.less(a[n], a[n-1]) {
		n++
	}
	if n == left {
		return n
	}
	// a[n] < a[n-1]
	if n > 1 {
		if t.less(a[0], a[n-1]) {
			return n
		}
		t.reverse(lo, lo+n)
	}
	n++
	equal := 0
	endEqual := func() {
		if equal > 0 {
			t.reverse(lo+n-equal-1, lo+n)
			equal = 0
		}
	}
	for ; n < left; n++ {
		if t.less(a[n], a[n-1]) {
			endEqual()
			continue
		}
		if t.less(a[n-1], a[n]) {
			break
		}
		equal++
	}
	endEqual()
	t.reverse(lo, lo+n)
	for n < left && !t.less(a[n], a[n-1]) {
		n++
	}
	return n
}

// binarySort sorts the n keys from lo, of which the first ok are sorted.
func (t *timsorter[K, V]) binarySort(lo, n, ok int) {
	a := t.keys[lo : lo+n]
	for ; ok < n; ok++ {
		l, r := 0, ok
		pivot := a[ok]
		for l < r {
			m := (l + r) >> 1
			if t.less(pivot, a[m]) {
				r = m
			} else {
				l = m + 1
			}
		}
		copy(a[l+1:ok+1], a[l:ok])
		a[l] = pivot
		if t.vals != nil {
			v := t.vals[lo : lo+n]
			pv := v[ok]
			copy(v[l+1:ok+1], v[l:ok])
			v[l] = pv
		}
	}
}

// foundNewRun merges pending runs as powersort's rule says before a run of n2 keys joins them.
func (t *timsorter[K, V]) foundNewRun(n2 int) {
	last := t.pending[len(t.pending)-1]
	power := timPower(last.base, last.n, n2, len(t.keys))
	for len(t.pending) > 1 && t.pending[len(t.pending)-2].power > power {
		t.mergeAt(len(t.pending) - 2)
	}
	t.pending[len(t.pending)-1].power = power
}

func timPower(s1, n1, n2, n int) int {
	result := 0
	a := 2*s1 + n1
	b := a + n1 + n2
	for {
		result++
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			break
		}
		a <<= 1
		b <<= 1
	}
	return result
}

func (t *timsorter[K, V]) mergeAt(i int) {
	ra, rb := t.pending[i], t.pending[i+1]
	a, na, b, nb := ra.base, ra.n, rb.base, rb.n
	t.pending[i].n = na + nb
	t.pending = append(t.pending[:i+1], t.pending[i+2:]...)
	k := t.gallopRight(t.keys[b], t.keys[a:a+na], 0)
	a += k
	na -= k
	if na == 0 {
		return
	}
	nb = t.gallopLeft(t.keys[a+na-1], t.keys[b:b+nb], nb-1)
	if nb <= 0 {
		return
	}
	if na <= nb {
		t.mergeLow(a, na, b, nb)
	} else {
		t.mergeHigh(a, na, b, nb)
	}
}

// gallopLeft returns where key belongs in the sorted a, before equal ones, searching from hint.
func (t *timsorter[K, V]) gallopLeft(key K, a []K, hint int) int {
	n := len(a)
	lastOfs, ofs := 0, 1
	if t.less(a[hint], key) {
		maxOfs := n - hint
		for ofs < maxOfs && t.less(a[hint+ofs], key) {
			lastOfs = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		lastOfs += hint
		ofs += hint
	} else {
		maxOfs := hint + 1
		for ofs < maxOfs && !t.less(a[hint-ofs], key) {
			lastOfs = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		lastOfs, ofs = hint-ofs, hint-lastOfs
	}
	lastOfs++
	for lastOfs < ofs {
		m := lastOfs + (ofs-lastOfs)>>1
		if t.less(a[m], key) {
			lastOfs = m + 1
		} else {
			ofs = m
		}
	}
	return ofs
}

// gallopRight is gallopLeft but after equal ones.
func (t *timsorter[K, V]) gallopRight(key K, a []K, hint int) int {
	n := len(a)
	lastOfs, ofs := 0, 1
	if t.less(key, a[hint]) {
		maxOfs := hint + 1
		for ofs < maxOfs && t.less(key, a[hint-ofs]) {
			lastOfs = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		lastOfs, ofs = hint-ofs, hint-lastOfs
	} else {
		maxOfs := n - hint
		for ofs < maxOfs && !t.less(key, a[hint+ofs]) {
			lastOfs = ofs
			ofs = ofs<<1 + 1
		}
		ofs = min(ofs, maxOfs)
		lastOfs += hint
		ofs += hint
	}
	lastOfs++
	for lastOfs < ofs {
		m := lastOfs + (ofs-lastOfs)>>1
		if t.less(key, a[m]) {
			ofs = m
		} else {
			lastOfs = m + 1
		}
	}
	return ofs
}

// move copies n keys and values within the arrays.
func (t *timsorter[K, V]) move(dst, src, n int) {
	copy(t.keys[dst:dst+n], t.keys[src:src+n])
	if t.vals != nil {
		copy(t.vals[dst:dst+n], t.vals[src:src+n])
	}
}

// save copies n keys and values into the temporary arrays.
func (t *timsorter[K, V]) save(src, n int) {
	t.tmpK = append(t.tmpK[:0], t.keys[src:src+n]...)
	if t.vals != nil {
		t.tmpV = append(t.tmpV[:0], t.vals[src:src+n]...)
	}
}

// restore copies n keys and values from the temporary arrays.
func (t *timsorter[K, V]) restore(dst, src, n int) {
	copy(t.keys[dst:dst+n], t.tmpK[src:src+n])
	if t.vals != nil {
		copy(t.vals[dst:dst+n], t.tmpV[src:src+n])
	}
}

// mergeLow merges two adjacent runs, na <= nb, from the left; the first run waits in the temporary arrays. Whatever
// happens in a comparison, a deferred copy puts the rest of that run back, as CPython does when __lt__ raises.
func (t *timsorter[K, V]) mergeLow(a, na, b, nb int) {
	t.save(a, na)
	dst, tmp := a, 0
	t.move(dst, b, 1)
	dst++
	b++
	nb--
	rest := func() { t.restore(dst, tmp, na) }
	copyB := false
	defer func() {
		if copyB {
			t.move(dst, b, nb)
			t.restore(dst+nb, tmp, 1)
			return
		}
		rest()
	}()
	if nb == 0 {
		return
	}
	if na == 1 {
		copyB = true
		return
	}
	gallop := t.minGallop
	for {
		acount, bcount := 0, 0
		for {
			if t.less(t.keys[b], t.tmpK[tmp]) {
				t.move(dst, b, 1)
				dst++
				b++
				bcount++
				acount = 0
				nb--
				if nb == 0 {
					return
				}
				if bcount >= gallop {
					break
				}
			} else {
				t.restore(dst, tmp, 1)
				dst++
				tmp++
				acount++
				bcount = 0
				na--
				if na == 1 {
					copyB = true
					return
				}
				if acount >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			t.minGallop = gallop
			k := t.gallopRight(t.keys[b], t.tmpK[tmp:tmp+na], 0)
			acount = k
			if k > 0 {
				t.restore(dst, tmp, k)
				dst += k
				tmp += k
				na -= k
				if na == 1 {
					copyB = true
					return
				}
				if na == 0 {
					return
				}
			}
			t.move(dst, b, 1)
			dst++
			b++
			nb--
			if nb == 0 {
				return
			}
			k = t.gallopLeft(t.tmpK[tmp], t.keys[b:b+nb], 0)
			bcount = k
			if k > 0 {
				t.move(dst, b, k)
				dst += k
				b += k
				nb -= k
				if nb == 0 {
					return
				}
			}
			t.restore(dst, tmp, 1)
			dst++
			tmp++
			na--
			if na == 1 {
				copyB = true
				return
			}
			if acount < minGallop && bcount < minGallop {
				break
			}
		}
		gallop++
		t.minGallop = gallop
	}
}

// mergeHigh merges two adjacent runs, na >= nb, from the right; the second run waits in the temporary arrays.
func (t *timsorter[K, V]) mergeHigh(a, na, b, nb int) {
	t.save(b, nb)
	dst := b + nb - 1 // where the next largest goes
	base := a
	a += na - 1
	tmp := nb - 1
	t.move(dst, a, 1)
	dst--
	a--
	na--
	copyA := false
	defer func() {
		if copyA {
			t.move(dst-na+1, base, na)
			t.restore(dst-na, tmp, 1)
			return
		}
		if nb > 0 {
			t.restore(dst-nb+1, 0, nb)
		}
	}()
	if na == 0 {
		return
	}
	if nb == 1 {
		copyA = true
		return
	}
	gallop := t.minGallop
	for {
		acount, bcount := 0, 0
		for {
			if t.less(t.tmpK[tmp], t.keys[a]) {
				t.move(dst, a, 1)
				dst--
				a--
				acount++
				bcount = 0
				na--
				if na == 0 {
					return
				}
				if acount >= gallop {
					break
				}
			} else {
				t.restore(dst, tmp, 1)
				dst--
				tmp--
				bcount++
				acount = 0
				nb--
				if nb == 1 {
					copyA = true
					return
				}
				if bcount >= gallop {
					break
				}
			}
		}
		gallop++
		for {
			if gallop > 1 {
				gallop--
			}
			t.minGallop = gallop
			k := na - t.gallopRight(t.tmpK[tmp], t.keys[base:base+na], na-1)
			acount = k
			if k > 0 {
				t.move(dst-k+1, a-k+1, k)
				dst -= k
				a -= k
				na -= k
				if na == 0 {
					return
				}
			}
			t.restore(dst, tmp, 1)
			dst--
			tmp--
			nb--
			if nb == 1 {
				copyA = true
				return
			}
			k = nb - t.gallopLeft(t.keys[a], t.tmpK[:nb], nb-1)
			bcount = k
			if k > 0 {
				t.restore(dst-k+1, tmp-k+1, k)
				dst -= k
				tmp -= k
				nb -= k
				if nb == 1 {
					copyA = true
					return
				}
				if nb == 0 {
					return
				}
			}
			t.move(dst, a, 1)
			dst--
			a--
			na--
			if na == 0 {
				return
			}
			if acount < minGallop && bcount < minGallop {
				break
			}
		}
		gallop++
		t.minGallop = gallop
	}
}
