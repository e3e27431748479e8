r"""Formulas as plain text."""

# ruff: noqa: RUF001 - look-alikes are what LaTeX commands stand for

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.latex.formula import plain_formula
from bibwiki.model.latex.text import decode

FORMULAS = [
    pytest.param("n", "n", id="letter"),
    pytest.param("p  <\n0.05", "p < 0.05", id="relation"),
    pytest.param(r"\alpha", "α", id="greek"),
    pytest.param(r"\beta x", "βx", id="space-ends-a-name"),
    pytest.param("x^2", "x²", id="raised"),
    pytest.param("H_2O", "H₂O", id="lowered"),
    pytest.param(r"\alpha_i^{2n+1}", "αᵢ²ⁿ⁺¹", id="both"),
    pytest.param("^{13}C", "¹³C", id="raised-first"),
    pytest.param("10^{-3}", "10⁻³", id="power"),
    pytest.param(r"90^\circ", "90°", id="degree"),
    pytest.param(r"O(n \log n)", "O(n log n)", id="function"),
    pytest.param(r"\log(n)", "log(n)", id="function-of"),
    pytest.param(r"\mathcal{O}(n^k)", "O(nᵏ)", id="font"),
    pytest.param(r"\mathbb{R}^n \to \mathbb{Z}", "ℝⁿ → ℤ", id="double-struck"),
    pytest.param(r"\tilde{O}(\sqrt{n})", "Õ(√n)", id="accent-and-root"),
    pytest.param(r"\sqrt{n+1}", "√(n+1)", id="root-of-a-sum"),
    pytest.param(r"\frac{a}{b} \leq \frac12", "a/b ≤ 1/2", id="fraction"),
    pytest.param(r"3\times4 \pm 1", "3×4 ± 1", id="operators"),
    pytest.param(r"\{0,1\}^n", "{0,1}ⁿ", id="escaped-braces"),
    pytest.param(r"\text{if } f'", "if f′", id="text"),
    pytest.param(r"\left(x\right)\,\%", "(x) %", id="sizes-and-spaces"),
    pytest.param(r"\frac{a+b}{c}", None, id="fraction-of-a-sum"),
    pytest.param("x_{n^2}", None, id="shift-in-shift"),
    pytest.param(r"x^{\beta}", None, id="cannot-be-raised"),
    pytest.param(r"\nobodyknows x", None, id="unknown-command"),
    pytest.param(r"a & b \\ c", None, id="table"),
    pytest.param("{x", None, id="open-group"),
    pytest.param("x}", None, id="surplus-brace"),
    pytest.param("x^", None, id="nothing-raised"),
    pytest.param("{" * 50 + "x" + "}" * 50, None, id="deep"),
    pytest.param("α+" * 200, None, id="long"),
]


@pytest.mark.parametrize(("source", "plain"), FORMULAS)
def test_formulas_that_fit_a_line_are_read_as_unicode(
    source: str, plain: str | None
) -> None:
    assert plain_formula(source) == plain


def test_other_formulas_keep_their_source() -> None:
    assert decode(r"On \(\frac{a+b}{c}\) and $x^2$") == r"On $\frac{a+b}{c}$ and x²"
    assert decode(r"\[ x_1 \] &amp; $a &lt; b$") == "x₁ & a < b"


@given(st.text(alphabet=r"\{}^_ abmathbfrcsqtle123&$~'", max_size=40))
def test_any_formula_is_read_or_left(source: str) -> None:
    plain = plain_formula(source)

    assert plain is None or plain == " ".join(plain.split())
