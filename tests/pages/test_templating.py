from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateAssertionError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.render import Renderer
from bibwiki.pages.templating import TemplateEnvironment, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.links import Linker


def test_direct_code_gives_what_jinja_gives(
    library: PageContext,
    linker_of: Callable[..., Linker],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    direct, linker = Renderer(), linker_of(library)
    monkeypatch.setattr(TemplateEnvironment, "code_generator_class", CodeGenerator)
    usual = Renderer()

    for page in catalogue_pages(library):
        view = page.view()
        assert direct.page(view, linker) == usual.page(view, linker), page.name
        assert direct.meta(view) == usual.meta(view)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("plain", "plain"),
        ("", ""),
        (7, "7"),
        ("a < b & \"c\" 'd' >", "a &lt; b &amp; &#34;c&#34; &#39;d&#39; &gt;"),
        (Markup("<b>bold</b>"), "<b>bold</b>"),
    ],
)
def test_text_is_escaped_and_markup_is_not(value: object, html: str) -> None:
    assert text(value) == html


@pytest.mark.parametrize(
    "source",
    [
        "{% macro a(x=1) %}{{ x }}{% endmacro %}",
        "{% macro a(x) %}{{ caller() }}{% endmacro %}",
        "{% macro a(x) %}{{ x.join(y=1) }}{% endmacro %}",
    ],
)
def test_templates_that_need_more_of_jinja_are_refused(source: str) -> None:
    with pytest.raises(TemplateAssertionError, match="by position"):
        TemplateEnvironment().from_string(source)
