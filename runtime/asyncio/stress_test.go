// The programs of testdata/stress.py, in Go: random trees of operations of
// every primitive, whose whole event log must be CPython's.
package asyncio

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/py"
)

type stressCase struct {
	Tree  [][]stressOp `json:"tree"`
	Eager bool         `json:"eager"`
	Log   []string     `json:"log"`
}

// stressOp is [kind, args...].
type stressOp struct {
	kind string
	args []json.RawMessage
}

func (o *stressOp) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	o.args = parts[1:]
	return json.Unmarshal(parts[0], &o.kind)
}

func arg[T any](o *stressOp, i int) T {
	var v T
	if err := json.Unmarshal(o.args[i], &v); err != nil {
		panic(err)
	}
	return v
}

func (o *stressOp) ops(i int) []stressOp      { return arg[[]stressOp](o, i) }
func (o *stressOp) bodies(i int) [][]stressOp { return arg[[][]stressOp](o, i) }
func (o *stressOp) int(i int) int             { return arg[int](o, i) }
func (o *stressOp) sec(i int) float64         { return float64(o.int(i)) / 1000 }
func (o *stressOp) key(i int) string          { return arg[string](o, i) }
func (o *stressOp) bool(i int) bool           { return arg[bool](o, i) }

var stressError = py.DefineException("__main__", "E", py.Exception)

