"""Methods that are called through their class on instances of others."""


class Store:
    def keep(target, value):
        target.value = value

    def label(self):
        return f"{self.value}!"


class Box:
    pass


class Crate(Store):
    def label(self):
        return "crate " + Store.label(self)


box = Box()
Store.keep(box, 1)
print(box.value, Store.label(box))
crate = Crate()
Store.keep(crate, 2)
print(crate.label(), Store.label(crate))
try:
    Store.label("text")
except AttributeError as error:
    print(error)
