from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.blocks import ClaimList, Fold
from bibwiki.pages.claim_lists import LISTED, SHOWN, claims_of_works, own_claims
from bibwiki.pages.items import ClaimItem, Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def test_claims_have_anchors_and_say_where_they_stand(library: PageContext) -> None:
    (block,) = own_claims(library, library.catalogue.works["brightwater2021tides"])

    assert isinstance(block, ClaimList)
    assert [item.anchor for item in block.items] == ["claim-1", "claim-2"]
    assert text_of(block.items[0].remark) == (
        "disputed by Sørensen 2022; supported by الفاروق and Brightwater 2022"
    )


def test_works_without_claims_show_none(library: PageContext) -> None:
    assert own_claims(library, library.catalogue.works["hostile"]) == ()
    assert claims_of_works(library, ["hostile"]) == ()


def test_claims_elsewhere_name_their_work_and_have_no_anchor(
    library: PageContext,
) -> None:
    (block,) = claims_of_works(library, ["sorensen2022doubt"])

    assert isinstance(block, ClaimList)
    assert block.items == (ClaimItem("", "No lamp post leans.", block.items[0].remark),)
    assert text_of(block.items[0].remark) == "Sørensen 2022"


def test_many_claims_fold_and_end(big: PageContext) -> None:
    shown, fold = claims_of_works(big, tuple(big.catalogue.rank))

    assert isinstance(shown, ClaimList)
    assert len(shown.items) == SHOWN
    assert isinstance(fold, Fold)
    assert fold.title == f"and {LISTED - SHOWN} more claims"


def test_several_works_may_take_one_stance(
    context_of: Callable[..., PageContext],
) -> None:
    entry = "@misc{%s, title = {%s}, date = {2020}, disputes = {c}}"
    context = context_of(
        "@misc{c, title = {C}, claim = {So.}}" + entry % ("a", "A") + entry % ("b", "B")
    )

    (block,) = own_claims(context, context.catalogue.works["c"])

    assert isinstance(block, ClaimList)
    assert text_of(block.items[0].remark) == "disputed by A 2020, B 2020"
