// Package gil is the baton that plays CPython's global interpreter lock: one
// goroutine at a time runs Python code, so converted programs have no data
// races between awaits and none between their threads.
//
// The loop holds the baton while it runs callbacks and tasks and lets it go
// while it waits. A library function that blocks (sleep, reading a file,
// joining a thread) does so inside Blocking.
package gil

import (
	"context"
	"sync"
)

// Thread is the state of one thread of Python code.
type Thread struct {
	// Context returns the context.Context of the code that runs now: that of
	// the current task, or the thread's own.
	Context func() context.Context
	// Vars is the thread's current contextvars context (a *contextvars.Context;
	// typed any to keep this package at the bottom).
	Vars any
	// Loop is the event loop that runs in the thread (a *asyncio.Loop) or nil.
	Loop any
	// SetLoop is the loop that set_event_loop gave the thread, or nil.
	SetLoop any
	// Info is what package threading keeps of the thread.
	Info any
	// Main says that this is the program's main thread.
	Main bool
}

var (
	baton   sync.Mutex
	current *Thread
)

// Current returns the thread that holds the baton, nil when none does. Only
// the holder may call it.
func Current() *Thread { return current }

// Acquire waits for the baton and makes t the current thread.
func Acquire(t *Thread) {
	baton.Lock()
	current = t
}

// TryAcquire is Acquire if the baton is free.
func TryAcquire(t *Thread) bool {
	if !baton.TryLock() {
		return false
	}
	current = t
	return true
}

// Release gives the baton up and returns the thread that held it.
func Release() *Thread {
	t := current
	current = nil
	baton.Unlock()
	return t
}

// Swap makes t the current thread of the goroutine that holds the baton and
// returns the one before: a thread that hands its turn to another.
func Swap(t *Thread) *Thread {
	old := current
	current = t
	return old
}

// Blocking runs f without the baton when the caller holds it (as far as a
// thread is current), so that other threads of Python code may run meanwhile.
func Blocking(f func()) {
	t := current
	if t == nil {
		f()
		return
	}
	Release()
	defer Acquire(t)
	f()
}
