"""The page of each code: what it means, why it matters, how to mend it, and two examples.

In reading order: `page` (a page, and reading it from a docstring), then one module of pages for the
codes of the format: `files`, `layout`, `keys`, `values`, `exceptions`, `sharing`. The other codes
have their page where their rule is, in `rehearse.persona.rules`. `all_pages` gathers them.
"""

from functools import lru_cache
from importlib import import_module

from rehearse.persona.pages.page import Page, nearest_code, read_pages

__all__ = ["Page", "all_pages", "nearest_code"]

_FORMAT = ("files", "layout", "keys", "values", "exceptions", "sharing")


@lru_cache(maxsize=1)
def all_pages() -> dict[str, Page]:
    """Every page by its code, in the order of the codes."""
    from rehearse.persona.rules import RULES

    docs = [import_module(f"rehearse.persona.pages.{name}").__doc__ for name in _FORMAT]
    docs += [import_module(rule.check.__module__).__doc__ for rule in RULES.values()]
    found = [page for doc in docs for page in read_pages(doc or "")]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}
