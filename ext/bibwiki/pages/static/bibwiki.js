// What a wiki's pages do beyond plain HTML: copying and saving BibTeX, opening folds.
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
})();
