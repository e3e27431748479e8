// The index of names: finds people, works, topics ... by what they are called.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { words } = bibwiki;

  // The index. Records come in two steps, things first, and are added piece by piece
  // so that typing never waits; whatever is there can be searched.
  const records = [];
  const boosts = [];
  let index;
  let state = "loading";
  const listeners = [];
  const changed = () => listeners.forEach((listener) => listener());
  const add = (found) => {
    const start = records.length;
    for (const record of found) {
      records.push(record);
      // Of two people of a name, the one with more works comes first.
      boosts.push(record.isWork ? 1 : 1.6 + Math.log10(1 + record.works) / 10);
    }
    const documents = found.map((record, n) => ({
      id: start + n,
      title: record.title,
      names: record.names.join(" "),
      key: record.isWork ? record.row[0] : "",
      who: record.who,
      year: String(record.year),
    }));
    return index.addAllAsync(documents, { chunkSize: 400 });
  };
  const prepare = async () => {
    await Promise.all([bibwiki.load("vendor/minisearch.js"), bibwiki.things()]);
    index = new window.bibwikiMiniSearch({
      fields: ["title", "names", "key", "who", "year"],
      tokenize: words,
      processTerm: (term) => term,
    });
    await add(await bibwiki.things());
    const others = await bibwiki.otherWorks();
    if (others.length) {
      changed();
      await add(others);
    }
    state = "ready";
    changed();
  };
  let preparing;
  const start = () => {
    preparing ??= prepare().catch(() => {
      preparing = undefined;
      state = index ? "ready" : "failed";
      changed();
    });
    return preparing;
  };

  // A first letter, or half a year, would match half of all pages: beside longer words
  // it only moves up the pages that have it, and alone it stands for titles.
  const isShort = (term) =>
    /^\d{1,3}$/.test(term) || (term.length === 1 && !bibwiki.isSigns(term));
  const OPTIONS = {
    tokenize: (term) => [term],
    prefix: (term) => !/^\d{4}$/.test(term),
    fuzzy: (term) => (term.length > 3 && !/^\d+$/.test(term) ? 0.2 : false),
    boost: { title: 3, names: 2 },
  };
  const IN_TITLES = { ...OPTIONS, fields: ["title", "names"] };
  const find = (terms, combineWith) => {
    const long = terms.filter((term) => !isShort(term));
    const short = { combineWith: "OR", queries: terms.filter(isShort) };
    const boostDocument = (id) => boosts[id];
    if (!long.length) return index.search({ ...short, combineWith }, { ...IN_TITLES, boostDocument });
    const exact = { ...IN_TITLES, prefix: false };
    const lifted = new Set(index.search(short, exact).map(({ id }) => id));
    return index.search(
      { combineWith, queries: long },
      { ...OPTIONS, boostDocument: (id) => (lifted.has(id) ? 2 : 1) * boosts[id] },
    );
  };
  const search = (text) => {
    const terms = [...new Set(words(text))];
    if (!index || !terms.length) return { hits: [], near: false };
    const hits = find(terms, "AND");
    if (hits.length || terms.length < 2) return { hits, near: false };
    const near = find(terms, "OR");
    return { hits: near, near: near.length > 0 };
  };

  // search(text) has hits with the id of a record; near is true where none has all
  // words. state() is "loading", "ready" or "failed"; a listener hears of changes.
  bibwiki.names = {
    records,
    search,
    start,
    state: () => state,
    onChange: (listener) => listeners.push(listener),
  };
})();
