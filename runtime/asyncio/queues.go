package asyncio

import (
	"context"
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// storage is how a queue keeps its items.
type storage[T any] interface {
	put(v T)
	get() T
	len() int
	items() []T
}

// Queue is asyncio.Queue (first in, first out), PriorityQueue or LifoQueue.
type Queue[T any] struct {
	loopBound
	store      storage[T]
	maxsize    int
	getters    waiters
	putters    waiters
	unfinished int
	finished   *Event
	isShutdown bool
	class      string
}

// NewQueue is asyncio.Queue(maxsize), first in, first out; zero or less is no
// limit.
func NewQueue[T any](maxsize int) *Queue[T] {
	q := &Queue[T]{}
	q.init(&fifo[T]{}, maxsize, "Queue")
	return q
}

func (q *Queue[T]) init(store storage[T], maxsize int, class string) {
	q.store, q.maxsize, q.class = store, maxsize, class
	q.finished = NewEvent()
	q.finished.set = true
}

// Maxsize is the limit of items.
func (q *Queue[T]) Maxsize() int { return q.maxsize }

// Qsize is the number of items.
func (q *Queue[T]) Qsize() int { return q.store.len() }

// Empty reports whether there is no item.
func (q *Queue[T]) Empty() bool { return q.store.len() == 0 }

// Full reports whether there are maxsize items.
func (q *Queue[T]) Full() bool { return q.maxsize > 0 && q.store.len() >= q.maxsize }

// Put waits for a free place and puts v there; QueueShutDown after Shutdown.
func (q *Queue[T]) Put(ctx context.Context, v T) error {
	for q.Full() {
		if q.isShutdown {
			return QueueShutDown.New()
		}
		f, err := q.newWaiter(ctx, q)
		if err != nil {
			return err
		}
		q.putters.push(f)
		if err := waitFuture(ctx, &f.futureCore); err != nil {
			q.leave(&q.putters, f, !q.Full())
			return err
		}
	}
	return q.PutNowait(v)
}

// leave ends the wait of f by an exception; a wake-up that it got already goes
// to the next, if there is something to do.
func (q *Queue[T]) leave(d *waiters, f *waiter, useful bool) {
	f.cancelPlain(nil)
	d.remove(f)
	if useful && !f.Cancelled() {
		d.wakeNext()
	}
}

// PutNowait puts v into the queue; the error is QueueFull or QueueShutDown.
func (q *Queue[T]) PutNowait(v T) error {
	if q.isShutdown {
		return QueueShutDown.New()
	}
	if q.Full() {
		return QueueFull.New()
	}
	q.store.put(v)
	q.unfinished++
	q.finished.set = false
	q.getters.wakeNext()
	return nil
}

// Get waits for an item and takes it; QueueShutDown when the queue is shut
// down and empty.
func (q *Queue[T]) Get(ctx context.Context) (T, error) {
	for q.store.len() == 0 {
		var zero T
		if q.isShutdown {
			return zero, QueueShutDown.New()
		}
		f, err := q.newWaiter(ctx, q)
		if err != nil {
			return zero, err
		}
		q.getters.push(f)
		if err := waitFuture(ctx, &f.futureCore); err != nil {
			q.leave(&q.getters, f, q.store.len() > 0)
			return zero, err
		}
	}
	return q.GetNowait()
}

// GetNowait takes an item; the error is QueueEmpty or QueueShutDown.
func (q *Queue[T]) GetNowait() (T, error) {
	if q.store.len() == 0 {
		var zero T
		if q.isShutdown {
			return zero, QueueShutDown.New()
		}
		return zero, QueueEmpty.New()
	}
	v := q.store.get()
	q.putters.wakeNext()
	return v, nil
}

// TaskDone says that an item taken before is done with; too many calls are a
// ValueError.
func (q *Queue[T]) TaskDone() {
	if q.unfinished <= 0 {
		py.Throw(py.ValueError.New("task_done() called too many times"))
	}
	q.unfinished--
	if q.unfinished == 0 {
		q.finished.Set()
	}
}

// Join waits until all items that were put are done with.
func (q *Queue[T]) Join(ctx context.Context) error {
	if q.unfinished > 0 {
		_, err := q.finished.Wait(ctx)
		return err
	}
	return nil
}

// Shutdown ends the queue: Put fails at once, Get when the queue is empty;
// immediate drops the items.
func (q *Queue[T]) Shutdown(immediate bool) {
	q.isShutdown = true
	if immediate {
		for q.store.len() > 0 {
			q.store.get()
			if q.unfinished > 0 {
				q.unfinished--
			}
		}
		if q.unfinished == 0 {
			q.finished.Set()
		}
	}
	q.getters.wakeAll()
	q.putters.wakeAll()
}

// Repr is CPython's repr of a queue.
func (q *Queue[T]) Repr() string {
	return fmt.Sprintf("<%s at %p %s>", q.class, q, q.format())
}

// Str is CPython's str of a queue.
func (q *Queue[T]) Str() string { return "<" + q.class + " " + q.format() + ">" }

func (q *Queue[T]) format() string {
	s := fmt.Sprintf("maxsize=%d", q.maxsize)
	if q.store.len() > 0 {
		parts := make([]string, 0, q.store.len())
		for _, v := range q.store.items() {
			parts = append(parts, py.Repr(py.Box(v)))
		}
		s += " _queue=[" + strings.Join(parts, ", ") + "]"
	}
	if n := q.getters.len(); n > 0 {
		s += fmt.Sprintf(" _getters[%d]", n)
	}
	if n := q.putters.len(); n > 0 {
		s += fmt.Sprintf(" _putters[%d]", n)
	}
	if q.unfinished > 0 {
		s += fmt.Sprintf(" tasks=%d", q.unfinished)
	}
	if q.isShutdown {
		s += " shutdown"
	}
	return s
}

// ClassName is the Python name of the type.
func (q *Queue[T]) ClassName() string { return q.class }

// NewPriorityQueue is asyncio.PriorityQueue(maxsize): the smallest item comes
// first.
func NewPriorityQueue[T any](maxsize int) *Queue[T] {
	q := &Queue[T]{}
	q.init(&priority[T]{}, maxsize, "PriorityQueue")
	return q
}

// NewLifoQueue is asyncio.LifoQueue(maxsize): last in, first out.
func NewLifoQueue[T any](maxsize int) *Queue[T] {
	q := &Queue[T]{}
	q.init(&lifo[T]{}, maxsize, "LifoQueue")
	return q
}

// fifo is a growing ring buffer.
type fifo[T any] struct {
	buf        []T
	head, tail uint
}

func (s *fifo[T]) len() int { return int(s.tail - s.head) }

func (s *fifo[T]) put(v T) {
	if s.tail-s.head == uint(len(s.buf)) {
		nb := make([]T, max(8, 2*len(s.buf)))
		n := copy(nb, s.items())
		s.buf, s.head, s.tail = nb, 0, uint(n)
	}
	s.buf[s.tail&uint(len(s.buf)-1)] = v
	s.tail++
}

func (s *fifo[T]) get() T {
	var zero T
	p := &s.buf[s.head&uint(len(s.buf)-1)]
	v := *p
	*p = zero
	s.head++
	return v
}

func (s *fifo[T]) items() []T {
	out := make([]T, 0, s.len())
	for i := s.head; i != s.tail; i++ {
		out = append(out, s.buf[i&uint(len(s.buf)-1)])
	}
	return out
}

// lifo is a stack.
type lifo[T any] struct{ s []T }

func (s *lifo[T]) len() int   { return len(s.s) }
func (s *lifo[T]) put(v T)    { s.s = append(s.s, v) }
func (s *lifo[T]) items() []T { return s.s }

func (s *lifo[T]) get() T {
	var zero T
	v := s.s[len(s.s)-1]
	s.s[len(s.s)-1] = zero
	s.s = s.s[:len(s.s)-1]
	return v
}

// priority is a heap that compares and moves its items exactly as heapq does.
type priority[T any] struct{ s []T }

func (s *priority[T]) len() int   { return len(s.s) }
func (s *priority[T]) items() []T { return s.s }

func lessItems[T any](a, b T) bool {
	switch x := any(a).(type) {
	case int:
		return x < any(b).(int)
	case float64:
		return x < any(b).(float64)
	case string:
		return x < any(b).(string)
	}
	return py.Lt(py.Box(a), py.Box(b))
}

func (s *priority[T]) put(v T) {
	s.s = append(s.s, v)
	s.siftDown(0, len(s.s)-1)
}

func (s *priority[T]) get() T {
	var zero T
	n := len(s.s) - 1
	last := s.s[n]
	s.s[n] = zero
	s.s = s.s[:n]
	if n == 0 {
		return last
	}
	top := s.s[0]
	s.s[0] = last
	pos, child := 0, 1
	for child < n {
		if right := child + 1; right < n && !lessItems(s.s[child], s.s[right]) {
			child = right
		}
		s.s[pos] = s.s[child]
		pos = child
		child = 2*pos + 1
	}
	s.s[pos] = last
	s.siftDown(0, pos)
	return top
}

func (s *priority[T]) siftDown(start, pos int) {
	v := s.s[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if !lessItems(v, s.s[parent]) {
			break
		}
		s.s[pos] = s.s[parent]
		pos = parent
	}
	s.s[pos] = v
}
