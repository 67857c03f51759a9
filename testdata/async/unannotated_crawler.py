import asyncio

SITE = {
    "/": ["/a", "/b"],
    "/a": ["/b", "/c"],
    "/b": ["/"],
    "/c": ["/missing"],
}


async def fetch(url, delay=0.01):
    await asyncio.sleep(delay)
    if url not in SITE:
        raise LookupError("404 " + url)
    return SITE[url]


class Crawler:
    def __init__(self, start, workers):
        self.queue = asyncio.Queue()
        self.seen = set()
        self.errors = []
        self.order = []
        self.workers = workers
        self.push(start)

    def push(self, url):
        if url in self.seen:
            return False
        self.seen.add(url)
        self.queue.put_nowait(url)
        return True

    async def work(self, name):
        while True:
            url = await self.queue.get()
            try:
                links = await fetch(url)
                self.order.append(url)
                new = [link for link in links if self.push(link)]
                print(name, url, new)
            except LookupError as e:
                self.errors.append(str(e))
                print(name, "failed:", e)
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work("w%d" % i)) for i in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return len(self.seen)


async def main():
    crawler = Crawler("/", 2)
    print(await crawler.run(), "pages seen")
    print(crawler.order, crawler.errors)
    print(sorted(crawler.seen))


if __name__ == "__main__":
    asyncio.run(main())
