"""A crawler over a simulated web: bounded concurrency, depth limit, retries."""
import asyncio
from collections import defaultdict
from dataclasses import dataclass, field


class FetchError(Exception):
    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"{url}: HTTP {status}")
        self.url = url
        self.status = status


@dataclass
class Page:
    url: str
    links: list[str] = field(default_factory=list)
    size: int = 0


SITE = {
    "/": ["/a", "/b", "/c"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/missing", "/b/1"],
    "/c": ["/c/1", "/a"],
    "/a/1": [],
    "/a/2": ["/deep"],
    "/b/1": ["/flaky"],
    "/c/1": ["/"],
    "/deep": ["/deeper"],
    "/deeper": [],
    "/flaky": ["/a/1"],
}


class Web:
    def __init__(self) -> None:
        self.hits: dict[str, int] = defaultdict(int)
        self.active = 0
        self.peak = 0

    async def get(self, url: str) -> Page:
        self.hits[url] += 1
        self.active += 1
        self.peak = max(self.peak, self.active)
        try:
            await asyncio.sleep(0.01 + 0.002 * len(url))
            if url == "/flaky" and self.hits[url] < 3:
                raise FetchError(url, 503)
            if url not in SITE:
                raise FetchError(url, 404)
            return Page(url, SITE[url], 100 + 10 * len(url))
        finally:
            self.active -= 1


class Crawler:
    def __init__(self, web: Web, workers: int = 3, max_depth: int = 3) -> None:
        self.web = web
        self.workers = workers
        self.max_depth = max_depth
        self.queue: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
        self.seen: set[str] = set()
        self.pages: dict[str, Page] = {}
        self.errors: list[FetchError] = []

    def push(self, url: str, depth: int) -> None:
        if url not in self.seen and depth <= self.max_depth:
            self.seen.add(url)
            self.queue.put_nowait((url, depth))

    async def fetch(self, url: str, retries: int = 3) -> Page:
        for attempt in range(1, retries + 1):
            try:
                return await self.web.get(url)
            except FetchError as e:
                if e.status < 500 or attempt == retries:
                    raise
                await asyncio.sleep(0.005 * 2 ** attempt)
        raise AssertionError("unreachable")

    async def worker(self) -> None:
        while True:
            url, depth = await self.queue.get()
            try:
                page = await self.fetch(url)
            except FetchError as e:
                self.errors.append(e)
            else:
                self.pages[url] = page
                for link in page.links:
                    self.push(link, depth + 1)
            finally:
                self.queue.task_done()

    async def run(self, start: str) -> None:
        self.push(start, 0)
        tasks = [asyncio.create_task(self.worker(), name=f"worker-{i}") for i in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print("workers ended:", [type(r).__name__ for r in results])


async def main() -> None:
    web = Web()
    crawler = Crawler(web)
    await crawler.run("/")
    print("pages:", sorted(crawler.pages))
    print("bytes:", sum(p.size for p in crawler.pages.values()))
    print("errors:", [str(e) for e in crawler.errors])
    print("flaky hits:", web.hits["/flaky"], "peak:", web.peak)


asyncio.run(main())
