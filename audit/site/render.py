"""The only module that imports jinja2: our templates, with all values escaped."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from audit.site.readable import in_bytes, readable, share

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES: Final = Path(__file__).parent / "templates"


def rendered(template: str, values: Mapping[str, Any]) -> Markup:
    """Render a page, or part of one, from a template.

    Raises jinja2.UndefinedError if a value is missing.
    """
    from markupsafe import Markup

    # Rendered HTML may be embedded in another page unescaped; nothing else may.
    return Markup(_environment().get_template(template).render(values))  # noqa: S704 values are escaped by then


def whole_page(template: str, path: str, values: Mapping[str, Any]) -> Markup:
    """Render the page at `path` below the site; `root` is the relative path to its index.

    The content security policy allows only the script and style whose digests it states.
    """
    from markupsafe import Markup

    style, script = _read_template_file("site.css"), _read_template_file("site.js")
    return rendered(
        template,
        {
            **values,
            "root": "../" * path.count("/"),
            "style": Markup(style),  # noqa: S704 a file of ours
            "script": Markup(script),  # noqa: S704 a file of ours
            "policy": f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
            "base-uri 'none'; form-action 'none'",
        },
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"readable": readable, "in_bytes": in_bytes, "number": _number, "prose": _prose, "inline": _inline}
    made.globals["share"] = share
    return made


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3g}"


def _prose(text: str) -> Markup:
    """Return text of the rulebook as paragraphs."""
    from markupsafe import Markup

    return Markup("\n").join(Markup("<p>{}</p>").format(_inline(paragraph)) for paragraph in text.split("\n\n"))


def _inline(text: str) -> Markup:
    """Return a text with backquoted passages as code."""
    from markupsafe import Markup, escape

    pieces = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(p) if n % 2 else escape(p) for n, p in enumerate(pieces))


@cache
def _read_template_file(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
