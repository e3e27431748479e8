// The full-text index, loaded piece by piece: bibwiki.pages.site.search.files writes it,
// and the two change together. A query needs a few files; none is loaded twice.
(() => {
  "use strict";
  const { bibwiki } = window;

  const files = new Map();
  window.bibwikiSearch = (name, value) => files.set(name, value);
  const file = async (name) => {
    await bibwiki.load(`bibwiki/search/${name}.js`);
    return files.get(name);
  };
  const fileFor = (kind, beginning) => {
    const codes = () => [...beginning].map((sign) => sign.codePointAt(0).toString(16));
    const plain = /^[a-z0-9]+$/i.test(beginning);
    return file(`${kind}-${plain ? beginning : `_${codes().join("-")}`}`);
  };
  let about;
  const open = async () => {
    about ??= await file("index");
    return about;
  };

  // Words. What a query's word stands for: itself, words that begin with it, and the
  // same without a plural's s; each with a factor for how good that is.
  const MOST_FILES = 6;
  const PLACES = [1, 2, 4, 6]; // text, subjects, names, title
  const isYear = (word) => /^\d{4}$/.test(word);
  const longest = (word) =>
    about.terms.reduce((best, b) => (word.startsWith(b) && b.length > best.length ? b : best), "");
  const wordsLike = async (word) => {
    const found = [];
    const home = longest(word);
    const below = about.terms.filter((b) => b !== home && b.startsWith(word));
    const isWide = below.length > MOST_FILES || isYear(word);
    const beginnings = [home, ...(isWide ? [] : below)].filter(Boolean);
    const canBegin = !isWide && (word.length > 2 || bibwiki.isSigns(word));
    for (const rows of await Promise.all(beginnings.map((b) => fileFor("terms", b)))) {
      if (Object.hasOwn(rows, word)) found.push([word, rows[word], 1]);
      if (!canBegin) continue;
      for (const [other, row] of Object.entries(rows))
        if (other !== word && other.startsWith(word)) found.push([other, row, 0.6]);
    }
    return found;
  };
  const withoutPlural = async (word) => {
    if (word.length < 4 || !word.endsWith("s")) return [];
    const single = word.slice(0, -1);
    const rows = longest(single) ? await fileFor("terms", longest(single)) : {};
    return Object.hasOwn(rows, single) ? [[single, rows[single], 0.8]] : [];
  };

  // Spelling: the fewest letters changed, then the more frequent word. Two letters that
  // changed places are one change.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };
  const corrected = async (word) => {
    if (word.length < 4 || /\d/.test(word) || bibwiki.isSigns(word)) return "";
    const letters = [...new Set([word[0], word[1]])].filter((l) => about.spelling.includes(l));
    const lists = await Promise.all(letters.map((letter) => fileFor("spelling", letter)));
    let best = "";
    let fewest = word.length < 8 ? 2 : 3;
    for (const other of lists.flatMap((list) => list.split(" "))) {
      const changes = distance(word, other, fewest - 1);
      if (changes < fewest) [best, fewest] = [other, changes];
    }
    return best;
  };

  // Where nothing is spelt like it, the beginning that it shares with a known word:
  // "interpret" for "interpreting".
  const stem = async (word) => {
    if (word.length < 6 || !about.spelling.includes(word[0])) return "";
    const shared = (other) => {
      let n = 1;
      while (n < word.length && other[n] === word[n]) n += 1;
      return n;
    };
    const known = (await fileFor("spelling", word[0])).split(" ");
    const most = known.reduce((best, other) => Math.max(best, shared(other)), 0);
    return most >= Math.max(4, word.length - 4) ? word.slice(0, most) : "";
  };

  // One word of a query: how well each document has it, and what it was taken for.
  const meaning = async (typed) => {
    let word = typed;
    let rows = (await Promise.all([wordsLike(word), withoutPlural(word)])).flat();
    if (!rows.length) {
      word = (await corrected(typed)) || (await stem(typed));
      if (word) rows = await wordsLike(word);
    }
    const scores = new Map();
    for (const [, deltas, factor] of rows) {
      let code = 0;
      for (const delta of deltas) {
        code += delta;
        const score = factor * PLACES[code % 4];
        const number = code >> 2;
        if (!(scores.get(number) >= score)) scores.set(number, score);
      }
    }
    const rarity = Math.log(1 + about.documents / Math.max(1, scores.size));
    return { typed, word, scores, rarity };
  };
  const combined = (meanings, all) => {
    const total = new Map();
    const [first, ...rest] = [...meanings].sort((a, b) => a.scores.size - b.scores.size);
    if (!all) {
      for (const { scores, rarity } of meanings)
        for (const [number, score] of scores)
          total.set(number, (total.get(number) ?? 0) + (score + 4) * rarity);
      return total;
    }
    for (const [number, score] of first.scores) {
      const others = rest.map(({ scores, rarity }) => scores.get(number) * rarity);
      const sum = others.reduce((a, b) => a + b, score * first.rarity);
      if (!Number.isNaN(sum)) total.set(number, sum);
    }
    return total;
  };
  const matches = async (text) => {
    const typed = [...new Set(bibwiki.words(text))];
    const telling = typed.filter((word) => !about.common.includes(word));
    const meanings = await Promise.all((telling.length ? telling : typed).map(meaning));
    const known = meanings.filter(({ scores }) => scores.size);
    const missing = meanings.filter(({ scores }) => !scores.size).map(({ typed: t }) => t);
    let scores = known.length ? combined(known, true) : new Map();
    const isNear = missing.length > 0 || !scores.size;
    if (!scores.size && known.length > 1) scores = combined(known, false);
    return {
      scores,
      isNear: isNear && scores.size > 0,
      missing,
      corrections: known.filter((m) => m.word !== m.typed).map((m) => [m.typed, m.word]),
      marks: known.map(({ word }) => word),
    };
  };

  // Pagefind adds documents that have all words in other forms: after those that have
  // the words themselves, and in place of those that have only some.
  const withInflections = async (found) => {
    if (!bibwiki.inflected || found.missing.length || !found.marks.length) return found;
    const others = await bibwiki.inflected(found.marks.join(" "));
    if (!others.size) return found;
    if (found.isNear || !found.scores.size) return { ...found, scores: others, isNear: false };
    for (const [number, score] of others)
      if (!found.scores.has(number)) found.scores.set(number, score / 1e6);
    return found;
  };

  // Facets: of all documents in blocks that have a hit.
  const THINGS = new Set(["Person", "Topic", "Venue", "Organization", "Event"]);
  const spread = (runs) => {
    const values = [];
    for (let n = 0; n < runs.length; n += 2)
      for (let m = 0; m < runs[n + 1]; m += 1) values.push(runs[n]);
    return values;
  };
  const blocks = new Map();
  const block = async (number) => {
    if (!blocks.has(number)) {
      const rows = await file(`facets-${number}`);
      const [labels, years, venues] = [rows.labels, rows.years, rows.venues].map(spread);
      blocks.set(number, { labels, years, venues, topics: rows.topics });
    }
    return blocks.get(number);
  };
  const valuesOf = (number) => {
    const rows = blocks.get(Math.floor(number / about.block));
    const n = number % about.block;
    const year = rows.years[n];
    const venue = rows.venues[n];
    return {
      type: [about.labels[rows.labels[n]]],
      year: year ? [String(year)] : [],
      venue: venue ? [about.venues[venue - 1]] : [],
      topic: (rows.topics[n] || []).map((topic) => about.topics[topic]),
    };
  };
  const FACETS = ["type", "year", "venue", "topic"];
  const filtered = (numbers, filters) => {
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    const kept = [];
    const asked = FACETS.filter((facet) => filters[facet]?.size);
    for (const number of numbers) {
      const values = valuesOf(number);
      const failed = asked.filter((facet) => !values[facet].some((v) => filters[facet].has(v)));
      if (!failed.length) kept.push({ number, values });
      // A facet's counts say what choosing one more of its values would add.
      for (const facet of FACETS)
        if (failed.every((other) => other === facet))
          for (const value of new Set(values[facet]))
            counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
    return { kept, counts };
  };

  const titlePlaces = async (numbers) => {
    const used = [...new Set(numbers.map((n) => Math.floor(n / about.block)))];
    const lists = new Map();
    await Promise.all(used.map(async (b) => lists.set(b, await file(`titles-${b}`))));
    return (n) => lists.get(Math.floor(n / about.block))[n % about.block];
  };
  const sorted = async (kept, sort, scores) => {
    const year = ({ values }) => Number(values.year[0] ?? 0);
    const order = {
      newest: (a, b) => year(b) - year(a),
      // What has no year comes last.
      oldest: (a, b) => (year(a) || 9999) - (year(b) || 9999),
    }[sort];
    if (order) return kept.sort((a, b) => order(a, b) || a.number - b.number);
    if (sort === "title") {
      const place = await titlePlaces(kept.map(({ number }) => number));
      return kept.sort((a, b) => place(a.number) - place(b.number));
    }
    const lift = ({ values }) => (THINGS.has(values.type[0]) ? 1.6 : 1);
    for (const hit of kept) hit.score = (scores.get(hit.number) ?? 0) * lift(hit);
    return kept.sort((a, b) => b.score - a.score || a.number - b.number);
  };

  // Everything that a query finds. Without words, everything that the filters leave.
  const search = async (text, filters = {}, sort = "relevance") => {
    await open();
    const phrases = bibwiki.phrases(text);
    const more = phrases.length ? (f) => bibwiki.withPhrases(f, phrases) : withInflections;
    const found = bibwiki.words(text).length ? await more(await matches(text)) : undefined;
    const numbers = found ? [...found.scores.keys()] : [...Array(about.documents).keys()];
    const used = new Set(numbers.map((number) => Math.floor(number / about.block)));
    await Promise.all([...used].map(block));
    const { kept, counts } = filtered(numbers, filters);
    const scores = found?.scores ?? new Map();
    return {
      ...(found ?? { isNear: false, missing: [], corrections: [], marks: [] }),
      hits: (await sorted(kept, sort, scores)).map(({ number }) => number),
      counts,
    };
  };

  // What is shown of some documents, in their order.
  const KEYS = ["path", "kind", "label", "title", "line", "state", "also", "text"];
  const results = (numbers) =>
    Promise.all(
      numbers.map(async (number) => {
        const after = about.results.findIndex((start) => start > number);
        const place = (after < 0 ? about.results.length : after) - 1;
        const rows = await file(`results-${place}`);
        const row = rows[number - about.results[place]];
        return Object.fromEntries(KEYS.map((key, n) => [key, row[n] ?? ""]));
      }),
    );

  bibwiki.fullText = { FACETS, open, search, results };
})();
