package py

import (
	"iter"
	"runtime"
	"sync"
)

// CPython closes a generator when its last reference goes. Here the garbage
// collector finds it out, on a goroutine of its own; the closing, which runs
// Python code, waits for the next safe point.

// pendingClose is the state of a generator or pulled sequence that somebody
// must close.
type pendingClose interface{ closePending() }

var (
	pendingMu sync.Mutex
	pending   []pendingClose
	livePulls = map[pendingClose]uint64{}
	pullCount uint64
)

// abandon notes that nothing refers to the generator any more.
func abandon(s pendingClose) {
	pendingMu.Lock()
	pending = append(pending, s)
	pendingMu.Unlock()
}

// CloseAbandoned closes the generators that the program has dropped. It runs
// their finally blocks: call it where Python code may run, between two steps.
func CloseAbandoned() {
	pendingMu.Lock()
	list := pending
	pending = nil
	pendingMu.Unlock()
	for _, s := range list {
		forgetPull(s)
		s.closePending()
	}
}

func rememberPull(s pendingClose) {
	pendingMu.Lock()
	waiting := len(pending) > 0
	pullCount++
	livePulls[s] = pullCount
	pendingMu.Unlock()
	if waiting {
		CloseAbandoned()
	}
}

func forgetPull(s pendingClose) {
	pendingMu.Lock()
	delete(livePulls, s)
	pendingMu.Unlock()
}

// closeAllPulls closes every generator that is still suspended, the oldest
// first: the end of the program.
func closeAllPulls() {
	CloseAbandoned()
	for {
		pendingMu.Lock()
		var oldest pendingClose
		var least uint64
		for s, n := range livePulls {
			if oldest == nil || n < least {
				oldest, least = s, n
			}
		}
		delete(livePulls, oldest)
		pendingMu.Unlock()
		if oldest == nil {
			return
		}
		oldest.closePending()
	}
}

// puller pulls values from a Go sequence in a coroutine.
type puller[T any] struct{ *pullState[T] }

type pullState[T any] struct {
	seq  iter.Seq[T]
	nxt  func() (T, bool)
	stop func()
	done bool
}

func newPuller[T any](seq iter.Seq[T]) *puller[T] {
	return &puller[T]{&pullState[T]{seq: seq}}
}

func (p *puller[T]) next() (v T, ok bool) {
	s := p.pullState
	if s.done {
		return v, false
	}
	if s.nxt == nil {
		s.nxt, s.stop = iter.Pull(s.seq)
		rememberPull(s)
		runtime.AddCleanup(p, abandon, pendingClose(s))
	}
	defer func() {
		if !ok {
			s.done = true
			forgetPull(s)
		}
	}()
	v, ok = s.nxt()
	runtime.KeepAlive(p)
	return v, ok
}

func (s *pullState[T]) closePending() {
	if !s.done {
		s.done = true
		s.stop()
	}
}
