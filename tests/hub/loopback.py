"""A Hub over a folder, on the loopback interface: what the real clients ask of one, and no more.

Repositories, commits, branches, tags and pull requests are kept in memory, the files by their digests in the folder.
It is faithful where a publication could go wrong: a commit with a stale parent is refused, large files must have
arrived before they are committed, what is private is seen with the token only, ranges are answered as ranges. One
request of many can be made to fail, before it has done anything or after it has done it all.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.hub.repository import Answer, Asked, Repository, refused, said
from tests.hub.routes import ROUTES, WRITING


class LoopbackHub:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repositories: dict[str, Repository] = {}
        self.requests: list[str] = []
        # Which request from now on fails, counted from 0, and whether only after it has been done.
        self.fail_at: int | None = None
        self.fail_done = False
        # A file that somebody else commits just before the next commit.
        self.intruder: str | None = None
        self._saved: dict[str, Repository] = {}
        self._lock = Lock()

    def told(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do what a test says, and say how things stand."""
        with self._lock:
            if order.get("save"):
                self._saved = deepcopy(self.repositories)
            if order.get("restore"):
                self.repositories = deepcopy(self._saved)
                self._forget()
            if order.get("wipe"):
                self.repositories = {}
            for repository, path, content in order.get("put", ()):
                self._put(self.repositories[repository], path, content.encode())
            self.intruder = order.get("intruder")
            self.fail_at, self.fail_done = order.get("fail_at"), order.get("done", False)
            requests, self.requests = self.requests, []
            heads = {name: found.trees[found.refs["main"]] for name, found in self.repositories.items()}
            tags = {name: found.tags for name, found in self.repositories.items()}
            private = [name for name, found in self.repositories.items() if found.private]
            return {"requests": requests, "heads": heads, "tags": tags, "private": private}

    def _forget(self) -> None:
        """Remove the files that no commit holds."""
        trees = (tree for found in self.repositories.values() for tree in found.trees.values())
        held = {digest for tree in trees for digest, _ in tree.values()}
        for blob in self.folder.iterdir():
            if blob.name not in held:
                blob.unlink()

    def _put(self, repo: Repository, path: str, content: bytes) -> None:
        head = repo.refs["main"]
        repo.commit({**repo.trees[head], path: self.keep(content)}, head, "main")

    def keep(self, content: bytes) -> tuple[str, int]:
        digest = hashlib.sha256(content).hexdigest()
        (self.folder / digest).write_bytes(content)
        return digest, len(content)

    def answer(self, method: str, url: str, headers: Any, body: bytes) -> Answer:
        if url == "/told":
            return said(self.told(json.loads(body)))
        with self._lock:
            parts = urlsplit(url)
            number = len(self.requests)
            self.requests.append(f"{method} {unquote(parts.path)}")
            fails = number == self.fail_at
            if fails and not self.fail_done:
                return refused(507, "no room")
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            found = self._routed(Asked(method, parts.path, query, headers, body))
            return refused(507, "no room after all") if fails else found

    def _routed(self, asked: Asked) -> Answer:
        for method, pattern, does in ROUTES:
            if method == asked.method and (match := re.fullmatch(pattern, asked.path)):
                if does in WRITING and not asked.may:
                    return refused(401, "Invalid username or password.")
                named = {name: unquote(value or "") for name, value in match.groupdict().items()}
                if "repo" not in named:
                    return does(self, asked, **named)
                found = self.repositories.get(named.pop("repo"))
                if found is None or (found.private and not asked.may):
                    return refused(404 if asked.may else 401, "Repository not found", "RepoNotFound")
                return does(self, asked, found, **named)
        return refused(404, "nothing there", "EntryNotFound")


@contextmanager
def loopback(folder: Path) -> Iterator[tuple[LoopbackHub, str]]:
    """Give a Hub and its address; it is gone afterwards."""
    hub = LoopbackHub(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            answer = hub.answer(self.command, self.path, self.headers, self.rfile.read(length))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

        do_GET = do_HEAD = do_POST = do_PUT = _serve  # noqa: N815 as http.server calls them

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
