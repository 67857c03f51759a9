"""A tiny HTTP-like router and server simulation."""
import asyncio
import re
import json
from collections import namedtuple, OrderedDict
from functools import partial, wraps

Request = namedtuple("Request", "method path headers body", defaults=({}, None))
Response = namedtuple("Response", ["status", "body"])


class HTTPError(Exception):
    def __init__(self, status, reason=""):
        self.status = status
        self.reason = reason
        super().__init__(status, reason)


class Router:
    def __init__(self):
        self.routes = []
        self.middleware = []

    def route(self, pattern, methods=("GET",)):
        regex = re.compile("^" + re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", pattern) + "$")

        def decorator(handler):
            self.routes.append((methods, regex, handler))
            return handler
        return decorator

    get = lambda self, p: self.route(p)
    post = lambda self, p: self.route(p, methods=("POST",))

    def use(self, mw):
        self.middleware.append(mw)

    def match(self, req):
        allowed = set()
        for methods, regex, handler in self.routes:
            m = regex.match(req.path)
            if m:
                if req.method in methods:
                    return handler, m.groupdict()
                allowed.update(methods)
        if allowed:
            raise HTTPError(405, ", ".join(sorted(allowed)))
        raise HTTPError(404, req.path)

    async def handle(self, req):
        async def endpoint(req):
            handler, params = self.match(req)
            result = handler(req, **params)
            if asyncio.iscoroutine(result):
                result = await result
            if isinstance(result, Response):
                return result
            if isinstance(result, (dict, list)):
                return Response(200, json.dumps(result))
            return Response(200, str(result))

        call = endpoint
        for mw in reversed(self.middleware):
            call = partial(mw, call)
        try:
            return await call(req)
        except HTTPError as e:
            return Response(e.status, e.reason)
        except Exception as e:
            return Response(500, type(e).__name__)


app = Router()
users = OrderedDict({1: "ann", 2: "bob"})


@app.get("/")
def index(req):
    return "hello"


@app.get("/users")
async def list_users(req):
    await asyncio.sleep(0)
    return [{"id": k, "name": v} for k, v in users.items()]


@app.route("/users/<uid>", methods=("GET", "DELETE"))
async def user(req, uid):
    uid = int(uid)
    if uid not in users:
        raise HTTPError(404, f"user {uid}")
    if req.method == "DELETE":
        return Response(204, users.pop(uid))
    return {"name": users[uid]}


@app.post("/users")
def create(req):
    data = json.loads(req.body)
    uid = max(users, default=0) + 1
    users[uid] = data["name"]
    return Response(201, uid)


async def logger(call, req):
    resp = await call(req)
    print(req.method, req.path, "->", resp.status)
    return resp


async def auth(call, req):
    if req.method != "GET" and req.headers.get("token") != "secret":
        raise HTTPError(401, "token")
    return await call(req)


app.use(logger)
app.use(auth)


async def main():
    reqs = [Request("GET", "/"), Request("GET", "/users"), Request("GET", "/users/2"), Request("GET", "/users/9"), Request("PUT", "/users", {"token": "secret"}),
            Request("POST", "/users", {"token": "secret"}, '{"name": "eve"}'), Request("POST", "/users", {"token": "secret"}, '{bad'),
            Request("POST", "/users"), Request("GET", "/users/abc"), Request("DELETE", "/users/1", {"token": "secret"}), Request("GET", "/nope")]
    for r in reqs:
        print((await app.handle(r)).body)
    print(await asyncio.gather(*(app.handle(r) for r in reqs[:3])))


asyncio.run(main())
