import asyncio
import math


class Shape:
    def __init__(self, name: str) -> None:
        self.name = name

    def area(self) -> float:
        return 0.0

    async def describe(self) -> str:
        await asyncio.sleep(0)
        return f"{self.name} with area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return math.pi * self.radius ** 2


class Rect(Shape):
    def __init__(self, w: float, h: float, name: str = "rect") -> None:
        super().__init__(name)
        self.w = w
        self.h = h

    def area(self) -> float:
        return self.w * self.h


class Square(Rect):
    def __init__(self, side: float) -> None:
        super().__init__(side, side, "square")

    async def describe(self) -> str:
        text = await super().describe()
        return text + " (all sides equal)"


async def main() -> None:
    shapes: list[Shape] = [Circle(1.5), Rect(2, 3), Square(2.5), Shape("blob")]
    for text in await asyncio.gather(*(shape.describe() for shape in shapes)):
        print(text)
    largest = max(shapes, key=lambda shape: shape.area())
    print(largest.name, isinstance(largest, Rect), isinstance(shapes[2], Rect))
    print(f"{sum(shape.area() for shape in shapes):.3f}")
    print([type(shape).__name__ for shape in shapes])


asyncio.run(main())
