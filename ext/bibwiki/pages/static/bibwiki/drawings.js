// Graphs: where a pointer or the focus rests, the node's own lines are drawn again on
// top, and everything else fades. Lines end at the middle of dots, and so tell what is at
// their other end. Lines are pieces of paths, or in drawings as wide as the text elements.
(() => {
  "use strict";
  const LINE = /M(\d+ \d+)L(\d+ \d+)/g;

  const linesOf = (svg) => {
    const found = [];
    for (const path of svg.querySelectorAll("path[data-bw-line]")) {
      for (const [d, from, to] of path.getAttribute("d").matchAll(LINE)) {
        const copy = () => {
          const line = document.createElementNS(svg.namespaceURI, "path");
          line.setAttribute("d", d);
          return line;
        };
        found.push({ from, to, copy });
      }
    }
    for (const line of svg.querySelectorAll("g:not([data-bw-line=axis], [data-bw-line=grid]) > line")) {
      const end = (n) => `${line.getAttribute(`x${n}`)} ${line.getAttribute(`y${n}`)}`;
      const [from, to] = [end(1), end(2)];
      found.push({ from, to, copy: () => line.cloneNode() });
    }
    return found;
  };

  const prepare = (svg) => {
    const ends = new Map();
    for (const { from, to, copy } of linesOf(svg)) {
      for (const [own, other] of [[from, to], [to, from]]) {
        if (!ends.has(own)) ends.set(own, []);
        ends.get(own).push([other, copy]);
      }
    }
    const nodes = new Map();
    for (const dot of svg.querySelectorAll(":is(a, g) > circle")) {
      const place = `${dot.getAttribute("cx")} ${dot.getAttribute("cy")}`;
      if (ends.has(place)) nodes.set(dot.parentElement, place);
    }
    if (!nodes.size) return;

    const lit = document.createElementNS(svg.namespaceURI, "g");
    lit.dataset.bwLine = "lit";
    lit.setAttribute("aria-hidden", "true");
    svg.querySelector("a").before(lit);

    const show = (node) => {
      const own = ends.get(nodes.get(node)) ?? [];
      const near = new Set([nodes.get(node), ...own.map(([place]) => place)]);
      lit.replaceChildren(...own.map(([, copy]) => copy()));
      svg.toggleAttribute("data-bw-lit", own.length > 0);
      for (const [other, place] of nodes)
        other.toggleAttribute("data-bw-near", own.length > 0 && near.has(place));
    };
    const focused = () => {
      const { activeElement: link } = document;
      return link?.matches(":focus-visible") && nodes.has(link) ? link : undefined;
    };
    svg.addEventListener("mouseover", ({ target }) => show(target.closest("a") ?? focused()));
    svg.addEventListener("mouseleave", () => show(focused()));
    // Not on the drawing: Chromium stops with Tab at SVG that listens to the focus.
    svg.parentElement.addEventListener("focusin", () => show(focused()));
    svg.parentElement.addEventListener("focusout", () => show());
  };

  for (const svg of document.querySelectorAll(".bw-picture .bw-canvas > svg")) prepare(svg);
})();
