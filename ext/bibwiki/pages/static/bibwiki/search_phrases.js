// Phrases: words in quotes stand in a text one after the other, as they were typed. The
// index does not know where words stand, so the best documents that have all of them are
// looked at: at what is shown of each, which is the beginning of a very long text.
(() => {
  "use strict";
  const { bibwiki } = window;
  const LOOKED_AT = 100;
  const QUOTED = /["\u201c\u201d\u201e\u00ab]([^"\u201c\u201d\u201e\u00ab\u00bb]+)["\u201c\u201d\u00bb]/g;
  const PARTS = ["title", "line", "also", "text"];

  bibwiki.phrases = (text) =>
    [...text.matchAll(QUOTED)].map(([, said]) => bibwiki.words(said)).filter((p) => p.length);
  const says = (text, phrase) => {
    const words = bibwiki.words(text);
    return words.some((_, at) => phrase.every((word, n) => words[at + n] === word));
  };

  // What was found, of which only those that say all phrases are left. Where none does,
  // all are left, and what was found says so.
  bibwiki.withPhrases = async (found, phrases) => {
    const best = [...found.scores].sort(([a, x], [b, y]) => y - x || a - b);
    const numbers = best.slice(0, LOOKED_AT).map(([number]) => number);
    const rows = await bibwiki.fullText.results(numbers);
    const said = (row) => phrases.every((p) => PARTS.some((key) => says(row[key], p)));
    const kept = numbers.filter((_, n) => said(rows[n]));
    if (!kept.length) return { ...found, isUnsaid: best.length > 0 };
    return {
      ...found,
      scores: new Map(kept.map((number) => [number, found.scores.get(number)])),
      isNear: false,
      lookedAt: best.length > LOOKED_AT ? LOOKED_AT : 0,
    };
  };
})();
