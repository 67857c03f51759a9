import asyncio


class Upstream:
    def __init__(self):
        self.hits = {}

    async def get(self, path):
        self.hits[path] = self.hits.get(path, 0) + 1
        await asyncio.sleep(0)
        if path == "/error":
            raise IOError("upstream said no")
        return {"path": path, "hit": self.hits[path]}


class Proxy:
    def __init__(self, upstream, size=2):
        self.upstream = upstream
        self.size = size
        self.cache = {}
        self.pending = {}
        self.stats = dict.fromkeys(["hit", "miss", "shared", "error"], 0)

    async def get(self, path):
        if path in self.cache:
            self.stats["hit"] += 1
            return self.cache[path]
        if path in self.pending:
            self.stats["shared"] += 1
            return await self.pending[path]
        self.stats["miss"] += 1
        task = self.pending[path] = asyncio.ensure_future(self.upstream.get(path))
        try:
            result = await task
        except Exception:
            self.stats["error"] += 1
            raise
        else:
            if len(self.cache) >= self.size:
                self.cache.pop(next(iter(self.cache)))
            self.cache[path] = result
            return result
        finally:
            del self.pending[path]


async def client(proxy, *paths):
    out = []
    for path in paths:
        try:
            response = await proxy.get(path)
        except IOError as e:
            out.append(str(e))
        else:
            out.append("{path}#{hit}".format(**response))
    return out


async def main():
    upstream = Upstream()
    proxy = Proxy(upstream)
    results = await asyncio.gather(
        client(proxy, "/a", "/b", "/a"),
        client(proxy, "/a", "/error", "/c"),
        client(proxy, "/error", "/a", "/b"),
    )
    for line in results:
        print(*line)
    print(proxy.stats)
    print(upstream.hits, list(proxy.cache), proxy.pending)


asyncio.run(main())
