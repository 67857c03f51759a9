DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = "January February March April May June July August September October November December".split()


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month, year):
    return [31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def weekday(day, month, year):
    """Zeller's congruence; 0 is Monday."""
    if month < 3:
        month += 12
        year -= 1
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


def show(month, year):
    print(f"{MONTHS[month - 1]} {year}".center(20).rstrip())
    print(*DAYS)
    line = "   " * weekday(1, month, year)
    for day in range(1, days_in(month, year) + 1):
        line += f"{day:2d} "
        if weekday(day, month, year) == 6:
            print(line.rstrip())
            line = ""
    if line:
        print(line.rstrip())


show(2, 2024)
show(9, 2023)
print([y for y in range(1896, 1913) if is_leap(y)])
