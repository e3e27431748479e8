// Texts with the words that were searched for marked, as nodes; and the part of a long
// text that has most of them.
(() => {
  "use strict";
  const { bibwiki } = window;
  const LENGTH = 240;
  const WORD = /[\p{L}\p{N}\p{M}+#'’]+/gu;

  // The places of marks in a text: [start, end, which mark].
  const places = (text, marks) => {
    const found = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const folded = bibwiki.words(word);
      for (const [which, mark] of marks.entries()) {
        if (bibwiki.isSigns(mark)) {
          const at = word.indexOf(mark);
          if (at >= 0) found.push([index + at, index + at + mark.length, which]);
          continue;
        }
        const stem = mark.length > 3 && mark.endsWith("s") ? mark.slice(0, -1) : mark;
        const begins = (other) => other === mark || (stem.length > 2 && other.startsWith(stem));
        if (folded.some(begins)) {
          found.push([index, index + word.length, which]);
          break;
        }
      }
    }
    return found;
  };
  const marked = (text, found, from, to) => {
    const nodes = [];
    let at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      nodes.push(text.slice(at, start), bibwiki.part("mark", "", text.slice(start, end)));
      at = end;
    }
    nodes.push(text.slice(at, to));
    return nodes.filter(Boolean);
  };

  bibwiki.marked = (text, marks) => marked(text, places(text, marks), 0, text.length);
  bibwiki.excerpt = (text, marks) => {
    if (!text) return [];
    const found = places(text, marks);
    let best = 0;
    let most = 0;
    for (const [start] of found) {
      const inside = found.filter(([s, e]) => s >= start && e <= start + LENGTH - 40);
      // Different words count, and the more of them the better.
      const value = new Set(inside.map(([, , which]) => which)).size + inside.length / 100;
      if (value > most) [best, most] = [start, value];
    }
    let from = Math.max(0, best - 40);
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    if (from > best) from = best;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + LENGTH / 2);
    const nodes = marked(text, found, from, to);
    if (from > 0) nodes.unshift("… ");
    if (to < text.length) nodes.push(" …");
    return nodes;
  };
})();
