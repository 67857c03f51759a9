import asyncio
import heapq
from dataclasses import dataclass, field
from typing import Awaitable, Callable, Iterable, Mapping, Sequence


class CycleError(Exception):
    def __init__(self, cycle: Sequence[str]):
        self.cycle = list(cycle)
        super().__init__(" -> ".join(self.cycle))


@dataclass
class Node:
    name: str
    run: Callable[[Mapping[str, int]], Awaitable[int]]
    deps: tuple[str, ...] = ()
    priority: int = 0


@dataclass(order=True)
class Ready:
    priority: int
    name: str = field(compare=True)


class Dag:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}

    def task(self, *deps: str, priority: int = 0):
        def register(fn):
            self.nodes[fn.__name__] = Node(fn.__name__, fn, deps, priority)
            return fn
        return register

    def order(self) -> list[str]:
        seen: dict[str, int] = {}
        result: list[str] = []

        def visit(name: str, path: tuple[str, ...]) -> None:
            state = seen.get(name, 0)
            if state == 2:
                return
            if state == 1:
                raise CycleError(path[path.index(name):] + (name,))
            seen[name] = 1
            for dep in self.nodes[name].deps:
                visit(dep, path + (name,))
            seen[name] = 2
            result.append(name)

        for name in self.nodes:
            visit(name, ())
        return result

    async def run(self, limit: int = 2) -> dict[str, int]:
        waiting = {n: set(node.deps) for n, node in self.nodes.items()}
        results: dict[str, int] = {}
        ready: list[Ready] = []
        for name, deps in waiting.items():
            if not deps:
                heapq.heappush(ready, Ready(-self.nodes[name].priority, name))
        running: dict[asyncio.Task[int], str] = {}
        while ready or running:
            while ready and len(running) < limit:
                name = heapq.heappop(ready).name
                node = self.nodes[name]
                inputs = {d: results[d] for d in node.deps}
                print("start", name, inputs)
                running[asyncio.create_task(node.run(inputs))] = name
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in sorted(done, key=lambda t: running[t]):
                name = running.pop(task)
                results[name] = task.result()
                for other, deps in waiting.items():
                    if name in deps:
                        deps.remove(name)
                        if not deps:
                            heapq.heappush(ready, Ready(-self.nodes[other].priority, other))
        return results


dag = Dag()


@dag.task()
async def load(inputs):
    await asyncio.sleep(0.002)
    return 10


@dag.task(priority=5)
async def config(inputs):
    return 3


@dag.task("load", "config")
async def scale(inputs):
    return inputs["load"] * inputs["config"]


@dag.task("load")
async def half(inputs):
    return inputs["load"] // 2


@dag.task("scale", "half")
async def report(inputs):
    return sum(inputs.values())


async def main() -> None:
    print(dag.order())
    results = await dag.run()
    print(results["report"], sorted(results))
    bad = Dag()
    for name, deps in {"a": ("b",), "b": ("c",), "c": ("a",)}.items():
        bad.nodes[name] = Node(name, load, deps)
    try:
        bad.order()
    except CycleError as e:
        print("cycle:", e, len(e.cycle))


asyncio.run(main())
