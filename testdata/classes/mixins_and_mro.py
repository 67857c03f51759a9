import asyncio
import json


class Base:
    def __init__(self, **kwargs):
        self.trace = ["Base"]
        self.extra = kwargs

    def describe(self):
        return ["Base"]


class Timestamped(Base):
    def __init__(self, *, created=0, **kwargs):
        super().__init__(**kwargs)
        self.trace.append("Timestamped")
        self.created = created

    def describe(self):
        return ["Timestamped"] + super().describe()


class Named(Base):
    def __init__(self, *, name="?", **kwargs):
        super().__init__(**kwargs)
        self.trace.append("Named")
        self.name = name

    def describe(self):
        return ["Named"] + super().describe()


class JsonMixin:
    def to_json(self):
        return json.dumps({k: v for k, v in vars(self).items() if k != "trace"}, sort_keys=True)

    async def save(self, store):
        await asyncio.sleep(0)
        store[self.name] = self.to_json()
        return len(store)


class Document(JsonMixin, Named, Timestamped):
    def __init__(self, title, **kwargs):
        super().__init__(name=title, **kwargs)
        self.trace.append("Document")

    def describe(self):
        return ["Document"] + super().describe()


class A:
    def who(self):
        return "A"

    def call(self):
        return self.who() + self.__class__.__name__


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


async def main():
    doc = Document("report", created=2024, pages=3)
    print(doc.trace, doc.extra)
    print(doc.describe())
    store = {}
    print(await doc.save(store), store)
    print([cls.__name__ for cls in Document.__mro__])
    print(D().who(), D().call(), [cls.__name__ for cls in D.mro()], B().call())
    print(isinstance(doc, Named), issubclass(D, (int, C)), issubclass(B, C), D.__bases__ == (B, C))
    print(A.who(D()), super(B, D()).who())
    try:
        class Broken(A, B):
            pass
    except TypeError as error:
        print(str(error).splitlines()[0])
    try:
        Base().describe(1)
    except TypeError as error:
        print(error)


asyncio.run(main())
