// What a wiki's pages do beyond plain HTML: copying and saving BibTeX, opening folds,
// and fetching what searching by name and previews need when they are first used.
// Everything here is an extra; its controls stay hidden until this script runs.
(() => {
  "use strict";

  // Copy and download. The message goes into a live region, so that it is also heard.
  const say = (box, message) => {
    const status = box.querySelector(".bw-status");
    status.textContent = message;
    setTimeout(() => {
      status.textContent = "";
    }, 3000);
  };
  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  const copy = async (box) => {
    const text = box.querySelector("pre");
    try {
      await navigator.clipboard.writeText(text.textContent);
      say(box, "Copied");
    } catch {
      // No clipboard, e.g. on a page that came without https.
      select(text);
      say(box, "Selected: press Ctrl or Cmd and C");
    }
  };
  const save = (text, filename) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-bibtex" }));
    link.download = filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const download = (box, filename) => save(box.querySelector("pre").textContent, filename);
  for (const box of document.querySelectorAll(".bw-code")) {
    const tools = box.querySelector(".bw-code-tools");
    tools.hidden = false;
    tools.addEventListener("click", ({ target }) => {
      if (target.matches("[data-bw-copy]")) copy(box);
      else if (target.matches("[data-bw-download]")) download(box, target.dataset.bwDownload);
    });
  }

  // Addresses may hold anything, also percent signs that encode nothing.
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  // Folds: open around what the address names, and all of them on paper.
  const openAround = () => {
    const id = decoded(location.hash.slice(1));
    let fold = id && document.getElementById(id)?.closest("details");
    while (fold) {
      fold.open = true;
      fold = fold.parentElement.closest("details");
    }
  };
  addEventListener("hashchange", openAround);
  openAround();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(":is(.bw-fold, .bw-more):not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });

  // What is used on few pages comes on first use, from the folder of this script.
  const { src: base } = document.currentScript;
  const loading = new Map();
  const element = (name) => {
    const address = new URL(name, base).href;
    if (!name.endsWith(".css")) {
      const script = document.createElement("script");
      // Not async: they run in the order in which they were asked for.
      return Object.assign(script, { src: address, async: false });
    }
    const style = document.createElement("link");
    return Object.assign(style, { rel: "stylesheet", href: address });
  };
  const load = (name) => {
    if (!loading.has(name)) {
      const loaded = new Promise((resolve, reject) => {
        const asked = element(name);
        asked.onload = resolve;
        asked.onerror = () => {
          loading.delete(name);
          asked.remove();
          reject(new Error(`${name} cannot be loaded`));
        };
        document.head.append(asked);
      });
      loading.set(name, loaded);
    }
    return loading.get(name);
  };
  const all = (...names) => Promise.all(names.map(load));
  // Sphinx links to a search page also from output that is one long page without one.
  const options = typeof DOCUMENTATION_OPTIONS === "undefined" ? {} : DOCUMENTATION_OPTIONS;
  const isOnePage = options.BUILDER === "singlehtml";
  const toSearch = document.querySelector('link[rel="search"]');
  const searchPage = isOnePage ? undefined : toSearch?.href;
  const NAMES = ["bibwiki/records.js", "bibwiki/words.js", "bibwiki/names.js"];
  const root = new URL("..", base).href;
  const addressOf = (path) => root + path.split("/").map(encodeURIComponent).join("/");
  const part = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const bibwiki = { load, all, NAMES, root, addressOf, part, save, searchPage };
  window.bibwiki = bibwiki;

  // The theme's search page.
  const find = document.getElementById("bw-find");
  if (find) {
    const scripts = ["words", "search_phrases", "search_index", "excerpts"];
    scripts.push("search_facets", "search_page");
    if ("bwPagefind" in find.dataset) scripts.unshift("search_pagefind");
    all(...scripts.map((name) => `bibwiki/${name}.js`)).catch(() => {});
  }

  // 404: search for the words of the address that led nowhere, and suggest pages.
  const field = document.querySelector("#page-not-found .bw-search input");
  if (field) {
    const parts = decoded(location.pathname).replace(/(\/index)?\.html?$/, "").split("/");
    const [folder, last] = parts.filter(Boolean).slice(-2);
    const wanted = (last ?? folder ?? "").replace(/[-_.]+/g, " ").trim();
    // At its own address, the page stands for no other.
    field.value = wanted === "404" ? "" : wanted;
    bibwiki.missing = { words: field.value, folder };
    if (field.value)
      all("bibwiki/search.css", ...NAMES, "bibwiki/not_found.js").catch(() => {});
  }

  // Drawings that show more where a pointer rests.
  if (document.querySelector(".bw-picture")) load("bibwiki/drawings.js").catch(() => {});
  if (document.querySelector("[data-bw-explore]")) load("bibwiki/explore.js").catch(() => {});

  // Keys: in the capture phase, before anybody else's. Output without a search page
  // has no pages to jump to either.
  const open = async (what) => {
    try {
      await all("bibwiki/search.css", ...NAMES, "bibwiki/dialogs.js", "bibwiki/palette.js");
    } catch {
      location.href = searchPage;
      return;
    }
    bibwiki[what]();
  };
  const keysAreOff = () => {
    try {
      return localStorage.getItem("bibwiki-keys") === "off";
    } catch {
      return false;
    }
  };
  const wanted = (event) => {
    const { key } = event;
    if (event.altKey || event.isComposing) return "";
    if (event.ctrlKey || event.metaKey)
      return !event.shiftKey && key.toLowerCase() === "k" ? "openPalette" : "";
    const field = "input, textarea, select, [contenteditable]";
    if (event.target.closest?.(field)) return "";
    return { "/": "openPalette", "?": "openHelp" }[key] ?? "";
  };
  if (searchPage) {
    const onKey = (event) => {
      const what = wanted(event);
      if (!what) return;
      event.stopImmediatePropagation();
      // Single keys can be switched off: somebody may be speaking to the computer.
      if (keysAreOff() && !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open(what);
    };
    addEventListener("keydown", onKey, true);
    document.addEventListener("bibwiki:search", (event) => {
      event.preventDefault();
      open("openPalette");
    });
  }

  // Previews of links, where a pointer can rest on one. From the first such link on,
  // everything is up to the script that is loaded for it.
  const follow = (event) => {
    const link = event.target.closest?.("main a[href]:not(svg a), [role=main] a[href]:not(svg a)");
    if (!link?.href.startsWith(bibwiki.root) || link.hash) return;
    removeEventListener("mouseover", follow);
    removeEventListener("focusin", follow);
    all("bibwiki/search.css", "bibwiki/records.js", "bibwiki/preview.js").catch(() => {});
  };
  if (searchPage && matchMedia("(hover: hover)").matches && !navigator.connection?.saveData) {
    addEventListener("mouseover", follow);
    addEventListener("focusin", follow);
  }

  // The citation basket: what was put in is kept in this browser, for this site alone.
  const shelf = `bibwiki-basket:${new URL(root).pathname}`;
  const isKept = (entry) => typeof entry?.path === "string" && typeof entry.title === "string";
  const basket = {
    all: () => {
      try {
        return JSON.parse(localStorage.getItem(shelf) ?? "[]").filter(isKept);
      } catch {
        return [];
      }
    },
    keep: (entries) => {
      try {
        localStorage.setItem(shelf, JSON.stringify(entries));
      } catch {
        // Storage is full or forbidden: nothing changes.
      }
      showBasket();
    },
  };
  bibwiki.basket = basket;
  const pathOf = (address) => {
    const plain = address.replace(/[?#].*$/s, "");
    return plain.startsWith(root) ? decoded(plain.slice(root.length)) : "";
  };
  const ticks = [];
  const counter = part("button", "frame-button bw-basket-open", "");
  const heard = part("p", "bw-unseen", "");
  const showBasket = () => {
    const kept = basket.all();
    const paths = new Set(kept.map(({ path }) => path));
    for (const { button, path } of ticks) {
      const isIn = paths.has(path);
      if (button.matches(".bw-tick")) {
        button.setAttribute("aria-pressed", String(isIn));
        button.title = isIn ? "In the basket" : "Add to basket";
      } else {
        button.textContent = isIn ? "Remove from basket" : "Add to basket";
      }
    }
    const works = kept.length === 1 ? "1 work" : `${kept.length} works`;
    counter.hidden = !kept.length;
    counter.setAttribute("aria-label", `Basket: ${works}`);
    counter.title = `Basket: ${works}`;
    counter.setAttribute("data-bw-count", kept.length);
  };
  const toggle = ({ path, title }) => {
    const kept = basket.all();
    const others = kept.filter((entry) => entry.path !== path);
    const isNew = others.length === kept.length;
    basket.keep(isNew ? [...kept, { path, title }] : others);
    const count = basket.all().length;
    heard.textContent = `${isNew ? "Added to" : "Removed from"} the basket, which holds ${count}.`;
  };
  const tick = (button, path, title) => {
    button.type = "button";
    button.addEventListener("click", () => toggle({ path, title }));
    ticks.push({ button, path });
    return button;
  };
  if (searchPage) {
    const work = document.querySelector('meta[name="citation_title"]');
    const path = work && pathOf(location.href);
    if (path) {
      const item = part("li", "bw-basket-add", "");
      const button = part("button", "bw-button", "");
      item.append(tick(button, path, work.content));
      document.querySelector(".bw-actions")?.append(item);
    }
    for (const link of document.querySelectorAll(".bw-work .bw-work-title a[href]")) {
      const button = part("button", "bw-tick", "");
      const title = link.textContent;
      button.append(part("span", "bw-unseen", `Basket: ${title}`));
      const linked = pathOf(link.href);
      if (linked) link.closest(".bw-work").append(tick(button, linked, title));
    }
    heard.setAttribute("role", "status");
    counter.type = "button";
    counter.addEventListener("click", async () => {
      const scripts = ["bibwiki/dialogs.js", "bibwiki/basket.js"];
      await all("bibwiki/search.css", ...scripts).catch(() => {});
      bibwiki.openBasket?.();
    });
    const tools = document.querySelector(".frame-tools");
    (tools ?? document.body).prepend(counter);
    document.body.append(heard);
    showBasket();
    addEventListener("storage", showBasket);
    addEventListener("pageshow", showBasket);
  }
})();
