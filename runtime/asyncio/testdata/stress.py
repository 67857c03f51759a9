"""Random asyncio programs and their event logs under CPython 3.13.

usage: stress.py SEED COUNT > stress.jsonl

Each line is one program (a tree of operations) and the log of what its tasks
did, one entry for each effect. stress_test.go runs the same programs. Time is
virtual: a wait for events moves the clock by whole milliseconds, rounded up,
as the epoll selector does.
"""
import asyncio
import gc
import json
import math
import random
import sys
import weakref


class OrderedSet(dict):
    """A set in insertion order, in place of sets ordered by address."""

    def __init__(self, items=()):
        super().__init__((x, None) for x in items)

    def add(self, x):
        self[x] = None

    def discard(self, x):
        self.pop(x, None)

    def remove(self, x):
        del self[x]


class OrderedWeakSet:
    """A WeakSet in insertion order."""

    def __init__(self):
        self.refs = {}

    def __iter__(self):
        return iter([x for x in (ref() for ref in self.refs.values()) if x is not None])

    def __len__(self):
        return len(list(iter(self)))

    def add(self, x):
        self.discard(x)
        self.refs[id(x)] = weakref.ref(x)

    def discard(self, x):
        self.refs.pop(id(x), None)

    def clear(self):
        self.refs.clear()


asyncio.taskgroups.set = OrderedSet
asyncio.tasks.set = OrderedSet
real_all_tasks = asyncio.tasks.all_tasks


def all_tasks(loop=None):
    tasks = real_all_tasks(loop)
    return sorted(tasks, key=loop.made.index)


asyncio.tasks.all_tasks = all_tasks


class Deadlock(Exception):
    pass


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.clock = 1000.0
        self.made = []
        self._selector.select = self.select
        self._asyncgens = OrderedWeakSet()

    def create_task(self, coro, **kw):
        if self.get_task_factory():
            return super().create_task(self.note(coro), **kw)
        task = super().create_task(coro, **kw)
        self.made.append(task)
        return task

    async def note(self, coro):
        self.made.append(asyncio.current_task())
        return await coro

    def time(self):
        return self.clock

    def select(self, timeout):
        if timeout is None:
            raise Deadlock
        if timeout > 0:
            self.clock += math.ceil(timeout * 1e3) * 1e-3
        return []


class E(Exception):
    pass


def show(x):
    if isinstance(x, BaseExceptionGroup):
        return type(x).__name__ + "(" + str(x.message) + ": " + ", ".join(show(e) for e in x.exceptions) + ")"
    if isinstance(x, BaseException):
        return type(x).__name__ + "(" + str(x) + ")"
    if isinstance(x, list):
        return "[" + ", ".join(show(e) for e in x) + "]"
    return str(x)


