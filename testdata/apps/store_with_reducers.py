import asyncio
from typing import Any, Callable, Optional, Union


class Observable:
    def __init__(self) -> None:
        self._subs: list[Callable[[Any], None]] = []

    def subscribe(self, fn: Callable[[Any], None]) -> Callable[[], None]:
        self._subs.append(fn)

        def unsubscribe() -> None:
            self._subs.remove(fn)

        return unsubscribe

    def emit(self, value: Any) -> None:
        for fn in list(self._subs):
            fn(value)


class Store(Observable):
    def __init__(self, reducer, initial):
        super().__init__()
        self.reducer = reducer
        self.state = initial
        self.log: list[str] = []

    def dispatch(self, action: dict) -> None:
        self.state = self.reducer(self.state, action)
        self.log.append(action["type"])
        self.emit(self.state)


def counter(state: int, action: dict) -> int:
    if action["type"] == "inc":
        return state + action.get("by", 1)
    elif action["type"] == "dec":
        return state - 1
    return state


def todos(state, action):
    match action:
        case {"type": "add", "text": str(text)}:
            return [*state, {"id": len(state) + 1, "text": text, "done": False}]
        case {"type": "toggle", "id": int(i)}:
            return [{**t, "done": not t["done"]} if t["id"] == i else t for t in state]
        case _:
            return state


async def saga(store: Store, q: "asyncio.Queue[Optional[dict]]") -> int:
    n = 0
    while (action := await q.get()) is not None:
        await asyncio.sleep(0)
        store.dispatch(action)
        n += 1
    return n


async def main() -> None:
    s = Store(counter, 0)
    seen: list[int] = []
    stop = s.subscribe(seen.append)
    s.subscribe(lambda v: print("state is", v))
    q: asyncio.Queue = asyncio.Queue()
    task = asyncio.create_task(saga(s, q))
    for a in ({"type": "inc"}, {"type": "inc", "by": 5}, {"type": "dec"}, {"type": "noop"}):
        await q.put(a)
    await q.put(None)
    print(await task, seen, s.log)
    stop()
    s.dispatch({"type": "inc"})
    print(seen, s.state)
    t = Store(todos, [])
    t.dispatch({"type": "add", "text": "write"})
    t.dispatch({"type": "add", "text": "test"})
    t.dispatch({"type": "toggle", "id": 2})
    t.dispatch({"type": "toggle", "id": "x"})
    print(t.state, [x["text"] for x in t.state if x["done"]])


asyncio.run(main())
