DATA = """name,age,city
Ann,34,Oslo
Bob,28,Rome
Cid,41,Oslo
Dee,,Paris"""


def parse(text):
    header, *rows = [line.split(",") for line in text.split("\n")]
    return [dict(zip(header, row)) for row in rows]


def group(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


rows = parse(DATA)
print(rows[0], len(rows))
ages = [int(row["age"]) for row in rows if row["age"]]
print(sum(ages) / len(ages), min(ages), max(ages))
for city, people in group(rows, "city").items():
    print(city, [p["name"] for p in people])
oldest = max(rows, key=lambda r: int(r["age"] or 0))
print(oldest["name"], {r["name"]: r.get("zip", "-") for r in rows})
try:
    rows[0]["zip"]
except KeyError as missing:
    print("no column", missing)
