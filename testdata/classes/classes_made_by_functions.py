def make(k):
    class Base:
        tag = k

        def __init__(self, name):
            self.name = name

        def show(self):
            return f"{self.name}{self.tag}"

    class Child(Base):
        def show(self):
            return "child " + super().show()

        @classmethod
        def build(cls):
            return cls("built")

        @staticmethod
        def helper():
            return Child("h")

    return Child


A = make(1)
B = make(2)
print(A("a").show(), B("b").show(), A is B, A.__qualname__)
print(A.build().show(), B.build().show(), A.helper().show(), isinstance(A("x"), B))


def err():
    class MyErr(Exception):
        def __init__(self, code):
            super().__init__(f"code {code}")
            self.code = code

    class Plain(ValueError):
        pass

    try:
        raise MyErr(3)
    except MyErr as e:
        print(e, e.code)
    try:
        raise Plain("x")
    except Plain as e:
        print(repr(e))


err()
err()
