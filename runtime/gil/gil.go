// Package gil is the baton that plays CPython's global interpreter lock: one
// goroutine at a time runs Python code, so converted programs have no data
// races between awaits and none between their threads.
//
// The loop holds the baton while it runs callbacks and tasks and lets it go
// while it waits. A library function that blocks (sleep, reading a file,
// joining a thread) does so inside Blocking.
package gil

import (
	"bytes"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
)

// Thread is the state of one thread of Python code.
type Thread struct {
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

	held  bool // the thread has the baton; only its own goroutines ask
	saved any  // of Save
}

// MainThread is the thread of code that runs in no other: the main program, or
// the first Go caller that runs a loop.
var MainThread = &Thread{Main: true}

var (
	baton   sync.Mutex
	current atomic.Pointer[Thread]
	// bound tells the thread of a goroutine, by its id: of those that run a
	// loop and of those that package threading started.
	bound sync.Map
	// mainBound says that a goroutine is bound to MainThread.
	mainBound atomic.Bool
)

// Current returns the thread that holds the baton, nil when none does. It is
// the caller's own when the caller runs Python code.
func Current() *Thread { return current.Load() }

// Save and Restore keep what belongs to the running code (the exceptions being
// handled) with its thread, while the thread has not the baton. Package py
// sets them.
var (
	Save    = func() any { return nil }
	Restore = func(any) {}
)

// Acquire waits for the baton and makes t the current thread.
func Acquire(t *Thread) {
	baton.Lock()
	t.held = true
	current.Store(t)
	Restore(t.saved)
	t.saved = nil
}

// Release gives the baton up and returns the thread that held it.
func Release() *Thread {
	t := current.Load()
	t.saved = Save()
	t.held = false
	current.Store(nil)
	baton.Unlock()
	return t
}

// Enter takes the baton for the calling goroutine, unless its thread has it,
// and returns the thread and the function that undoes it. It must not be
// called by a task: tasks run in goroutines of their own.
func Enter() (t *Thread, leave func()) {
	id := goroutineID()
	if v, ok := bound.Load(id); ok {
		t = v.(*Thread)
		if t.held {
			return t, func() {}
		}
		Acquire(t)
		return t, func() { Release() }
	}
	isMain := mainBound.CompareAndSwap(false, true)
	if t = MainThread; !isMain {
		t = &Thread{}
	}
	bound.Store(id, t)
	Acquire(t)
	return t, func() {
		Release()
		bound.Delete(id)
		if isMain {
			mainBound.Store(false)
		}
	}
}

// Hold takes the baton for good if nobody has it: the main program does so
// with its first thread.
func Hold() {
	if current.Load() == nil {
		Enter()
	}
}

// goroutineID is the number of the calling goroutine.
func goroutineID() uint64 {
	var buf [40]byte
	s := buf[len("goroutine "):runtime.Stack(buf[:], false)]
	s, _, _ = bytes.Cut(s, []byte(" "))
	id, err := strconv.ParseUint(string(s), 10, 64)
	if err != nil {
		panic("gil: no goroutine id in " + string(buf[:]))
	}
	return id
}

// Blocking runs f without the baton when the caller holds it (as far as a
// thread is current), so that other threads of Python code may run meanwhile.
func Blocking(f func()) {
	t := current.Load()
	if t == nil {
		f()
		return
	}
	Release()
	defer Acquire(t)
	f()
}

// Start runs f in a new goroutine as thread t and lets it go first: the caller,
// who holds the baton, continues when the new thread blocks or ends, as
// CPython's Thread.start does.
func Start(t *Thread, f func()) {
	caller := current.Load()
	caller.saved = Save()
	caller.held, t.held = false, true
	current.Store(t) // the baton passes to the new goroutine
	go func() {
		id := goroutineID()
		bound.Store(id, t)
		defer func() {
			Release()
			bound.Delete(id)
		}()
		f()
	}()
	Acquire(caller)
}
