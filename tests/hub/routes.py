"""The routes of a Hub that the real clients ask: each takes the Hub, what is asked and the repository it is about."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from tests.hub.repository import Answer, Asked, Repository, refused, said

if TYPE_CHECKING:
    from tests.hub.loopback import LoopbackHub

# What a Hub keeps out of git.
LARGE = (".parquet",)


def name_of(hub: LoopbackHub, repo: Repository) -> str:
    return next(name for name, each in hub.repositories.items() if each is repo)


def create(hub: LoopbackHub, asked: Asked) -> Answer:
    wanted = asked.json
    name = f"{wanted['organization']}/{wanted['name']}"
    if name in hub.repositories:
        return refused(409, "You already created this dataset repo")
    is_private = wanted.get("private") or wanted.get("visibility") == "private"
    hub.repositories[name] = made = Repository(bool(is_private))
    made.commit({".gitattributes": hub.keep(b"*.parquet filter=lfs diff=lfs merge=lfs -text\n")}, "", "main")
    return said({"url": f"{asked.host}/datasets/{name}"})


def revision(hub: LoopbackHub, _: Asked, repo: Repository, rev: str) -> Answer:
    commit = repo.at(rev)
    if commit is None:
        return refused(404, f"Invalid rev id: {rev}", "RevisionNotFound")
    name = name_of(hub, repo)
    files = [{"rfilename": path} for path in sorted(repo.trees[commit])]
    return said({"id": name, "sha": commit, "private": repo.private, "siblings": files, "tags": [], "downloads": 0})


def tree(hub: LoopbackHub, asked: Asked, repo: Repository, rev: str, below: str = "") -> Answer:
    commit = repo.at(rev)
    if commit is None:
        return refused(404, f"Invalid rev id: {rev}", "RevisionNotFound")
    below, is_deep = below.strip("/"), asked.query.get("recursive", "").lower() == "true"
    listed: dict[str, dict[str, Any]] = {}
    for path, (digest, size) in sorted(repo.trees[commit].items()):
        if below and not path.startswith(f"{below}/"):
            continue
        inner = path.removeprefix(f"{below}/") if below else path
        *folders, _ = inner.split("/")
        for depth in range(1, len(folders) + 1 if is_deep else min(len(folders), 1) + 1):
            folder = "/".join([*([below] if below else []), *folders[:depth]])
            listed[folder] = {"type": "directory", "path": folder, "oid": "0" * 40, "size": 0}
        if is_deep or not folders:
            listed[path] = entry(hub, path, digest, size)
    if below and not listed:
        return refused(404, "no such folder", "EntryNotFound")
    return said(list(listed.values()))


def entry(hub: LoopbackHub, path: str, digest: str, size: int) -> dict[str, Any]:
    content = (hub.folder / digest).read_bytes()
    blob = hashlib.sha1(f"blob {size}\0".encode() + content).hexdigest()  # noqa: S324 as git does
    large = {"lfs": {"oid": digest, "size": size, "pointerSize": 134}} if path.endswith(LARGE) else {}
    return {"type": "file", "path": path, "oid": blob, "size": size, **large}


def paths_info(hub: LoopbackHub, asked: Asked, repo: Repository, rev: str) -> Answer:
    found = repo.trees[repo.at(rev)]
    try:
        wanted = asked.json["paths"]
    except ValueError:
        wanted = parse_qs(asked.body.decode())["paths"]
    return said([entry(hub, path, *found[path]) for path in wanted if path in found])


def preupload(hub: LoopbackHub, asked: Asked, repo: Repository, rev: str) -> Answer:
    there = repo.trees[repo.at(rev)]
    modes = []
    for file in asked.json["files"]:
        path = file["path"]
        known = entry(hub, path, *there[path]) if path in there else {}
        oid = known["lfs"]["oid"] if "lfs" in known else known.get("oid")
        mode = "lfs" if path.endswith(LARGE) else "regular"
        modes.append({"path": path, "uploadMode": mode, "shouldIgnore": False, "oid": oid})
    return said({"files": modes})


def batch(hub: LoopbackHub, asked: Asked, repo: Repository) -> Answer:
    objects = []
    for each in asked.json["objects"]:
        way = {
            "upload": {"href": f"{asked.host}/lfs/{each['oid']}"},
            "verify": {"href": f"{asked.host}/lfs/verify"},
        }
        is_there = (hub.folder / each["oid"]).exists()
        objects.append({**each, **({} if is_there else {"actions": way})})
    return said({"transfer": "basic", "objects": objects})


def upload(hub: LoopbackHub, asked: Asked, oid: str) -> Answer:
    if hashlib.sha256(asked.body).hexdigest() != oid:
        return refused(422, "other bytes")
    hub.keep(asked.body)
    return Answer()


def verify(hub: LoopbackHub, asked: Asked) -> Answer:
    file = hub.folder / asked.json["oid"]
    return said({}) if file.exists() and file.stat().st_size == asked.json["size"] else refused(404, "not there")


def commit(hub: LoopbackHub, asked: Asked, repo: Repository, rev: str) -> Answer:
    lines = [json.loads(line) for line in asked.body.splitlines()]
    header = next(line["value"] for line in lines if line["key"] == "header")
    if hub.intruder is not None:
        hub._put(repo, hub.intruder, b"somebody else was here")
        hub.intruder = None
    parent = repo.refs[rev]
    if header.get("parentCommit") not in {None, parent}:
        return refused(412, "A commit has happened since. Please refresh and try again.")
    made = dict(repo.trees[parent])
    for line in lines:
        value = line["value"]
        match line["key"]:
            case "file":
                made[value["path"]] = hub.keep(base64.b64decode(value["content"]))
            case "lfsFile":
                if not (hub.folder / value["oid"]).exists():
                    return refused(400, "a large file has not arrived")
                made[value["path"]] = value["oid"], value["size"]
            case "deletedFile":
                del made[value["path"]]
    home, more = f"{asked.host}/datasets/{name_of(hub, repo)}", {}
    if "create_pr" in asked.query:
        repo.pulls.append(header["summary"])
        more["pullRequestUrl"] = f"{home}/discussions/{len(repo.pulls)}"
        rev = f"refs/pr/{len(repo.pulls)}"
    at = repo.commit(made, parent, rev)
    return said({**more, "commitOid": at, "commitUrl": f"{home}/commit/{at}"})


def tag(_: LoopbackHub, asked: Asked, repo: Repository, rev: str) -> Answer:
    name, at = asked.json["tag"], repo.at(rev)
    if name in repo.tags:
        return refused(409, "Tag already exists")
    if at is None:
        return refused(404, "Invalid rev id", "RevisionNotFound")
    repo.tags[name] = at
    return said({})


def refs(_: LoopbackHub, __: Asked, repo: Repository) -> Answer:
    def listed(found: dict[str, str], kind: str) -> list[dict[str, str]]:
        return [{"name": name, "ref": f"refs/{kind}/{name}", "targetCommit": at} for name, at in found.items()]

    branches = {name: at for name, at in repo.refs.items() if not name.startswith("refs/")}
    return said({"branches": listed(branches, "heads"), "tags": listed(repo.tags, "tags"), "converts": []})


def discussions(hub: LoopbackHub, _: Asked, repo: Repository) -> Answer:
    name = name_of(hub, repo)
    opened = [
        {
            "title": title, "num": number, "author": {"name": "me"}, "createdAt": "2024-01-01T00:00:00.000Z",
            "status": "open", "repo": {"name": name, "type": "dataset"}, "isPullRequest": True,
        }
        for number, title in enumerate(repo.pulls, 1)
    ]  # fmt: skip
    return said({"count": len(opened), "start": 0, "discussions": opened})


def resolve(hub: LoopbackHub, asked: Asked, repo: Repository, rev: str, path: str) -> Answer:
    at = repo.at(rev)
    if at is None:
        return refused(404, f"Invalid rev id: {rev}", "RevisionNotFound")
    if path not in repo.trees[at]:
        return refused(404, "Entry not found", "EntryNotFound")
    digest, size = repo.trees[at][path]
    content = (hub.folder / digest).read_bytes()
    headers = {
        "X-Repo-Commit": at, "ETag": f'"{digest}"', "X-Linked-Etag": f'"{digest}"', "X-Linked-Size": str(size),
        "Accept-Ranges": "bytes", "Content-Type": "application/octet-stream",
    }  # fmt: skip
    wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", asked.headers.get("Range") or "")
    if wanted is None:
        return Answer(200, content, headers)
    start, end = int(wanted[1]), min(int(wanted[2] or size - 1), size - 1)
    return Answer(206, content[start : end + 1], headers | {"Content-Range": f"bytes {start}-{end}/{size}"})


def good_yaml(_: LoopbackHub, asked: Asked) -> Answer:
    is_card = asked.json["content"].startswith("---\n")
    return said({"errors": [], "warnings": []}) if is_card else refused(400, "no YAML at its top")


REPO = r"(?P<repo>[^/]+/[^/]+?)"
ROUTES: tuple[tuple[str, str, Callable[..., Answer]], ...] = (
    ("POST", "/api/repos/create", create),
    ("POST", "/api/validate-yaml", good_yaml),
    ("GET", rf"/api/datasets/{REPO}/revision/(?P<rev>[^/]+)", revision),
    ("GET", rf"/api/datasets/{REPO}/tree/(?P<rev>[^/]+)(?P<below>/.*)?", tree),
    ("GET", rf"/api/datasets/{REPO}/refs", refs),
    ("GET", rf"/api/datasets/{REPO}/discussions", discussions),
    ("POST", rf"/api/datasets/{REPO}/paths-info/(?P<rev>[^/]+)", paths_info),
    ("POST", rf"/api/datasets/{REPO}/preupload/(?P<rev>[^/]+)", preupload),
    ("POST", rf"/api/datasets/{REPO}/commit/(?P<rev>[^/]+)", commit),
    ("POST", rf"/api/datasets/{REPO}/tag/(?P<rev>[^/]+)", tag),
    ("POST", rf"/datasets/{REPO}\.git/info/lfs/objects/batch", batch),
    ("POST", "/lfs/verify", verify),
    ("PUT", "/lfs/(?P<oid>[0-9a-f]{64})", upload),
    ("GET", rf"/datasets/{REPO}/resolve/(?P<rev>[^/]+)/(?P<path>.+)", resolve),
    ("HEAD", rf"/datasets/{REPO}/resolve/(?P<rev>[^/]+)/(?P<path>.+)", resolve),
)  # fmt: skip
# Large files are sent to an address that was given to whoever may write: it takes no token.
WRITING = {create, preupload, commit, tag, batch}
