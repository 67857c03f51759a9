from collections import Counter, defaultdict, deque
from typing import List, Dict, Tuple, Optional
import heapq
import bisect


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
        return []

    def lengthOfLongestSubstring(self, s: str) -> int:
        last: Dict[str, int] = {}
        start = best = 0
        for i, ch in enumerate(s):
            if ch in last and last[ch] >= start:
                start = last[ch] + 1
            last[ch] = i
            best = max(best, i - start + 1)
        return best

    def threeSum(self, nums: List[int]) -> List[List[int]]:
        nums.sort()
        res = []
        for i in range(len(nums) - 2):
            if i > 0 and nums[i] == nums[i - 1]:
                continue
            l, r = i + 1, len(nums) - 1
            while l < r:
                s = nums[i] + nums[l] + nums[r]
                if s < 0:
                    l += 1
                elif s > 0:
                    r -= 1
                else:
                    res.append([nums[i], nums[l], nums[r]])
                    while l < r and nums[l] == nums[l + 1]:
                        l += 1
                    l += 1
                    r -= 1
        return res

    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        groups = defaultdict(list)
        for s in strs:
            groups[tuple(sorted(s))].append(s)
        return list(groups.values())

    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        return [x for x, _ in Counter(nums).most_common(k)]

    def mergeIntervals(self, intervals: List[List[int]]) -> List[List[int]]:
        intervals.sort(key=lambda x: x[0])
        merged = []
        for interval in intervals:
            if not merged or merged[-1][1] < interval[0]:
                merged.append(interval)
            else:
                merged[-1][1] = max(merged[-1][1], interval[1])
        return merged

    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            if i < 0 or j < 0 or i >= len(grid) or j >= len(grid[0]) or grid[i][j] != "1":
                return
            grid[i][j] = "#"
            dfs(i + 1, j); dfs(i - 1, j); dfs(i, j + 1); dfs(i, j - 1)

        count = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] == "1":
                    dfs(i, j)
                    count += 1
        return count

    def permute(self, nums):
        if len(nums) <= 1:
            return [nums]
        return [[n] + p for i, n in enumerate(nums) for p in self.permute(nums[:i] + nums[i + 1:])]

    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for i in range(1, amount + 1):
            for c in coins:
                if c <= i:
                    dp[i] = min(dp[i], dp[i - c] + 1)
        return dp[amount] if dp[amount] != float("inf") else -1

    def lis(self, nums: List[int]) -> int:
        tails: List[int] = []
        for x in nums:
            i = bisect.bisect_left(tails, x)
            if i == len(tails):
                tails.append(x)
            else:
                tails[i] = x
        return len(tails)

    def networkDelayTime(self, times, n, k):
        graph = defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        dist = {}
        heap = [(0, k)]
        while heap:
            d, node = heapq.heappop(heap)
            if node in dist:
                continue
            dist[node] = d
            for nei, w in graph[node]:
                if nei not in dist:
                    heapq.heappush(heap, (d + w, nei))
        return max(dist.values()) if len(dist) == n else -1

    def isValid(self, s: str) -> bool:
        stack, pairs = [], {")": "(", "]": "[", "}": "{"}
        for c in s:
            if c in pairs:
                if not stack or stack.pop() != pairs[c]:
                    return False
            else:
                stack.append(c)
        return not stack

    def findOrder(self, n: int, prereqs: List[List[int]]) -> List[int]:
        indeg = [0] * n
        adj = [[] for _ in range(n)]
        for a, b in prereqs:
            adj[b].append(a)
            indeg[a] += 1
        q = deque(i for i in range(n) if indeg[i] == 0)
        order = []
        while q:
            x = q.popleft()
            order.append(x)
            for y in adj[x]:
                indeg[y] -= 1
                if indeg[y] == 0:
                    q.append(y)
        return order if len(order) == n else []

    def multiply(self, A, B):
        return [[sum(a * b for a, b in zip(row, col)) for col in zip(*B)] for row in A]

    def rotate(self, matrix):
        matrix[:] = [list(r) for r in zip(*matrix[::-1])]


s = Solution()
print(s.twoSum([2, 7, 11, 15], 9), s.lengthOfLongestSubstring("abcabcbb"), s.threeSum([-1, 0, 1, 2, -1, -4]))
print(s.groupAnagrams(["eat", "tea", "tan", "ate", "nat", "bat"]), s.topKFrequent([1, 1, 1, 2, 2, 3], 2))
print(s.mergeIntervals([[1, 3], [2, 6], [8, 10], [15, 18]]), s.numIslands([list("11000"), list("11000"), list("00100"), list("00011")]))
print(s.permute([1, 2, 3]), s.coinChange([1, 2, 5], 11), s.coinChange([2], 3), s.lis([10, 9, 2, 5, 3, 7, 101, 18]))
print(s.networkDelayTime([[2, 1, 1], [2, 3, 1], [3, 4, 1]], 4, 2), s.isValid("()[]{}"), s.isValid("(]"), s.findOrder(4, [[1, 0], [2, 0], [3, 1], [3, 2]]))
m = [[1, 2], [3, 4]]
s.rotate(m)
print(m, s.multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
