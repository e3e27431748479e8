// The search page: what was asked stands in the address, so that going back, a reload
// and a link show the same.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { part, fullText } = bibwiki;
  const PER_PAGE = 10;
  const SORTS = ["relevance", "newest", "oldest", "title"];

  const page = document.getElementById("bw-find");
  const form = document.querySelector("form[role=search]");
  const field = form.querySelector("input[type=search]");
  const status = page.querySelector("[role=status]");
  const list = page.querySelector(".find-results");
  const more = page.querySelector(".find-next");
  const sort = page.querySelector("select");
  const facets = page.querySelector(".find-facets");
  const facetList = facets.querySelector("div");
  const advice = page.querySelector(".find-advice");

  // The state, and its address.
  const read = () => {
    const asked = new URLSearchParams(location.search);
    const filters = fullText.FACETS.map((facet) => [facet, new Set(asked.getAll(facet))]);
    return {
      query: asked.get("q") ?? "",
      filters: Object.fromEntries(filters),
      sort: SORTS.includes(asked.get("sort")) ? asked.get("sort") : SORTS[0],
      shown: Math.max(PER_PAGE, Number.parseInt(asked.get("show"), 10) || 0),
    };
  };
  let state = read();
  const address = () => {
    const asked = new URLSearchParams();
    if (state.query) asked.set("q", state.query);
    for (const facet of fullText.FACETS)
      for (const value of state.filters[facet]) asked.append(facet, value);
    if (state.sort !== SORTS[0]) asked.set("sort", state.sort);
    if (state.shown > PER_PAGE) asked.set("show", state.shown);
    const text = asked.toString();
    return location.pathname + (text ? `?${text}` : "");
  };
  const isFiltered = () => fullText.FACETS.some((facet) => state.filters[facet].size);

  // What was found.
  const quoted = (words) => words.map((word) => `“${word}”`).join(", ");
  const message = ({ hits, isNear, missing, corrections, isUnsaid, lookedAt }) => {
    if (!state.query.trim() && !isFiltered()) return "";
    const count = hits.length === 1 ? "1 result" : `${hits.length.toLocaleString("en")} results`;
    const typed = corrections.map(([wrong, right]) => `“${right}” (nothing has “${wrong}”)`);
    const parts = [hits.length ? count : "Nothing was found"];
    if (typed.length) parts[0] += ` for ${typed.join(", ")}`;
    if (missing.length && hits.length) parts.push(`nothing has ${quoted(missing)}`);
    else if (isUnsaid && hits.length) parts.push("no page has the words in quotes in this order");
    else if (isNear) parts.push("no page has all of these words; the nearest come first");
    if (lookedAt) parts.push(`the ${lookedAt} best pages were read for the words in quotes`);
    return `${parts.join("; ")}.`;
  };
  const row = (result, marks) => {
    const item = part("li", "find-result", "");
    const head = part("p", "find-title", "");
    const link = part("a", "", "");
    link.href = bibwiki.addressOf(result.path);
    link.dir = "auto";
    link.append(...bibwiki.marked(result.title, marks));
    head.append(part("span", `bw-badge bw-badge-${result.kind}`, result.label), " ", link);
    if (result.state) head.append(" ", part("span", "bw-badge bw-badge-alert", result.state));
    item.append(head);
    const facts = [result.line, result.also && `also ${result.also}`].filter(Boolean);
    const line = part("p", "find-line", "");
    line.append(...bibwiki.marked(facts.join(" · "), marks));
    const excerpt = part("p", "find-excerpt", "");
    excerpt.dir = "auto";
    excerpt.append(...bibwiki.excerpt(result.text, marks));
    item.append(...[line, excerpt].filter((element) => element.childNodes.length));
    return item;
  };
  const showNames = async () => {
    await bibwiki.all("bibwiki/search.css", ...bibwiki.NAMES);
    const { names } = bibwiki;
    await names.start();
    const near = names.search(state.query).hits.slice(0, 5);
    const rows = near.map(({ id }) => {
      const item = part("li", "", "");
      const link = part("a", "", names.records[id].title);
      link.href = names.records[id].address;
      item.append(link);
      return item;
    });
    if (!rows.length) return;
    const listed = part("ul", "", "");
    listed.append(...rows);
    advice.replaceChildren(part("p", "", "Pages with a similar name:"), listed);
  };
  let turn = 0;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const found = await fullText.search(state.query, state.filters, state.sort);
    const isAsked = Boolean(state.query.trim()) || isFiltered();
    const wanted = isAsked ? found.hits.slice(0, state.shown) : [];
    const results = await fullText.results(wanted);
    if (mine !== turn) return; // something else was asked meanwhile
    list.replaceChildren(...results.map((result) => row(result, found.marks)));
    more.hidden = !isAsked || found.hits.length <= state.shown;
    status.textContent = message(found);
    bibwiki.showFacets(facetList, found.counts, state.filters);
    advice.replaceChildren();
    if (isAsked && !found.hits.length && state.query.trim() && !isFiltered())
      showNames().catch(() => {});
  };

  // Without our index, Sphinx's own search; it reads the address by itself.
  const fallBack = async () => {
    page.hidden = true;
    for (const name of ["language_data.js", "searchtools.js", "../searchindex.js"])
      await bibwiki.load(name);
  };
  let hasFailed = false;
  const update = () =>
    hasFailed ||
    show().catch(() => {
      hasFailed = true;
      return fallBack().catch(() => {
        page.hidden = false;
        status.textContent = "The index could not be loaded.";
      });
    });
  const fill = () => {
    field.value = state.query;
    sort.value = state.sort;
    facets.classList.toggle("find-filtered", isFiltered());
  };
  // A step of its own for the back button, or a change of this one.
  const go = (isStep) => {
    if (hasFailed) return;
    history[isStep ? "pushState" : "replaceState"](null, "", address());
    facets.classList.toggle("find-filtered", isFiltered());
    update();
  };

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state = { ...state, query: field.value, shown: PER_PAGE };
      go(false);
    }, 150);
  });
  form.addEventListener("submit", (event) => {
    if (hasFailed) return; // the page comes again, and Sphinx reads its address
    event.preventDefault();
    clearTimeout(timer);
    state = { ...state, query: field.value, shown: PER_PAGE };
    go(true);
  });
  facetList.addEventListener("change", ({ target }) => {
    const chosen = state.filters[target.name];
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    state.shown = PER_PAGE;
    go(true);
  });
  sort.addEventListener("change", () => {
    state.sort = sort.value;
    go(true);
  });
  more.addEventListener("click", async () => {
    const before = list.children.length;
    state.shown += PER_PAGE;
    history.replaceState(null, "", address());
    await update();
    list.children[before]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    state = read();
    fill();
    update();
  });

  // Beside the results where there is room, else behind a line above them.
  const wide = matchMedia("(min-width: 48rem)");
  const unfold = () => {
    facets.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();
  page.hidden = false;
  fill();
  update();
})();