class Program:
    def __init__(self, tree):
        self.tree = tree
        self.out = []
        self.tasks = {}
        self.steps = 0

    def log(self, *parts):
        self.out.append(" ".join(str(p) for p in parts))

    def setup(self):
        self.locks = [asyncio.Lock() for _ in range(2)]
        self.sems = [asyncio.Semaphore(i + 1) for i in range(2)]
        self.queues = [asyncio.Queue(i) for i in range(3)]
        self.prio = asyncio.PriorityQueue()
        self.events = [asyncio.Event() for _ in range(2)]
        self.conds = [asyncio.Condition() for _ in range(2)]
        self.barriers = [asyncio.Barrier(i + 2) for i in range(2)]
        loop = asyncio.get_running_loop()
        self.futures = [loop.create_future() for _ in range(2)]
        self.lifo = asyncio.LifoQueue(2)
        self.bounded = asyncio.BoundedSemaphore(2)
        self.flags = [0, 0]
        self.timeouts = {}
        self.groups = {}
        self.gathers = {}
        self.gens = {}

    async def main(self):
        self.setup()
        top = []
        for i, ops in enumerate(self.tree):
            t = asyncio.create_task(self.body(str(i), ops))
            self.tasks[str(i)] = t
            top.append(t)
        await asyncio.wait(top, timeout=5.0)
        for i, t in enumerate(top):
            self.log("end", i, self.outcome(t))
        self.log("loop", "%.3f" % asyncio.get_running_loop().time())

    def outcome(self, t):
        if not t.done():
            return "pending"
        if t.cancelled():
            return "cancelled"
        if t.exception() is not None:
            return show(t.exception())
        return show(t.result())

    async def body(self, name, ops):
        try:
            for i, op in enumerate(ops):
                await self.run(f"{name}.{i}", op)
        except BaseException as e:
            self.log(name, "left", show(e), asyncio.current_task().cancelling())
            raise
        self.log(name, "done")
        return name

    async def agen(self, name, n, ops):
        try:
            for i in range(n):
                await self.body(f"{name}a{i}", ops)
                yield i
        finally:
            self.log(name, "closing")
            await asyncio.sleep(0)
            self.log(name, "closed")

    async def run(self, name, op):
        self.steps += 1
        if self.steps > 400:
            return
        kind, *a = op
        self.log(name, kind)
        r = await getattr(self, "op_" + kind)(name, *a)
        self.log(name, kind, "->", show(r))

    async def op_sleep(self, name, ms):
        return await asyncio.sleep(ms / 1000, "slept")

    async def op_call(self, name, ops):
        return await self.body(name, ops)

    async def op_spawn(self, name, key, ops):
        self.tasks[key] = asyncio.create_task(self.body(name, ops))

    async def op_await(self, name, key):
        t = self.tasks.get(key)
        if t is None or t is asyncio.current_task():
            return "no"
        return await t

    async def op_cancel(self, name, key, msg):
        t = self.tasks.get(key)
        if t is None:
            return "no"
        return t.cancel(msg) if msg else t.cancel()

    async def op_uncancel(self, name):
        return asyncio.current_task().uncancel()

    async def op_callback(self, name, key):
        t = self.tasks.get(key)
        if t is None:
            return "no"
        t.add_done_callback(lambda t: self.log(name, "callback", self.outcome(t)))

    async def op_soon(self, name):
        asyncio.get_running_loop().call_soon(self.log, name, "soon")

    async def op_later(self, name, ms, cancel):
        h = asyncio.get_running_loop().call_later(ms / 1000, self.log, name, "later")
        if cancel:
            h.cancel()

    async def op_future(self, name, i):
        return await self.futures[i]

    async def op_resolve(self, name, i, how):
        f = self.futures[i]
        if f.done():
            self.futures[i] = asyncio.get_running_loop().create_future()
            return "new"
        if how == 0:
            f.set_result(name)
        elif how == 1:
            f.set_exception(E(name))
        else:
            f.cancel(name)

    async def op_lock(self, name, i, ops):
        async with self.locks[i]:
            return await self.body(name, ops)

    async def op_sem(self, name, i, ops):
        async with self.sems[i]:
            return await self.body(name, ops)

    async def op_put(self, name, i):
        await self.queues[i].put(name)

    async def op_get(self, name, i):
        return await self.queues[i].get()

    async def op_taskdone(self, name, i):
        self.queues[i].task_done()

    async def op_join(self, name, i):
        await self.queues[i].join()

    async def op_shutdown(self, name, i, now):
        self.queues[i].shutdown(now)

    async def op_prio(self, name, n):
        self.prio.put_nowait(n)
        if self.prio.qsize() > 3:
            return str(await self.prio.get())

    async def op_event(self, name, i):
        return await self.events[i].wait()

    async def op_set(self, name, i):
        self.events[i].set()

    async def op_clear(self, name, i):
        self.events[i].clear()

    async def op_cond(self, name, i, ops):
        async with self.conds[i]:
            return await self.body(name, ops)

    async def op_condwait(self, name, i):
        async with self.conds[i]:
            return await self.conds[i].wait()

    async def op_notify(self, name, i, n):
        async with self.conds[i]:
            self.conds[i].notify(n)

    async def op_barrier(self, name, i):
        return await self.barriers[i].wait()

    async def op_barrierreset(self, name, i):
        return await self.barriers[i].reset()

    async def op_raise(self, name, kind):
        if kind == 0:
            raise E(name)
        if kind == 1:
            raise asyncio.CancelledError(name)
        raise ValueError(name)

    async def op_try(self, name, kind, ops, handler, final):
        kinds = [E, asyncio.CancelledError, TimeoutError, BaseException]
        try:
            return await self.body(name, ops)
        except kinds[kind] as e:
            self.log(name, "caught", show(e))
            return await self.body(name + "h", handler)
        finally:
            await self.body(name + "f", final)

    async def op_gather(self, name, returning, bodies):
        return await asyncio.gather(*[self.body(f"{name}g{i}", b) for i, b in enumerate(bodies)], return_exceptions=returning)

    async def op_gatherkeys(self, name, returning, keys):
        ts = [self.tasks[k] for k in keys if k in self.tasks and self.tasks[k] is not asyncio.current_task()]
        return await asyncio.gather(*ts, return_exceptions=returning)

    async def op_waitfor(self, name, ms, ops):
        return await asyncio.wait_for(self.body(name, ops), ms / 1000)

    async def op_waitforkey(self, name, ms, key):
        t = self.tasks.get(key)
        if t is None or t is asyncio.current_task():
            return "no"
        return await asyncio.wait_for(t, ms / 1000)

    async def op_timeout(self, name, ms, resched, ops):
        async with asyncio.timeout(ms / 1000) as cm:
            if resched:
                cm.reschedule(asyncio.get_running_loop().time() + resched / 1000)
            await self.body(name, ops)
        return cm.expired()

    async def op_shield(self, name, ops):
        return await asyncio.shield(self.body(name, ops))

    async def op_shieldkey(self, name, key):
        t = self.tasks.get(key)
        if t is None or t is asyncio.current_task():
            return "no"
        return await asyncio.shield(t)

    async def op_group(self, name, bodies, ops):
        async with asyncio.TaskGroup() as tg:
            for i, b in enumerate(bodies):
                self.tasks[f"{name}t{i}"] = tg.create_task(self.body(f"{name}t{i}", b))
            await self.body(name, ops)
        return "group"

    async def op_wait(self, name, keys, ms, mode):
        ts = {k: self.tasks[k] for k in keys if k in self.tasks}
        if not ts:
            return "no"
        modes = [asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED]
        done, pending = await asyncio.wait(ts.values(), timeout=ms / 1000 if ms else None, return_when=modes[mode])
        return [k for k in ts if ts[k] in done]

    async def op_ascompleted(self, name, ms, bodies):
        out = []
        for c in asyncio.as_completed([self.body(f"{name}c{i}", b) for i, b in enumerate(bodies)], timeout=ms / 1000 if ms else None):
            out.append(await c)
        return out

    async def op_agen(self, name, n, stop, ops, body):
        async for i in self.agen(name, n, ops):
            await self.body(f"{name}b{i}", body)
            if i == stop:
                break
        return "agen"


    async def op_condwaitfor(self, name, i, n):
        def enough():
            self.log(name, "looks", self.flags[i])
            return self.flags[i] >= n

        async with self.conds[i]:
            return await self.conds[i].wait_for(enough)

    async def op_bump(self, name, i):
        self.flags[i] += 1
        async with self.conds[i]:
            self.conds[i].notify_all()

    async def op_barrierabort(self, name, i):
        return await self.barriers[i].abort()

    async def op_timeoutat(self, name, key, ms, ops):
        cm = asyncio.timeout_at(asyncio.get_running_loop().time() + ms / 1000)
        self.timeouts[key] = cm
        async with cm:
            await self.body(name, ops)
        return cm.expired()

    async def op_reschedule(self, name, key, ms):
        cm = self.timeouts.get(key)
        if cm is None:
            return "no"
        try:
            cm.reschedule(None if ms is None else asyncio.get_running_loop().time() + ms / 1000)
        except RuntimeError as e:
            return show(e)
        return cm.expired()

    async def op_putnow(self, name):
        try:
            self.lifo.put_nowait(name)
        except asyncio.QueueFull as e:
            return show(e)

    async def op_getlifo(self, name, now):
        if not now:
            return await self.lifo.get()
        try:
            return self.lifo.get_nowait()
        except asyncio.QueueEmpty as e:
            return show(e)

    async def op_bounded(self, name, ops):
        await self.bounded.acquire()
        try:
            return await self.body(name, ops)
        finally:
            self.bounded.release()

    async def op_release(self, name, i):
        try:
            self.locks[i].release()
        except RuntimeError as e:
            return show(e)

    async def op_overrelease(self, name):
        try:
            self.bounded.release()
        except ValueError as e:
            return show(e)

    async def op_eager(self, name, key, ops):
        loop = asyncio.get_running_loop()
        self.tasks[key] = asyncio.Task(loop.note(self.body(name, ops)), loop=loop, eager_start=True)

    async def op_groupkeep(self, name, key, ops):
        tg = asyncio.TaskGroup()
        self.groups[key] = tg
        async with tg:
            await self.body(name, ops)
        return "group"

    async def op_groupspawn(self, name, key, taskkey, ops):
        tg = self.groups.get(key)
        if tg is None:
            return "no"
        try:
            self.tasks[taskkey] = tg.create_task(self.body(name, ops))
        except RuntimeError as e:
            return str(e).split("<")[0]

    async def op_gatherstart(self, name, key, returning, bodies):
        fs = [self.body(f"{name}g{i}", b) for i, b in enumerate(bodies)]
        self.gathers[key] = asyncio.gather(*fs, return_exceptions=returning)

    async def op_gatherjoin(self, name, key):
        f = self.gathers.get(key)
        return "no" if f is None else await f

    async def op_gathercancel(self, name, key):
        f = self.gathers.get(key)
        return "no" if f is None else f.cancel(name)

    async def op_agenkeep(self, name, key, n, ops):
        if key in self.gens:
            return "no"
        self.gens[key] = self.agen(name, n, ops)

    async def op_agendo(self, name, key, how):
        gen = self.gens.get(key)
        if gen is None:
            gen = self.gens[key] = self.agen(name, 3, [["sleep", 1]])
        try:
            if how == 0:
                return await anext(gen)
            if how == 1:
                return await gen.asend(None)
            if how == 2:
                return await gen.athrow(E(name))
            return await gen.aclose()
        except StopAsyncIteration:
            return "stop"
        except RuntimeError as e:
            return show(e)

    async def op_completed(self, name, ms, bodies):
        out = []
        ts = [asyncio.create_task(self.body(f"{name}c{i}", b)) for i, b in enumerate(bodies)]
        async for t in asyncio.as_completed(ts, timeout=ms / 1000 if ms else None):
            self.log(name, "gets", ts.index(t))
            out.append(await t)
        return out


