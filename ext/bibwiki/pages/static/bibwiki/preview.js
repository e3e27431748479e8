// Previews of the pages that links in the text lead to, for pointer and focus alike.
// After WCAG 1.4.13: Esc closes one, it can be pointed at, and it stays until left.
(() => {
  "use strict";
  const { bibwiki } = window;
  const ID = "bw-preview";
  const DELAY = 300;
  // Those in drawings have a title of their own.
  const PLAIN = ":not(.headerlink, svg a)";
  const LINKS = `main a[href]${PLAIN}, [role=main] a[href]${PLAIN}`;

  const records = new Map();
  const remember = (found) => {
    for (const record of found) records.set(record.path, record);
  };
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  };
  const pathOf = (address) => {
    const plain = address.replace(/[?#].*$/s, "");
    return plain.startsWith(bibwiki.root) ? decoded(plain.slice(bibwiki.root.length)) : "";
  };
  const recordOf = async (path) => {
    if (!records.size) remember(await bibwiki.things());
    if (!records.has(path) && path.startsWith("works/")) remember(await bibwiki.otherWorks());
    return records.get(path);
  };

  let shown;
  let wanted;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    wanted = undefined;
    if (!shown) return;
    const { link, box, described } = shown;
    shown = undefined;
    box.remove();
    if (described === null) link.removeAttribute("aria-describedby");
    else link.setAttribute("aria-describedby", described);
  };
  const place = (link, box) => {
    // Of a link over two lines, the end is where the eye is.
    const rect = [...link.getClientRects()].at(-1);
    const left = Math.min(rect.left, innerWidth - box.offsetWidth - 8);
    const below = rect.bottom + box.offsetHeight <= innerHeight;
    box.style.left = `${Math.max(8, left)}px`;
    box.style.top = `${below ? rect.bottom : rect.top - box.offsetHeight}px`;
  };
  const show = async (link) => {
    const path = pathOf(link.href);
    const record = path && path !== pathOf(location.href) && (await recordOf(path));
    if (!record || wanted !== link || !link.isConnected) return;
    const names = record.isWork ? [] : record.names.slice(0, 3);
    const box = bibwiki.part("div", "bw-preview", "");
    box.id = ID;
    box.setAttribute("role", "tooltip");
    box.append(...bibwiki.describe(record, names.length ? `also ${names.join(", ")}` : ""));
    link.closest("main, [role=main]").append(box);
    const described = link.getAttribute("aria-describedby");
    link.setAttribute("aria-describedby", described === null ? ID : `${described} ${ID}`);
    shown = { link, box, described };
    place(link, box);
  };

  const want = (link) => {
    if (wanted === link) {
      clearTimeout(timer);
      if (shown) return;
    } else {
      hide();
    }
    wanted = link;
    timer = setTimeout(() => show(link).catch(hide), DELAY);
  };
  const leaveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, DELAY);
  };
  const over = ({ target, type }) => {
    if (shown?.box.contains(target)) {
      clearTimeout(timer);
      return;
    }
    const link = target.closest?.(LINKS);
    if (!link) return;
    // A click gives the focus as well, and then the reader is about to leave.
    if (type === "mouseover" || link.matches(":focus-visible")) want(link);
  };
  const out = ({ target }) => {
    if (shown ? shown.box.contains(target) || shown.link.contains(target) : wanted) leaveSoon();
  };
  document.addEventListener("mouseover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("mouseout", out);
  document.addEventListener("focusout", hide);
  addEventListener("keydown", (event) => event.key === "Escape" && hide(), true);
  // A link that the focus moves to may be scrolled into view first.
  addEventListener("scroll", () => shown && hide(), { capture: true, passive: true });
  addEventListener("pagehide", hide);

  // The link that brought this script, or the one that was reached meanwhile.
  const links = [...document.querySelectorAll(LINKS)];
  const current = links.find((link) => link.matches(":hover, :focus-visible"));
  if (current) want(current);
})();
