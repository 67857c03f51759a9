import asyncio
from datetime import date, datetime, time, timedelta, timezone


async def working_days(start: date, end: date) -> int:
    count = 0
    day = start
    while day <= end:
        if day.weekday() < 5:
            count += 1
        day += timedelta(days=1)
        if day.day == 1:
            await asyncio.sleep(0)
    return count


async def main() -> None:
    print(await working_days(date(2024, 2, 1), date(2024, 3, 31)))
    d = date(2024, 2, 29)
    print(d, repr(d), d.year, d.isoformat(), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday)
    print(d.replace(year=2023, day=1), d + timedelta(weeks=1), d - date(2023, 2, 28), (d - date(2023, 12, 25)).days, d < date(2024, 3, 1))
    print(f"{d:%A, %d %B %Y}", d.strftime("%j %U %y %m/%d"), date.fromisoformat("2020-10-05"), date.min, date.max)
    dt = datetime(2024, 1, 31, 23, 59, 58, 250)
    print(dt, repr(dt), dt.date(), dt.time(), dt + timedelta(seconds=2.5), dt.strftime("%H:%M:%S.%f %p %I"), dt.isoformat(sep=" ", timespec="seconds"))
    print(datetime.strptime("05/11/2023 14:30", "%d/%m/%Y %H:%M"), datetime.fromisoformat("2023-11-05T14:30:00+02:00"))
    utc = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
    east = timezone(timedelta(hours=5, minutes=30), "IST")
    print(utc, utc.astimezone(east), utc.astimezone(east).tzname(), utc == utc.astimezone(east), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc))
    delta = timedelta(days=1, hours=-2, minutes=30, microseconds=5)
    print(delta, repr(delta), delta.total_seconds(), delta * 2, -delta, delta / 2, delta // timedelta(hours=1), delta % timedelta(hours=5), abs(-delta))
    print(timedelta(0), timedelta(milliseconds=1), timedelta(days=-1), timedelta(hours=25), bool(timedelta()), sum([timedelta(minutes=40)] * 3, timedelta()))
    print(time(9, 5), time(9, 5, 7, 100).isoformat(), time.fromisoformat("23:15:00"), time(1) < time(2), datetime.combine(d, time(8)))
    print(sorted([date(2024, 5, 1), date(2023, 5, 1)]), {date(2024, 1, 1): "new year"}[date(2024, 1, 1)], max(d, date(2000, 1, 1)))
    for bad in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: datetime.strptime("x", "%Y"), lambda: dt - utc, lambda: date.fromisoformat("20-1-1"), lambda: date.max + timedelta(1)):
        try:
            bad()
        except (ValueError, TypeError, OverflowError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
