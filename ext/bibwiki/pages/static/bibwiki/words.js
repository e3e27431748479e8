// Cuts texts into words that match whatever their spelling: for searching by name and
// in the full text. bibwiki.pages.site.search.words does the same when an index is made.
(() => {
  "use strict";
  const { bibwiki } = window;

  // Folding, as bibwiki.catalogue.folding does it: letters that Unicode does not take
  // apart, accents, and the optional vowel points of Hebrew and Arabic.
  const LETTERS = {
    ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ŋ: "n", ı: "i",
    ς: "σ", þ: "th", æ: "ae", œ: "oe", ß: "ss", ی: "ي", ک: "ك", ـ: "",
  };
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const ACCENT =
    /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670\u1ab0-\u1aff\u1dc0-\u1dff'`\u2018\u2019\u02b9\u02bb\u02bc\u2032]/g;
  const fold = (text) => {
    const lower = text.toLowerCase();
    // eslint-disable-next-line no-control-regex
    if (/^[\0-&(-_a-\x7f]*$/.test(lower)) return lower;
    return lower
      .normalize("NFKD")
      .replace(ACCENT, "")
      .replace(LETTER, (letter) => LETTERS[letter])
      .normalize("NFC");
  };
  const SIGNS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー";
  const RUNS = new RegExp(`[${SIGNS}]+|[^${SIGNS}]+`, "gu");
  const IS_SIGNS = new RegExp(`^[${SIGNS}]`, "u");
  // Scripts that are written without spaces are cut into pairs of signs.
  const pairs = (run) => {
    const signs = [...run];
    if (signs.length < 2) return signs;
    return signs.slice(1).map((sign, n) => signs[n] + sign);
  };
  const words = (text) =>
    (fold(text).match(/[\p{L}\p{N}\p{M}+#]+/gu) ?? []).flatMap((word) =>
      word.match(RUNS).flatMap((run) => (IS_SIGNS.test(run) ? pairs(run) : [run])),
    );
  bibwiki.fold = fold;
  bibwiki.words = words;
  bibwiki.isSigns = (word) => IS_SIGNS.test(word);
})();
