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
  const download = (box, filename) => {
    const text = box.querySelector("pre").textContent;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-bibtex" }));
    link.download = filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
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

  // 404: search for the words of the address that led nowhere.
  const field = document.querySelector("#page-not-found .bw-search input");
  if (field) {
    const words = decoded(location.pathname).replace(/\.html?$/, "");
    field.value = words.split("/").pop().replace(/[-_.]+/g, " ").trim();
  }

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
  const bibwiki = { load, all, NAMES, root, addressOf, part, searchPage };
  window.bibwiki = bibwiki;

  // The theme's search page.
  const find = document.getElementById("bw-find");
  if (find) {
    const scripts = ["words", "search_index", "excerpts", "search_facets", "search_page"];
    all(...scripts.map((name) => `bibwiki/${name}.js`)).catch(() => {});
  }

  // Drawings that show more where a pointer rests.
  if (document.querySelector(".bw-picture")) load("bibwiki/drawings.js").catch(() => {});
  if (document.querySelector("[data-bw-explore]")) load("bibwiki/explore.js").catch(() => {});

  // Keys: in the capture phase, before anybody else's. Output without a search page
  // has no pages to jump to either.
  const open = async (what) => {
    try {
      await all("bibwiki/search.css", ...NAMES, "bibwiki/palette.js");
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
})();