func show(x any) string {
	switch x := x.(type) {
	case *py.Error:
		if errors.Is(x, py.BaseExceptionGroup) {
			var parts []string
			for _, e := range x.Exceptions() {
				parts = append(parts, show(e))
			}
			return fmt.Sprintf("%s(%s: %s)", x.Class().Name(), x.Args()[0], strings.Join(parts, ", "))
		}
		return x.Class().Name() + "(" + py.Str(x) + ")"
	case interface{ Items() []any }:
		var parts []string
		for _, e := range x.Items() {
			parts = append(parts, show(e))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []string:
		return "[" + strings.Join(x, ", ") + "]"
	}
	return py.Str(x)
}

type stressProgram struct {
	tree     [][]stressOp
	out      []string
	loop     *Loop
	tasks    map[string]*Task[any]
	steps    int
	locks    []*Lock
	sems     []*Semaphore
	queues   []*Queue[string]
	prio     *Queue[int]
	events   []*Event
	conds    []*Condition
	barriers []*Barrier
	futures  []*Future[any]
	lifo     *Queue[string]
	bounded  *Semaphore
	flags    [2]int
	timeouts map[string]*Timeout
	groups   map[string]*TaskGroup
	gathers  map[string]*Future[*py.List[any]]
	gens     map[string]*AsyncGenerator[int]
}

func (p *stressProgram) log(parts ...any) {
	if p.loop.dying {
		return // CPython's collector does this later, or never
	}
	s := make([]string, len(parts))
	for i, x := range parts {
		s[i] = py.Str(x)
	}
	p.out = append(p.out, strings.Join(s, " "))
}

func (p *stressProgram) setup(ctx context.Context) {
	for i := range 2 {
		p.locks = append(p.locks, NewLock())
		p.sems = append(p.sems, NewSemaphore(i+1))
		p.events = append(p.events, NewEvent())
		p.conds = append(p.conds, NewCondition())
		p.barriers = append(p.barriers, NewBarrier(i+2))
		p.futures = append(p.futures, NewFuture[any](ctx))
	}
	for i := range 3 {
		p.queues = append(p.queues, NewQueue[string](i))
	}
	p.prio = NewPriorityQueue[int](0)
	p.tasks = map[string]*Task[any]{}
	p.lifo = NewLifoQueue[string](2)
	p.bounded = NewBoundedSemaphore(2)
	p.timeouts = map[string]*Timeout{}
	p.groups = map[string]*TaskGroup{}
	p.gathers = map[string]*Future[*py.List[any]]{}
	p.gens = map[string]*AsyncGenerator[int]{}
}

func (p *stressProgram) coro(name string, ops []stressOp) *Coro[any] {
	return NewCoro("Program.body", func(ctx context.Context) (any, error) { return p.body(ctx, name, ops) })
}

func (p *stressProgram) coros(prefix string, bodies [][]stressOp) []Awaitable[any] {
	var out []Awaitable[any]
	for i, b := range bodies {
		out = append(out, p.coro(fmt.Sprint(prefix, i), b))
	}
	return out
}

func (p *stressProgram) main(ctx context.Context) error {
	p.setup(ctx)
	var top []*Task[any]
	for i, ops := range p.tree {
		t := CreateTask(ctx, Awaitable[any](p.coro(fmt.Sprint(i), ops)))
		p.tasks[fmt.Sprint(i)] = t
		top = append(top, t)
	}
	limit := 5.0
	if _, err := Wait(ctx, slices.Values(top), &limit, AllCompleted); err != nil {
		return err
	}
	for i, t := range top {
		p.log("end", i, p.outcome(t))
	}
	p.log("loop", fmt.Sprintf("%.3f", GetRunningLoop(ctx).Time()))
	return nil
}

func (p *stressProgram) outcome(t *Task[any]) string {
	if !t.Done() {
		return "pending"
	}
	if t.Cancelled() {
		return "cancelled"
	}
	v, err := t.Result()
	if err != nil {
		return show(err)
	}
	return show(v)
}

func (p *stressProgram) body(ctx context.Context, name string, ops []stressOp) (any, error) {
	_, err := caught(func() (any, error) {
		for i := range ops {
			if err := p.run(ctx, fmt.Sprint(name, ".", i), &ops[i]); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	if err != nil {
		p.log(name, "left", show(err), CurrentTask(ctx).Cancelling())
		return nil, err
	}
	p.log(name, "done")
	return name, nil
}

func (p *stressProgram) agen(name string, n int, ops []stressOp) *AsyncGenerator[int] {
	return NewAsyncGenerator("agen", func(ctx context.Context, y *AsyncYielder[int]) (err error) {
		for i := range n {
			if _, err = p.body(ctx, fmt.Sprint(name, "a", i), ops); err != nil {
				break
			}
			if err = y.Yield(ctx, i); err != nil {
				break
			}
		}
		p.log(name, "closing")
		if serr := Sleep(ctx, 0); serr != nil {
			return serr
		}
		p.log(name, "closed")
		return err
	})
}

func (p *stressProgram) run(ctx context.Context, name string, op *stressOp) error {
	p.steps++
	if p.steps > 400 {
		return nil
	}
	p.log(name, op.kind)
	v, err := p.op(ctx, name, op)
	if err != nil {
		return err
	}
	p.log(name, op.kind, "->", show(v))
	return nil
}

// other returns the task of a key unless it is missing or the current one.
func (p *stressProgram) other(ctx context.Context, key string) *Task[any] {
	t := p.tasks[key]
	if t == nil || CurrentTask(ctx) == AnyTask(t) {
		return nil
	}
	return t
}

func none(err error) (any, error) { return nil, err }

func (p *stressProgram) op(ctx context.Context, name string, o *stressOp) (any, error) {
	switch o.kind {
	case "sleep":
		return SleepResult[any](ctx, o.sec(0), "slept")
	case "call":
		return p.body(ctx, name, o.ops(0))
	case "spawn":
		p.tasks[o.key(0)] = CreateTask(ctx, Awaitable[any](p.coro(name, o.ops(1))))
	case "await":
		if t := p.other(ctx, o.key(0)); t != nil {
			return t.Await(ctx)
		}
		return "no", nil
	case "cancel":
		t := p.tasks[o.key(0)]
		if t == nil {
			return "no", nil
		}
		if msg := arg[any](o, 1); msg != nil {
			return t.Cancel(msg), nil
		}
		return t.Cancel(), nil
	case "uncancel":
		return CurrentTask(ctx).Uncancel(), nil
	case "callback":
		t := p.tasks[o.key(0)]
		if t == nil {
			return "no", nil
		}
		t.AddDoneCallback(func(t *Task[any]) { p.log(name, "callback", p.outcome(t)) })
	case "soon":
		GetRunningLoop(ctx).CallSoon(func() { p.log(name, "soon") })
	case "later":
		h := GetRunningLoop(ctx).CallLater(o.sec(0), func() { p.log(name, "later") })
		if o.bool(1) {
			h.Cancel()
		}
	case "future":
		return p.futures[o.int(0)].Await(ctx)
	case "resolve":
		f := p.futures[o.int(0)]
		if f.Done() {
			p.futures[o.int(0)] = NewFuture[any](ctx)
			return "new", nil
		}
		switch o.int(1) {
		case 0:
			return none(f.SetResult(name))
		case 1:
			return none(f.SetException(stressError.New(name)))
		default:
			f.Cancel(name)
		}
	case "raise":
		switch o.int(0) {
		case 0:
			return nil, stressError.New(name)
		case 1:
			return nil, CancelledError.New(name)
		}
		return nil, py.ValueError.New(name)
	default:
		return p.syncOp(ctx, name, o)
	}
	return nil, nil
}

// syncOp runs the operations of locks and queues.
func (p *stressProgram) syncOp(ctx context.Context, name string, o *stressOp) (any, error) {
	switch o.kind {
	case "lock":
		return p.with(ctx, name, p.locks[o.int(0)], o.ops(1))
	case "sem":
		return p.with(ctx, name, p.sems[o.int(0)], o.ops(1))
	case "cond":
		return p.with(ctx, name, p.conds[o.int(0)], o.ops(1))
	case "put":
		return none(p.queues[o.int(0)].Put(ctx, name))
	case "get":
		return p.queues[o.int(0)].Get(ctx)
	case "taskdone":
		p.queues[o.int(0)].TaskDone()
	case "join":
		return none(p.queues[o.int(0)].Join(ctx))
	case "shutdown":
		p.queues[o.int(0)].Shutdown(o.bool(1))
	case "prio":
		if err := p.prio.PutNowait(o.int(0)); err != nil {
			return nil, err
		}
		if p.prio.Qsize() > 3 {
			return p.prio.Get(ctx)
		}
	case "event":
		return p.events[o.int(0)].Wait(ctx)
	case "set":
		p.events[o.int(0)].Set()
	case "clear":
		p.events[o.int(0)].Clear()
	case "condwait":
		c := p.conds[o.int(0)]
		if err := c.AEnter(ctx); err != nil {
			return nil, err
		}
		defer c.Release()
		return c.Wait(ctx)
	case "notify":
		c := p.conds[o.int(0)]
		if err := c.AEnter(ctx); err != nil {
			return nil, err
		}
		defer c.Release()
		c.Notify(o.int(1))
	case "barrier":
		return p.barriers[o.int(0)].Wait(ctx)
	case "barrierreset":
		return none(p.barriers[o.int(0)].Reset(ctx))
	default:
		return p.treeOp(ctx, name, o)
	}
	return nil, nil
}

func (p *stressProgram) with(ctx context.Context, name string, m interface {
	AEnter(context.Context) error
	Release()
}, ops []stressOp) (any, error) {
	if err := m.AEnter(ctx); err != nil {
		return nil, err
	}
	defer m.Release()
	return p.body(ctx, name, ops)
}

// treeOp runs the operations that combine others.
func (p *stressProgram) treeOp(ctx context.Context, name string, o *stressOp) (any, error) {
	switch o.kind {
	case "try":
		kinds := []*py.Class{stressError, CancelledError, TimeoutError, py.BaseException_}
		v, err := p.body(ctx, name, o.ops(1))
		if err != nil && errors.Is(err, kinds[o.int(0)]) {
			p.log(name, "caught", show(err))
			v, err = p.body(ctx, name+"h", o.ops(2))
		}
		if _, ferr := p.body(ctx, name+"f", o.ops(3)); ferr != nil {
			return nil, ferr
		}
		return v, err
	case "gather":
		if o.bool(0) {
			var all []any
			for _, c := range p.coros(name+"g", o.bodies(1)) {
				all = append(all, c)
			}
			return GatherExceptions(ctx, all...)
		}
		return Gather(ctx, p.coros(name+"g", o.bodies(1))...)
	case "gatherkeys":
		var ts []Awaitable[any]
		var all []any
		for _, k := range arg[[]string](o, 1) {
			if t := p.other(ctx, k); t != nil {
				ts = append(ts, t)
				all = append(all, t)
			}
		}
		if o.bool(0) {
			return GatherExceptions(ctx, all...)
		}
		return GatherAll(ctx, slices.Values(ts))
	case "waitfor":
		return WaitFor(ctx, Awaitable[any](p.coro(name, o.ops(1))), o.sec(0))
	case "waitforkey":
		if t := p.other(ctx, o.key(1)); t != nil {
			return WaitFor(ctx, Awaitable[any](t), o.sec(0))
		}
		return "no", nil
	case "timeout":
		cm := TimeoutAfter(ctx, o.sec(0))
		if _, err := cm.AEnter(ctx); err != nil {
			return nil, err
		}
		_, err := caught(func() (any, error) {
			if ms := o.int(1); ms != 0 {
				cm.Reschedule(ctx, GetRunningLoop(ctx).Time()+float64(ms)/1000)
			}
			return p.body(ctx, name, o.ops(2))
		})
		if _, xerr := cm.AExit(ctx, err); xerr != nil {
			return nil, xerr
		}
		return cm.Expired(), err
	case "shield":
		return Shield(ctx, Awaitable[any](p.coro(name, o.ops(0)))).Await(ctx)
	case "shieldkey":
		if t := p.other(ctx, o.key(0)); t != nil {
			return Shield(ctx, Awaitable[any](t)).Await(ctx)
		}
		return "no", nil
	case "group":
		tg := NewTaskGroup()
		if _, err := tg.AEnter(ctx); err != nil {
			return nil, err
		}
		_, err := caught(func() (any, error) {
			for i, c := range p.coros(name+"t", o.bodies(0)) {
				p.tasks[fmt.Sprint(name, "t", i)] = Spawn(tg, c)
			}
			return p.body(ctx, name, o.ops(1))
		})
		if _, xerr := tg.AExit(ctx, err); xerr != nil {
			return nil, xerr
		}
		return "group", err
	case "wait":
		var keys []string
		var ts []*Task[any]
		for _, k := range arg[[]string](o, 0) {
			if t := p.tasks[k]; t != nil {
				keys = append(keys, k)
				ts = append(ts, t)
			}
		}
		if len(ts) == 0 {
			return "no", nil
		}
		r, err := Wait(ctx, slices.Values(ts), timeoutArg(o.int(1)), []string{FirstCompleted, FirstException, AllCompleted}[o.int(2)])
		if err != nil {
			return nil, err
		}
		done := []string{}
		for i, k := range keys {
			if r.V0.Contains(ts[i]) {
				done = append(done, k)
			}
		}
		return done, nil
	case "ascompleted":
		out := py.NewList[any]()
		for c := range AsCompleted(ctx, slices.Values(p.coros(name+"c", o.bodies(1))), timeoutArg(o.int(0))).All() {
			v, err := c.Await(ctx)
			if err != nil {
				return nil, err
			}
			out.Append(v)
		}
		return out, nil
	case "agen":
		for i, err := range p.agen(name, o.int(0), o.ops(2)).All(ctx) {
			if err != nil {
				return nil, err
			}
			if _, err := p.body(ctx, fmt.Sprint(name, "b", i), o.ops(3)); err != nil {
				return nil, err
			}
			if i == o.int(1) {
				break
			}
		}
		return "agen", nil
	}
	return p.keptOp(ctx, name, o)
}

// keptOp runs the operations on what other tasks keep: timeouts, groups,
// gathers, generators.
func (p *stressProgram) keptOp(ctx context.Context, name string, o *stressOp) (any, error) {
	switch o.kind {
	case "condwaitfor":
		c := p.conds[o.int(0)]
		if err := c.AEnter(ctx); err != nil {
			return nil, err
		}
		defer c.Release()
		return ConditionWaitFor(ctx, c, func() (bool, error) {
			p.log(name, "looks", p.flags[o.int(0)])
			return p.flags[o.int(0)] >= o.int(1), nil
		})
	case "bump":
		p.flags[o.int(0)]++
		c := p.conds[o.int(0)]
		if err := c.AEnter(ctx); err != nil {
			return nil, err
		}
		defer c.Release()
		c.NotifyAll()
	case "barrierabort":
		return none(p.barriers[o.int(0)].Abort(ctx))
	case "timeoutat":
		cm := TimeoutAt(GetRunningLoop(ctx).Time() + o.sec(1))
		p.timeouts[o.key(0)] = cm
		if _, err := cm.AEnter(ctx); err != nil {
			return nil, err
		}
		_, err := p.body(ctx, name, o.ops(2))
		if _, xerr := cm.AExit(ctx, err); xerr != nil {
			return nil, xerr
		}
		return cm.Expired(), err
	case "reschedule":
		cm := p.timeouts[o.key(0)]
		if cm == nil {
			return "no", nil
		}
		var when *float64
		if ms := arg[*float64](o, 1); ms != nil {
			at := GetRunningLoop(ctx).Time() + *ms/1000
			when = &at
		}
		if err := py.Catch(func() error { cm.RescheduleOptional(ctx, when); return nil }); err != nil {
			return show(err), nil
		}
		return cm.Expired(), nil
	case "putnow":
		return told(nil, p.lifo.PutNowait(name), QueueFull)
	case "getlifo":
		if !o.bool(0) {
			return p.lifo.Get(ctx)
		}
		v, err := p.lifo.GetNowait()
		return told(v, err, QueueEmpty)
	case "bounded":
		if _, err := p.bounded.Acquire(ctx); err != nil {
			return nil, err
		}
		v, err := p.body(ctx, name, o.ops(0))
		p.bounded.Release()
		return v, err
	case "release":
		return told(nil, py.Catch(func() error { p.locks[o.int(0)].Release(); return nil }), py.RuntimeError)
	case "overrelease":
		return told(nil, py.Catch(func() error { p.bounded.Release(); return nil }), py.ValueError)
	case "eager":
		p.tasks[o.key(0)] = NewTask(Awaitable[any](p.coro(name, o.ops(1))), p.loop, nil, nil, true)
	default:
		return p.groupOp(ctx, name, o)
	}
	return nil, nil
}

// groupOp runs the operations on groups, gathers and generators.
func (p *stressProgram) groupOp(ctx context.Context, name string, o *stressOp) (any, error) {
	switch o.kind {
	case "groupkeep":
		tg := NewTaskGroup()
		p.groups[o.key(0)] = tg
		if _, err := tg.AEnter(ctx); err != nil {
			return nil, err
		}
		_, err := p.body(ctx, name, o.ops(1))
		if _, xerr := tg.AExit(ctx, err); xerr != nil {
			return nil, xerr
		}
		return "group", err
	case "groupspawn":
		tg := p.groups[o.key(0)]
		if tg == nil {
			return "no", nil
		}
		err := py.Catch(func() error { p.tasks[o.key(1)] = Spawn(tg, p.coro(name, o.ops(2))); return nil })
		if err != nil {
			text, _, _ := strings.Cut(py.Str(err), "<")
			return text, nil
		}
	case "gatherstart":
		if o.bool(1) {
			var all []any
			for _, c := range p.coros(name+"g", o.bodies(2)) {
				all = append(all, c)
			}
			p.gathers[o.key(0)] = GatherAny(ctx, true, all...)
		} else {
			p.gathers[o.key(0)] = GatherFuture(ctx, p.coros(name+"g", o.bodies(2))...)
		}
	case "gatherjoin":
		if f := p.gathers[o.key(0)]; f != nil {
			return f.Await(ctx)
		}
		return "no", nil
	case "gathercancel":
		if f := p.gathers[o.key(0)]; f != nil {
			return f.Cancel(name), nil
		}
		return "no", nil
	case "agenkeep":
		if p.gens[o.key(0)] != nil {
			return "no", nil
		}
		p.gens[o.key(0)] = p.agen(name, o.int(1), o.ops(2))
	case "agendo":
		gen := p.gens[o.key(0)]
		if gen == nil {
			gen = p.agen(name, 3, []stressOp{{"sleep", []json.RawMessage{json.RawMessage("1")}}})
			p.gens[o.key(0)] = gen
		}
		v, err := advance(ctx, gen, o.int(1), name)
		if err != nil && errors.Is(err, py.StopAsyncIteration) {
			return "stop", nil
		}
		return told(v, err, py.RuntimeError)
	case "completed":
		var ts []*Task[any]
		for _, c := range p.coros(name+"c", o.bodies(1)) {
			ts = append(ts, CreateTask(ctx, c))
		}
		out := py.NewList[any]()
		for t, err := range AsCompleted(ctx, slices.Values(ts), timeoutArg(o.int(0))).AllFutures(ctx) {
			if err != nil {
				return nil, err
			}
			p.log(name, "gets", slices.IndexFunc(ts, func(x *Task[any]) bool { return Awaitable[any](x) == t }))
			v, err := t.Await(ctx)
			if err != nil {
				return nil, err
			}
			out.Append(v)
		}
		return out, nil
	default:
		panic("unknown operation " + o.kind)
	}
	return nil, nil
}

// advance asks an async generator for its next value, in one of four ways.
func advance(ctx context.Context, gen *AsyncGenerator[int], how int, name string) (any, error) {
	switch how {
	case 0:
		return gen.ANext(ctx)
	case 1:
		return gen.ASend(ctx, nil)
	case 2:
		return gen.AThrow(ctx, stressError.New(name))
	}
	return nil, gen.AClose(ctx)
}

// told turns an exception of the class into a text that shows it.
func told(v any, err error, class *py.Class) (any, error) {
	if err != nil && errors.Is(err, class) {
		return show(err), nil
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

func timeoutArg(ms int) *float64 {
	if ms == 0 {
		return nil
	}
	s := float64(ms) / 1000
	return &s
}

func (c *stressCase) run(t *testing.T) []string {
	p := &stressProgram{tree: c.Tree}
	loop := NewEventLoop()
	p.loop = loop
	if c.Eager {
		loop.SetTaskFactory(EagerTaskFactory)
	}
	loop.virtual = &virtualClock{now: 1000}
	loop.SetExceptionHandler(func(_ *Loop, info *py.Dict[any, any]) error {
		exc, _ := info.Lookup("exception")
		msg, _ := info.Lookup("message")
		text, _, _ := strings.Cut(msg.(string), "<")
		text, _, _ = strings.Cut(text, " at 0x")
		p.log("handler", text, show(exc))
		return nil
	})
	_, err := RunCoroWith[any](t.Context(), NewCoroVoid("main", p.main), nil, func() *Loop { return loop })
	if err != nil {
		p.log("run", show(err))
	}
	if loop.workers != 0 {
		t.Errorf("%d goroutines are left", loop.workers)
	}
	return p.out
}

// ordered drops what CPython's collector makes happen, the moment of which is
// not ours.
func ordered(log []string) []string {
	return slices.DeleteFunc(slices.Clone(log), func(s string) bool {
		return strings.Contains(s, "GeneratorExit") || strings.HasPrefix(s, "handler") && strings.Contains(s, "never retrieved")
	})
}

func TestStress(t *testing.T) {
	name := os.Getenv("STRESS")
	if name == "" {
		name = "testdata/stress.jsonl.gz"
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	n, bad := 0, 0
	for sc.Scan() {
		n++
		var c stressCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		got, want := ordered(c.run(t)), ordered(c.Log)
		if slices.Equal(got, want) {
			continue
		}
		bad++
		i := 0
		for i < len(got) && i < len(want) && got[i] == want[i] {
			i++
		}
		tree, _, _ := strings.Cut(sc.Text(), `,"log":`)
		t.Errorf("program %d: %s\ndiffers from entry %d on:\n got %q\nwant %q\nafter %q", n, tree, i, got[i:min(i+4, len(got))], want[i:min(i+4, len(want))], want[max(0, i-6):i])
		if bad == 5 {
			t.FailNow()
		}
	}
	if n == 0 {
		t.Fatal("no programs")
	}
	t.Logf("%d programs", n)
}
