package asyncio

// timerHeap is a binary heap ordered by time alone. It moves its entries in
// exactly the way of CPython's heapq, because that decides the order of
// timers that are due at the same time.
type timerHeap []*TimerHandle

func (h *timerHeap) push(t *TimerHandle) {
	*h = append(*h, t)
	h.siftDown(0, len(*h)-1)
}

func (h *timerHeap) pop() *TimerHandle {
	s := *h
	n := len(s) - 1
	last := s[n]
	s[n] = nil
	*h = s[:n]
	if n == 0 {
		return last
	}
	top := s[0]
	s[0] = last
	h.siftUp(0)
	return top
}

// heapify orders a slice of arbitrary order.
func (h *timerHeap) heapify() {
	for i := len(*h)/2 - 1; i >= 0; i-- {
		h.siftUp(i)
	}
}

// siftDown moves the entry at pos towards the root, not above start.
func (h *timerHeap) siftDown(start, pos int) {
	s := *h
	t := s[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if t.when >= s[parent].when {
			break
		}
		s[pos] = s[parent]
		pos = parent
	}
	s[pos] = t
}

// siftUp moves the entry at pos down to a leaf along the smaller children, and
// from there up to its place.
func (h *timerHeap) siftUp(pos int) {
	s := *h
	start, end := pos, len(s)
	t := s[pos]
	child := 2*pos + 1
	for child < end {
		if right := child + 1; right < end && s[child].when >= s[right].when {
			child = right
		}
		s[pos] = s[child]
		pos = child
		child = 2*pos + 1
	}
	s[pos] = t
	h.siftDown(start, pos)
}
