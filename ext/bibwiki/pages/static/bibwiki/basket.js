// The citation basket's dialog: what was put in, and its export. Entries come in files
// that bibwiki.pages.site.entry_files makes; a work's file follows from its address.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { basket, part } = bibwiki;
  const FORMATS = [
    { name: "BibTeX", file: "basket.bib", join: (texts) => texts.join("\n") },
    { name: "BibLaTeX", file: "basket-biblatex.bib", join: (texts) => texts.join("\n") },
    { name: "RIS", file: "basket.ris", join: (texts) => texts.join("\n") },
    {
      name: "CSL-JSON",
      file: "basket.json",
      join: (texts) => `${JSON.stringify(texts.flatMap((text) => JSON.parse(text)), null, 2)}\n`,
    },
  ];

  const files = new Map();
  window.bibwikiEntries = (name, value) => files.set(name, value);
  const load = async (name) => {
    await bibwiki.load(`bibwiki/entries/${name}.js`);
    return files.get(name);
  };
  // FNV-1a: the file of a work, without a table of all works.
  const fileOf = (path, count) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(path))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash % count;
  };
  const entriesOf = async (paths) => {
    const count = await load("index");
    return Promise.all(
      paths.map(async (path) => (await load(fileOf(path, count)))[path]),
    );
  };

  const dialog = bibwiki.dialog(
    `<div class="bw-help-head"><h2 id="bw-basket-title">Basket</h2>${bibwiki.closeButton}</div>
    <p class="bw-basket-status" role="status"></p>
    <ul class="bw-list bw-basket-list"></ul>
    <div class="bw-basket-tools">
      <label>Format <select>${FORMATS.map(({ name }) => `<option>${name}</option>`).join("")}</select></label>
      <button type="button" class="bw-button bw-button-main" data-bw-basket="download">Download</button>
      <button type="button" class="bw-button" data-bw-basket="copy">Copy</button>
      <button type="button" class="bw-button" data-bw-basket="clear">Remove all</button>
      <button type="button" class="bw-button" data-bw-basket="undo" hidden>Undo</button>
    </div>`,
    "bw-basket",
  );
  dialog.setAttribute("aria-labelledby", "bw-basket-title");
  const list = dialog.querySelector("ul");
  const status = dialog.querySelector("[role=status]");
  const format = dialog.querySelector("select");
  const button = (what) => dialog.querySelector(`[data-bw-basket=${what}]`);
  let removed;

  const row = ({ path, title }) => {
    const item = part("li", "", "");
    const link = part("a", "", title);
    link.href = bibwiki.addressOf(path);
    link.dir = "auto";
    const remove = part("button", "bw-basket-remove", "×");
    remove.type = "button";
    remove.dataset.path = path;
    remove.setAttribute("aria-label", `Remove ${title}`);
    item.append(link, remove);
    return item;
  };
  const show = (message) => {
    const kept = basket.all();
    list.replaceChildren(...kept.map(row));
    list.hidden = !kept.length;
    for (const what of ["download", "copy", "clear"]) button(what).hidden = !kept.length;
    format.parentElement.hidden = !kept.length;
    button("undo").hidden = !removed;
    const count = kept.length === 1 ? "1 work" : `${kept.length} works`;
    status.textContent =
      message ?? (kept.length ? `${count}, kept in this browser alone.` : "The basket is empty.");
  };
  const change = (kept, message) => {
    removed = basket.all();
    basket.keep(kept);
    show(message);
  };

  const exported = async () => {
    const { name, file, join } = FORMATS[format.selectedIndex];
    const paths = basket.all().map(({ path }) => path);
    const entries = await entriesOf(paths);
    const found = entries.filter(Boolean);
    const lost = entries.length - found.length;
    const gone = lost ? `; ${lost} of them no longer in this wiki, and left out` : "";
    const text = join(found.map((entry) => entry[FORMATS.findIndex((f) => f.name === name)]));
    return { text, file, gone };
  };
  const actions = {
    download: async () => {
      const { text, file, gone } = await exported();
      bibwiki.save(text, file);
      return `Saved as ${file}${gone}.`;
    },
    copy: async () => {
      const { text, gone } = await exported();
      await navigator.clipboard.writeText(text);
      return `Copied${gone}.`;
    },
  };
  dialog.addEventListener("click", async ({ target }) => {
    const what = target.dataset.bwBasket;
    if (target.dataset.path !== undefined) {
      const kept = basket.all();
      const place = kept.findIndex(({ path }) => path === target.dataset.path);
      change(kept.filter((_, n) => n !== place), `Removed “${kept[place]?.title ?? ""}”.`);
      // The focus goes on to the next work, or to what takes the removal back.
      (list.querySelectorAll("button")[place] ?? button("undo")).focus();
    } else if (what === "clear") {
      change([], "All works were removed.");
      button("undo").focus();
    } else if (what === "undo") {
      basket.keep(removed);
      removed = undefined;
      show();
      dialog.querySelector("[data-bw-close]").focus();
    } else if (what) {
      try {
        status.textContent = await actions[what]();
      } catch {
        status.textContent = "That did not work: the entries could not be loaded or copied.";
      }
    }
  });

  bibwiki.openBasket = () => {
    removed = undefined;
    show();
    if (!dialog.open) dialog.showModal();
  };
})();
