// The filters of the search page: one box of values with counts for each facet.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { part } = bibwiki;
  const LABELS = { type: "Type", year: "Year", venue: "Venue", topic: "Topic" };
  const SHOWN = 6;

  const byCount = ([a, n], [b, m]) => m - n || a.localeCompare(b);
  const newest = ([a], [b]) => Number(b) - Number(a);
  // Chosen values stay, also when nothing has them, so that they can be taken back.
  const valuesOf = (facet, counts, chosen) => {
    const all = new Map([...[...chosen].map((value) => [value, 0]), ...counts]);
    const sorted = [...all].sort(facet === "year" ? newest : byCount);
    const first = sorted.filter(([value]) => chosen.has(value));
    const others = sorted.filter(([value]) => !chosen.has(value));
    const room = Math.max(0, SHOWN - first.length);
    // A fold for a single value would hide as much as it shows.
    const cut = others.length === room + 1 ? others.length : room;
    return { shown: [...first, ...others.slice(0, cut)], rest: others.slice(cut) };
  };
  const choice = (facet, [value, count], isChosen) => {
    const label = part("label", "find-value", "");
    const box = part("input", "", "");
    Object.assign(box, { type: "checkbox", name: facet, value, checked: isChosen });
    const number = part("span", "find-count", count.toLocaleString("en"));
    label.append(box, part("bdi", "", value), " ", number);
    return label;
  };
  const facetBox = (facet, counts, chosen, isOpen) => {
    const { shown, rest } = valuesOf(facet, counts, chosen);
    const box = part("fieldset", "find-facet", "");
    box.dataset.facet = facet;
    box.append(part("legend", "", LABELS[facet]));
    box.append(...shown.map((value) => choice(facet, value, chosen.has(value[0]))));
    if (rest.length) {
      const more = part("details", "find-more", "");
      more.open = isOpen;
      const summary = part("summary", "", `${rest.length.toLocaleString("en")} more`);
      summary.append(part("span", "bw-unseen", ` of ${LABELS[facet].toLowerCase()}`));
      const list = part("div", "find-rest", "");
      list.append(...rest.map((value) => choice(facet, value, false)));
      more.append(summary, list);
      box.append(more);
    }
    return box;
  };

  // Show the facets' values; the focus stays on the value that it is on.
  bibwiki.showFacets = (place, counts, filters) => {
    const { name, value } = document.activeElement ?? {};
    const isOpen = (facet) =>
      place.querySelector(`[data-facet=${facet}] details`)?.open ?? false;
    const boxes = bibwiki.fullText.FACETS.filter(
      (facet) => counts[facet].size || filters[facet].size,
    ).map((facet) => facetBox(facet, counts[facet], filters[facet], isOpen(facet)));
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...boxes);
    if (!hadFocus) return;
    const same = [...place.querySelectorAll("input")].find(
      (box) => box.name === name && box.value === value,
    );
    same?.focus();
  };
})();
