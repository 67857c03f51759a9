package asyncio

// callback is what the ready queue holds: a task's step, a handle, a future's
// callback. f is the future that scheduled it, nil for a plain call.
type callback interface {
	run(l *Loop, f *futureCore)
}

// item is one entry of the ready queue.
type item struct {
	cb callback
	f  *futureCore
}

// ring is the ready queue, a growing ring buffer.
type ring struct {
	buf        []item
	head, tail uint
}

func (r *ring) len() int { return int(r.tail - r.head) }

func (r *ring) push(cb callback, f *futureCore) {
	if r.tail-r.head == uint(len(r.buf)) {
		r.grow()
	}
	r.buf[r.tail&uint(len(r.buf)-1)] = item{cb, f}
	r.tail++
}

// front returns the first entry; the queue must not be empty.
func (r *ring) front() *item { return &r.buf[r.head&uint(len(r.buf)-1)] }

func (r *ring) pop() item {
	p := r.front()
	it := *p
	*p = item{}
	r.head++
	return it
}

func (r *ring) grow() {
	nb := make([]item, max(64, 2*len(r.buf)))
	k := uint(0)
	for i := r.head; i != r.tail; i++ {
		nb[k] = r.buf[i&uint(len(r.buf)-1)]
		k++
	}
	r.buf, r.head, r.tail = nb, 0, k
}
