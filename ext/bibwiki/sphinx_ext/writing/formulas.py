r"""Formulas as MathML, by the converter that docutils uses for its own HTML.

It knows the commands of AMS-LaTeX and refuses all others, so nothing that a file says
becomes markup of its own. What it makes is checked all the same before it goes on a
page: docutils is not written for hostile input.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import html5
from xml.etree import ElementTree as ET

from docutils.utils.math.latex2mathml import tex2mathml

_LENGTH_LIMIT = 2_000
"""Characters; nothing that long is read as a formula."""
_DEPTH_LIMIT = 40
"""Groups inside groups: the converter's results nest as deep as these."""
_SPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = frozenset(
    _SPACE + name
    for name in (
        *("math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover"),
        *("mpadded", "mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt"),
        *("mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr"),
        *("munder", "munderover", "none"),
    )
)
_ATTRIBUTES = frozenset({
    "accent", "accentunder", "class", "columnalign", "columnspacing", "columnlines",
    "depth", "displaystyle", "fence", "form", "height", "linethickness", "lspace",
    "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation",
    "rowspacing", "rspace", "scriptlevel", "separator", "stretchy", "symmetric",
    "voffset", "width",
})  # fmt: skip
_SOUND_VALUE = re.compile(r"[\w.%+\- ]*")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot);)([A-Za-z]+;)")
_LAYOUT = re.compile(r">\n\s*<")


@lru_cache(maxsize=4096)
def mathml(source: str) -> str | None:
    """Return a formula as an inline ``math`` element; None where that fails.

    Args:
        source: TeX without its dollar signs.
    """
    if len(source) > _LENGTH_LIMIT or source.count("{") > _DEPTH_LIMIT * 5:
        return None
    try:
        markup = tex2mathml(source)
    except Exception:  # noqa: BLE001 - it refuses input with whatever it stumbles over
        return None
    markup = _NAMED.sub(lambda name: html5.get(name[1], name[0]), str(markup))
    markup = _LAYOUT.sub("><", markup.strip())
    return markup if _is_sound(markup) else None


def _is_sound(markup: str) -> bool:
    """Whether this is one ``math`` element that holds nothing but MathML and text."""
    try:
        root = ET.fromstring(markup)  # noqa: S314 - no declarations: the text is escaped
    except ET.ParseError:
        return False
    return (
        root.tag == f"{_SPACE}math"
        and (len(root) > 0 or bool(root.text))
        and all(
            element.tag in _ELEMENTS
            and _ATTRIBUTES.issuperset(element.attrib)
            and all(map(_SOUND_VALUE.fullmatch, element.attrib.values()))
            for element in root.iter()
        )
    )
