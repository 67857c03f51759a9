"""Objects that share or swap what they are made of."""


class Borg:
    _shared = {}

    def __init__(self, **kw):
        self.__dict__ = self._shared
        self.__dict__.update(kw)


class Draft:
    def describe(self):
        return f"draft of {self.title}"

    def publish(self):
        self.__class__ = Published


class Published:
    def describe(self):
        return f"published {self.title}"


one, two = Borg(name="locutus"), Borg()
one.rank = 5
print(two.rank, two.name, one is two, vars(one) is vars(two))
del two.rank
print(hasattr(one, "rank"), sorted(one.__dict__))

post = Draft()
post.title = "Borg sighted"
print(post.describe(), type(post).__name__)
post.publish()
print(post.describe(), type(post).__name__, isinstance(post, Draft))
copy = Published()
copy.__dict__ = dict(post.__dict__, title="another")
print(copy.describe(), post.describe())
vars(post)["stamp"] = 7
fields = vars(post)
fields["pages"] = 3
print(post.stamp, post.pages, sorted(vars(post)))
