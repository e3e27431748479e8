// What the frame does beyond plain HTML: colour mode, search keys, "On this page".
// Everything here is an extra: without it the page reads and navigates just the same.
(() => {
  "use strict";
  const root = document.documentElement;

  // Colour mode: one button goes round system, light and dark. From the system's
  // setting the first step is always one that can be seen.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const buttons = document.querySelectorAll(".frame-mode");
  const show = () => {
    const { mode } = root.dataset;
    root.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
    for (const button of buttons) {
      const label = `${button.dataset.label}: ${button.dataset[mode]}`;
      button.setAttribute("aria-label", label);
      button.title = label;
    }
  };
  const nextMode = () => {
    const round = dark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    root.dataset.mode = round[(round.indexOf(root.dataset.mode) + 1) % round.length];
    try {
      localStorage.setItem("bibwiki-mode", root.dataset.mode);
    } catch {
      // Storage is forbidden: the choice holds for this page.
    }
    show();
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", nextMode);
  }
  dark.addEventListener("change", show);
  show();
  // Printers leave backgrounds out, and light text on white paper cannot be read.
  addEventListener("beforeprint", () => {
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", show);

  // Search: the link in the bar, "/" and Ctrl or Cmd+K ask for it with an event. A
  // script that answers it cancels it; otherwise the page's own search field or the
  // search page does.
  const asked = () =>
    !document.dispatchEvent(new CustomEvent("bibwiki:search", { cancelable: true }));
  const link = document.querySelector(".frame-search");
  const key = link?.querySelector("kbd");
  if (key) {
    if (/Mac|iPhone|iPad/.test(navigator.platform)) key.textContent = "⌘ K";
    key.hidden = false;
  }
  link?.addEventListener("click", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (plain && asked()) event.preventDefault();
  });
  const search = () => {
    if (asked()) return;
    const field = document.querySelector("main input[type=search]");
    if (field) {
      field.focus();
      field.select();
    } else if (link) {
      location.href = link.href;
    }
  };
  // In the capture phase, before anybody else's keys.
  addEventListener(
    "keydown",
    (event) => {
      if (event.altKey) return;
      const command = event.ctrlKey || event.metaKey;
      const typing = event.target.closest?.(
        "input, textarea, select, [contenteditable]",
      );
      const k = command && !event.shiftKey && event.key.toLowerCase() === "k";
      const slash = event.key === "/" && !command && !typing;
      if (!k && !slash) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      search();
    },
    true,
  );

  // Drawers: close when a link in them was followed, when the focus moves on to what
  // they cover, and when they become columns.
  const drawers = document.querySelectorAll("#frame-menu, #frame-toc");
  const close = () => {
    for (const drawer of drawers) {
      if (drawer.matches(":popover-open")) drawer.hidePopover();
    }
  };
  for (const drawer of drawers) {
    drawer.addEventListener("click", (event) => event.target.closest("a") && close());
    drawer.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && !drawer.contains(next)) close();
    });
  }
  matchMedia("(min-width: 75rem)").addEventListener("change", close);

  // "On this page": the heading that was last at the top of the screen is current.
  const targets = new Map();
  for (const entry of document.querySelectorAll("#frame-toc-nav a[href^='#']")) {
    const target = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
    if (target) targets.set(target.querySelector("h1, h2, h3, h4, h5, h6") ?? target, entry);
  }
  const mark = (current) => {
    for (const entry of targets.values()) {
      if (entry === current) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    }
    // pydata's style sheet unfolds the entries below an active one.
    for (const item of document.querySelectorAll("#frame-toc-nav li")) {
      item.classList.toggle("active", item.contains(current));
    }
  };
  const watch = new IntersectionObserver(
    (changes) => {
      const seen = changes.filter((change) => change.isIntersecting).pop();
      if (seen) mark(targets.get(seen.target));
    },
    { rootMargin: "-60px 0px -70% 0px" },
  );
  for (const heading of targets.keys()) watch.observe(heading);

  // What scrolls sideways must be reachable with the keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll("pre, .pst-scrollable-table-container")) {
      if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) continue;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.ariaLabel ??= box.matches("pre") ? "Code" : "Table";
    }
  };
  addEventListener("load", reach);
  addEventListener("resize", reach);
})();