class Generator:
    def __init__(self, r, eager):
        self.r = r
        self.eager = eager
        self.keys = ["0", "1", "2"]
        self.count = 0

    def ops(self, depth):
        return [self.op(depth) for _ in range(self.r.choice([0, 1, 1, 2, 2, 3]))]

    def bodies(self, depth):
        return [self.ops(depth) for _ in range(self.r.choice([0, 1, 2, 2, 3]))]

    def key(self):
        return self.r.choice(self.keys)

    def keylist(self):
        return list(dict.fromkeys(self.key() for _ in range(self.r.randint(1, 3))))

    def ms(self):
        return self.r.choice([0, 0, 0, 1, 2, 5, 10, 10, 20, 50])

    def op(self, depth):
        r = self.r
        self.count += 1
        leaf = [
            lambda: ["sleep", self.ms()],
            lambda: ["sleep", self.ms()],
            lambda: ["sleep", 0],
            lambda: ["await", self.key()],
            lambda: ["cancel", self.key(), r.choice([None, None, "msg"])],
            lambda: ["cancel", self.key(), None],
            lambda: ["uncancel"],
            lambda: ["callback", self.key()],
            lambda: ["soon"],
            lambda: ["later", self.ms(), r.random() < 0.3],
            lambda: ["future", r.randrange(2)],
            lambda: ["resolve", r.randrange(2), r.randrange(3)],
            lambda: ["put", r.randrange(3)],
            lambda: ["get", r.randrange(3)],
            lambda: ["get", r.randrange(3)],
            lambda: ["taskdone", r.randrange(3)],
            lambda: ["join", r.randrange(3)],
            lambda: ["prio", r.randrange(9)],
            lambda: ["event", r.randrange(2)],
            lambda: ["set", r.randrange(2)],
            lambda: ["clear", r.randrange(2)],
            lambda: ["condwait", r.randrange(2)],
            lambda: ["notify", r.randrange(2), r.randint(1, 2)],
            lambda: ["barrier", r.randrange(2)],
            lambda: ["raise", r.randrange(3)],
            lambda: ["shieldkey", self.key()],
            lambda: ["waitforkey", self.ms(), self.key()],
            lambda: ["gatherkeys", r.random() < 0.5, self.keylist()],
            lambda: ["wait", self.keylist(), self.ms(), r.randrange(3)],
            lambda: ["condwaitfor", r.randrange(2), r.randint(1, 3)],
            lambda: ["bump", r.randrange(2)],
            lambda: ["reschedule", self.small(), r.choice([None, -5, 0, 1, 10, 30])],
            lambda: ["putnow"],
            lambda: ["getlifo", r.random() < 0.5],
            lambda: ["overrelease"],
            lambda: ["gatherjoin", self.small()],
            lambda: ["gathercancel", self.small()],
            lambda: ["agendo", self.small(), r.choice([0, 0, 0, 1, 2, 3])],
            lambda: ["agendo", self.small(), r.choice([0, 0, 0, 1, 2, 3])],
        ]
        if r.random() < 0.03:
            return r.choice([lambda: ["shutdown", r.randrange(3), r.random() < 0.5], lambda: ["barrierreset", r.randrange(2)], lambda: ["barrierabort", r.randrange(2)], lambda: ["release", r.randrange(2)]])()
        if depth <= 0 or r.random() < 0.5:
            return r.choice(leaf)()
        d = depth - 1
        node = [
            lambda: ["call", self.ops(d)],
            lambda: ["spawn", self.newkey(), self.ops(d)],
            lambda: ["spawn", self.newkey(), self.ops(d)],
            lambda: ["lock", r.randrange(2), self.ops(d)],
            lambda: ["lock", r.randrange(2), self.ops(d)],
            lambda: ["sem", r.randrange(2), self.ops(d)],
            lambda: ["cond", r.randrange(2), self.ops(d)],
            lambda: ["try", r.randrange(4), self.ops(d), self.ops(d), self.ops(0)],
            lambda: ["try", r.randrange(4), self.ops(d), self.ops(d), self.ops(0)],
            lambda: ["gather", r.random() < 0.5, self.bodies(d)],
            lambda: ["waitfor", self.ms(), self.ops(d)],
            lambda: ["timeout", self.ms(), r.choice([0, 0, 0, 5, 30]), self.ops(d)],
            lambda: ["shield", self.ops(d)],
            lambda: ["group", self.bodies(d), self.ops(d)],
            lambda: ["timeoutat", self.small(), self.ms(), self.ops(d)],
            lambda: ["bounded", self.ops(d)],
            lambda: ["eager", self.newkey(), self.ops(d)],
            lambda: ["groupkeep", self.small(), self.ops(d)],
            lambda: ["groupspawn", self.small(), self.newkey(), self.ops(d)],
            lambda: ["groupspawn", self.small(), self.newkey(), self.ops(d)],
            lambda: ["gatherstart", self.small(), r.random() < 0.5, self.bodies(d)],
            lambda: ["agenkeep", self.small(), r.randint(0, 3), self.ops(0)],
            lambda: ["agenkeep", self.small(), r.randint(0, 3), self.ops(0)],
            lambda: ["completed", self.ms(), self.bodies(d)],
            lambda: ["ascompleted", self.ms(), self.bodies(d)],
            lambda: ["agen", r.randint(0, 3), r.randint(0, 3), self.ops(0), self.ops(0)],
        ]
        if self.eager:
            del node[-3:-1]  # as_completed keeps finished tasks in a set ordered by address
        return r.choice(node)()

    def small(self):
        return self.r.choice("xyz")

    def newkey(self):
        k = "k%d" % (len(self.keys) % 5)
        self.keys.append(k)
        return k


def run(tree, eager):
    p = Program(tree)
    loop = Loop()
    if eager:
        loop.set_task_factory(asyncio.eager_task_factory)
    loop.set_exception_handler(lambda loop, c: p.log("handler", c["message"].split("<")[0].split(" at 0x")[0], show(c.get("exception"))))
    try:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(p.main())
    except Deadlock:
        return None
    except BaseException as e:
        p.log("run", show(e))
    out, p.out = p.out, []
    return out


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    r = random.Random(seed)
    n = 0
    while n < count:
        eager = r.random() < 0.2
        g = Generator(r, eager)
        tree = [g.ops(4) or [["sleep", 0]] for _ in range(r.randint(1, 4))]
        out = run(tree, eager)
        gc.collect()  # never while a loop runs: what is collected is closed, and would take part
        if out is None or len(out) < 6 or any("RecursionError" in s for s in out):
            continue
        n += 1
        print(json.dumps({"tree": tree, "eager": eager, "log": out}, separators=(",", ":")))


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore")
    gc.disable()
    main()
