from datetime import date, datetime, timedelta


class Day(date):
    def label(self):
        return f"{self.year}/{self.month}"


d = Day(2024, 2, 3)
print(d, d.label(), type(d).__name__, repr(d))


class First(date):
    def __new__(cls, year, month, day):
        return super().__new__(cls, year, month, 1)


f = First(2012, 2, 14)
print(f, type(f).__name__, repr(f), isinstance(f, First))


class Stamp(datetime):
    pass


s = Stamp(2020, 1, 2, 3, 4)
print(s, type(s).__name__, s.isoformat())


class Delta(timedelta):
    def hours(self):
        return self.total_seconds() / 3600


print(Delta(hours=5).hours(), type(Delta(1)).__name__)
