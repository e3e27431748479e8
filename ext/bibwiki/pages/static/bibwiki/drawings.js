// Graphs: where a pointer or the focus rests, the person's own lines are drawn again on
// top, and everybody else fades. Lines end at the middle of dots, and so tell who is at
// their other end.
(() => {
  "use strict";
  const LINE = /M(\d+ \d+)L(\d+ \d+)/g;

  const prepare = (svg) => {
    const ends = new Map();
    for (const path of svg.querySelectorAll("path[data-bw-line]")) {
      for (const [line, from, to] of path.getAttribute("d").matchAll(LINE)) {
        for (const [own, other] of [[from, to], [to, from]]) {
          if (!ends.has(own)) ends.set(own, []);
          ends.get(own).push([other, line]);
        }
      }
    }
    const people = new Map();
    for (const link of svg.querySelectorAll("a")) {
      const dot = link.querySelector("circle");
      const place = dot && `${dot.getAttribute("cx")} ${dot.getAttribute("cy")}`;
      if (ends.has(place)) people.set(link, place);
    }
    if (!people.size) return;

    const lit = document.createElementNS(svg.namespaceURI, "path");
    lit.dataset.bwLine = "lit";
    lit.setAttribute("aria-hidden", "true");
    svg.querySelector("a").before(lit);

    const show = (link) => {
      const own = ends.get(people.get(link)) ?? [];
      const near = new Set([people.get(link), ...own.map(([place]) => place)]);
      lit.setAttribute("d", own.map(([, line]) => line).join(""));
      svg.toggleAttribute("data-bw-lit", own.length > 0);
      for (const [other, place] of people)
        other.toggleAttribute("data-bw-near", own.length > 0 && near.has(place));
    };
    const focused = () => {
      const { activeElement: link } = document;
      return link?.matches(":focus-visible") && people.has(link) ? link : undefined;
    };
    svg.addEventListener("mouseover", ({ target }) => show(target.closest("a") ?? focused()));
    svg.addEventListener("mouseleave", () => show(focused()));
    // Not on the drawing: Chromium stops with Tab at SVG that listens to the focus.
    svg.parentElement.addEventListener("focusin", () => show(focused()));
    svg.parentElement.addEventListener("focusout", () => show());
  };

  for (const svg of document.querySelectorAll(".bw-picture-wide .bw-canvas > svg")) prepare(svg);
})();
