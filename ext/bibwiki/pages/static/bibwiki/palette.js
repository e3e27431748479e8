// The palette: jumps to a person, work, topic ... by name; and the help on keys.
// Everything works with the keyboard alone, and from the disk.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { names, part, words } = bibwiki;
  const { records, search } = names;
  const SHOWN = 8;

  // Another name, where that is what was found.
  const otherName = ({ id, match }) => {
    const record = records[id];
    const terms = Object.keys(match).filter(
      (term) => match[term].includes("names") && !match[term].includes("title"),
    );
    if (record.isWork || !terms.length) return "";
    const name = record.names.find((n) => words(n).some((word) => terms.includes(word)));
    return name ? `also ${name}` : "";
  };

  const palette = bibwiki.dialog(
    `<div class="bw-palette-field">
      <input type="text" role="combobox" aria-label="Name of a page" aria-expanded="false"
        aria-controls="bw-found" aria-autocomplete="list" aria-describedby="bw-palette-keys"
        inputmode="search" enterkeyhint="go" autocomplete="off" autocapitalize="off"
        spellcheck="false" placeholder="Person, work, topic, venue …">
      ${bibwiki.closeButton}
    </div>
    <p class="bw-palette-status" role="status"></p>
    <ul class="bw-found" id="bw-found" role="listbox" aria-label="Pages" hidden></ul>
    <p class="bw-palette-keys"><span id="bw-palette-keys"><kbd>↑</kbd> <kbd>↓</kbd> move,
      <kbd>Enter</kbd> open, <kbd>Esc</kbd> close</span>
      <button type="button" class="bw-palette-help">All keys</button></p>`,
    "bw-palette",
  );
  palette.setAttribute("aria-label", "Jump to a page");
  const field = palette.querySelector("input");
  const list = palette.querySelector("ul");
  const status = palette.querySelector("[role=status]");
  let selected = -1;

  const select = (number) => {
    [...list.children].forEach((option, n) =>
      option.setAttribute("aria-selected", String(n === number)),
    );
    selected = number;
    const option = list.children[number];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };
  const go = (option, apart) => {
    const { url } = option.dataset;
    if (apart) {
      window.open(url, "_blank", "noopener");
      return;
    }
    palette.close();
    location.href = url;
  };
  const option = (number, url, parts) => {
    const item = part("li", "bw-found-row", "");
    item.id = `bw-found-${number}`;
    item.setAttribute("role", "option");
    item.dataset.url = url;
    item.append(...parts);
    return item;
  };
  const fullText = (query) => {
    const address = new URL(bibwiki.searchPage);
    address.searchParams.set("q", query);
    const words_ = ["Search full text for ", part("bdi", "bw-found-title", query)];
    return { url: address.href, parts: words_ };
  };
  const message = (query, hits, near) => {
    const state = names.state();
    if (state === "failed") return "The names of pages could not be loaded.";
    if (state === "loading" && !hits.length) return "Loading …";
    if (!hits.length) return `No page is called “${query}”.`;
    if (near) return "No page has all of these words. Nearest:";
    const found = hits.length === 1 ? "1 page" : `${hits.length.toLocaleString("en")} pages`;
    const shown = hits.length > SHOWN ? `${found}, the first ${SHOWN} are shown` : found;
    return state === "loading" ? `${shown}. Still loading …` : shown;
  };
  const update = () => {
    const query = field.value.trim();
    const { hits, near } = search(query);
    const rows = hits.slice(0, SHOWN).map((hit) => {
      const record = records[hit.id];
      return { url: record.address, parts: bibwiki.describe(record, otherName(hit)) };
    });
    if (query) rows.push(fullText(query));
    list.replaceChildren(...rows.map(({ url, parts }, n) => option(n, url, parts)));
    list.hidden = !rows.length;
    field.setAttribute("aria-expanded", String(rows.length > 0));
    status.textContent = query ? message(query, hits, near) : "";
    select(rows.length ? 0 : -1);
  };
  names.onChange(() => {
    // Somebody who has moved on in the list keeps their place.
    if (palette.open && selected <= 0) update();
  });

  field.addEventListener("input", update);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : count - 1;
      if (count) select((Math.max(selected, 0) + step) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (selected >= 0) go(list.children[selected], event.ctrlKey || event.metaKey);
    }
  });
  const onClick = (event) => {
    const item = event.target.closest("[role=option]");
    if (item) go(item, event.button === 1 || event.ctrlKey || event.metaKey);
  };
  list.addEventListener("click", onClick);
  list.addEventListener("auxclick", (event) => event.button === 1 && onClick(event));
  // The focus stays in the field: a phone's keyboard does not jump.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  const help = bibwiki.dialog(
    `<div class="bw-help-head"><h2 id="bw-help-title">Keys</h2>${bibwiki.closeButton}</div>
    <dl>
      <div><dt><kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>K</kbd>, or <kbd>/</kbd></dt>
        <dd>jump to a page by its name</dd></div>
      <div><dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>move in what was found</dd></div>
      <div><dt><kbd>Enter</kbd></dt><dd>open; with <kbd>Ctrl</kbd> or <kbd>⌘</kbd> in
        a new tab</dd></div>
      <div><dt><kbd>Esc</kbd></dt><dd>close a dialog or a preview</dd></div>
      <div><dt><kbd>?</kbd></dt><dd>show these keys</dd></div>
    </dl>
    <p><label><input type="checkbox"> Use the single keys <kbd>/</kbd> and
      <kbd>?</kbd></label></p>`,
    "bw-help",
  );
  help.setAttribute("aria-labelledby", "bw-help-title");
  const single = help.querySelector("input");
  try {
    single.checked = localStorage.getItem("bibwiki-keys") !== "off";
  } catch {
    single.disabled = true;
  }
  single.addEventListener("change", () => {
    localStorage.setItem("bibwiki-keys", single.checked ? "on" : "off");
  });

  bibwiki.openPalette = () => {
    names.start();
    help.close();
    if (!palette.open) palette.showModal();
    field.focus();
    field.select();
    update();
  };
  bibwiki.openHelp = () => {
    palette.close();
    if (!help.open) help.showModal();
  };
  palette.querySelector(".bw-palette-help").addEventListener("click", bibwiki.openHelp);
})();
