"""Classes whose members are not what their names promise."""


class Toolbox:
    def banner():
        print("== toolbox ==")

    def size(self):
        return 2

    def count(*args):
        return len(args)


Toolbox.banner()
box = Toolbox()
print(box.size(), box.count(1, 2), Toolbox.count(1, 2))
try:
    box.banner()
except TypeError as error:
    print(error)


class Menu:
    """Special methods that need no instance."""

    @staticmethod
    def __getitem__(item):
        return item * 2

    @classmethod
    def __contains__(cls, item):
        return item == cls.favourite

    @staticmethod
    def __len__():
        return 3

    favourite = "soup"


menu = Menu()
print(menu[4], "soup" in menu, "cake" in menu, len(menu))


class Account:
    def __init__(self, owner):
        self._owner = owner

    @property
    def owner(self):
        return self._owner

    @property
    def note(self):
        return self._note

    @note.setter
    def note(self, text):
        self._note = text.strip()


account = Account("ada")
account.note = "  first "
try:
    account.owner = "bob"
except AttributeError as error:
    print(error)
try:
    del account.note
except AttributeError as error:
    print(error)
print(account.owner, account.note)


class Registered:
    """A descriptor that is told where it lies."""

    def __set_name__(self, owner, name):
        print("set", name, hasattr(owner, name + "_rank"))

    def __get__(self, instance, owner):
        return "seen by " + owner.__name__


class Team:
    lead = Registered()
    lead_rank = 1


print(Team().lead, Team.lead)


class Base:
    @classmethod
    def label(cls):
        return f"{cls.__name__} of {cls.__module__}"


class Derived(Base):
    pass


print(Base.label(), Derived.label(), Derived().label(), Base.__name__)
for bad in (lambda: super(1, Base), lambda: super(str, 0)):
    try:
        bad()
    except TypeError as error:
        print(error)
Base.shout = property(lambda self: type(self).__name__.upper())
print(Derived().shout)
