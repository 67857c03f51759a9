import asyncio
import heapq
from collections import defaultdict, deque
from math import inf

ROADS = [
    ("Berlin", "Hamburg", 289), ("Berlin", "Leipzig", 190), ("Hamburg", "Bremen", 126),
    ("Leipzig", "Nuremberg", 280), ("Nuremberg", "Munich", 170), ("Bremen", "Frankfurt", 440),
    ("Frankfurt", "Nuremberg", 225), ("Frankfurt", "Munich", 392),
]


class Graph:
    def __init__(self) -> None:
        self.edges: defaultdict[str, dict[str, int]] = defaultdict(dict)

    def add(self, a: str, b: str, distance: int) -> None:
        self.edges[a][b] = distance
        self.edges[b][a] = distance

    async def dijkstra(self, start: str) -> tuple[dict[str, float], dict[str, str]]:
        distance: dict[str, float] = {start: 0}
        previous: dict[str, str] = {}
        heap: list[tuple[float, str]] = [(0, start)]
        visited: set[str] = set()
        while heap:
            d, node = heapq.heappop(heap)
            if node in visited:
                continue
            visited.add(node)
            await asyncio.sleep(0)
            for other, length in self.edges[node].items():
                if d + length < distance.get(other, inf):
                    distance[other] = d + length
                    previous[other] = node
                    heapq.heappush(heap, (d + length, other))
        return distance, previous

    def hops(self, start: str, end: str) -> int:
        queue = deque([(start, 0)])
        seen = {start}
        while queue:
            node, n = queue.popleft()
            if node == end:
                return n
            for other in self.edges.get(node, ()):
                if other not in seen:
                    seen.add(other)
                    queue.append((other, n + 1))
        return -1


def path(previous: dict[str, str], end: str) -> list[str]:
    route = [end]
    while route[-1] in previous:
        route.append(previous[route[-1]])
    return route[::-1]


async def main() -> None:
    graph = Graph()
    for road in ROADS:
        graph.add(*road)
    results = await asyncio.gather(*(graph.dijkstra(city) for city in ("Berlin", "Bremen")))
    for distance, previous in results:
        for city, d in sorted(distance.items(), key=lambda item: item[1]):
            print(f"{city:<10}{d:>6}  {' > '.join(path(previous, city))}")
        print("-" * 20)
    print(graph.hops("Hamburg", "Munich"), graph.hops("Berlin", "Atlantis"), "Atlantis" in graph.edges)
    print(max(results[0][0].values()), results[0][0].get("Rome", inf))


asyncio.run(main())
