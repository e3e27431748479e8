// The one large graph of a wiki: nearer and farther, moved by keys, drag or pinch. Names
// keep their size, so that going nearer makes room for those that had none.
(() => {
  "use strict";
  const MOST = 8;
  const STEP = 1.5;
  const MOVE = 0.2; // of what is seen
  const NAMES_FROM = 2;

  const explore = (canvas) => {
    const svg = canvas.querySelector("svg");
    const tools = canvas.previousElementSibling;
    const status = tools.querySelector(".bw-status");
    const { width, height } = svg.viewBox.baseVal;
    let scale = 1;
    let x = 0;
    let y = 0;

    const show = () => {
      x = Math.min(Math.max(x, 0), width - width / scale);
      y = Math.min(Math.max(y, 0), height - height / scale);
      svg.setAttribute("viewBox", `${x} ${y} ${width / scale} ${height / scale}`);
      svg.style.fontSize = `${12 / scale}px`;
      svg.style.setProperty("--bw-zoom", scale);
      canvas.toggleAttribute("data-bw-zoomed", scale > 1);
      svg.toggleAttribute("data-bw-names", scale >= NAMES_FROM);
      for (const button of tools.querySelectorAll("button")) {
        const { bwZoom: what } = button.dataset;
        // Not `disabled`, which would take the focus from who just pressed it.
        button.setAttribute("aria-disabled", what === "in" ? scale === MOST : scale === 1);
      }
    };
    // The point of the drawing under `across` and `down`, parts of what is seen, stays.
    const zoom = (factor, across = 0.5, down = 0.5) => {
      const next = Math.min(Math.max(scale * factor, 1), MOST);
      x += (width * across) / scale - (width * across) / next;
      y += (height * down) / scale - (height * down) / next;
      scale = next;
      show();
      status.textContent = `${Math.round(scale * 100)} %`;
    };
    const actions = { in: () => zoom(STEP), out: () => zoom(1 / STEP), all: () => zoom(0) };
    const move = (across, down) => {
      x += (width * across) / scale;
      y += (height * down) / scale;
      show();
    };

    tools.hidden = false;
    tools.addEventListener("click", ({ target }) => actions[target.dataset.bwZoom]?.());

    const keys = {
      "+": actions.in,
      "=": actions.in,
      "-": actions.out,
      0: actions.all,
      ArrowLeft: () => move(-MOVE, 0),
      ArrowRight: () => move(MOVE, 0),
      ArrowUp: () => move(0, -MOVE),
      ArrowDown: () => move(0, MOVE),
    };
    canvas.addEventListener("keydown", (event) => {
      const { key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, key)) return;
      // The whole drawing leaves arrows to the page.
      if (key.startsWith("Arrow") && scale === 1) return;
      event.preventDefault();
      keys[key]();
    });

    // Whoever the focus goes to is brought into view.
    canvas.addEventListener("focusin", ({ target }) => {
      const mark = target.closest("a")?.querySelector("circle");
      if (!mark || scale === 1) return;
      const { x: across, y: down } = { x: mark.cx.baseVal.value, y: mark.cy.baseVal.value };
      const inside =
        across > x && across < x + width / scale && down > y && down < y + height / scale;
      if (inside) return;
      x = across - width / scale / 2;
      y = down - height / scale / 2;
      show();
    });

    // A pinch on a touchpad comes as a wheel with Ctrl; the plain wheel moves the page.
    canvas.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        const box = svg.getBoundingClientRect();
        const across = (event.clientX - box.left) / box.width;
        const down = (event.clientY - box.top) / box.height;
        zoom(2 ** (-event.deltaY / 200), across, down);
      },
      { passive: false },
    );

    // Dragging; a press that hardly moves stays a click on a link.
    let from;
    let dragged = false;
    canvas.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (scale > 1 && event.button === 0) from = [event.clientX, event.clientY];
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!from) return;
      const box = svg.getBoundingClientRect();
      const [across, down] = [event.clientX - from[0], event.clientY - from[1]];
      if (!dragged && Math.hypot(across, down) < 5) return;
      dragged = true;
      move(-across / box.width, -down / box.height);
      from = [event.clientX, event.clientY];
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"])
      canvas.addEventListener(end, () => {
        from = undefined;
      });
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener(
      "click",
      (event) => {
        if (dragged) event.preventDefault();
      },
      { capture: true },
    );

    addNames(svg);
    show();
  };

  // The names that found no room, shown by the style sheet from some nearness on.
  const addNames = (svg) => {
    const named = new Set([...svg.querySelectorAll("text")].map((text) => text.textContent));
    for (const link of svg.querySelectorAll("a")) {
      const mark = link.querySelector("circle");
      const [name] = link.querySelector("title")?.textContent.split(": ") ?? [""];
      if (!mark || link.querySelector("text") || named.has(name)) continue;
      const text = document.createElementNS(svg.namespaceURI, "text");
      text.textContent = name;
      text.classList.add("bw-late-name");
      text.setAttribute("x", mark.getAttribute("cx"));
      text.setAttribute("y", mark.cy.baseVal.value - mark.r.baseVal.value - 2);
      text.setAttribute("text-anchor", "middle");
      link.append(text);
    }
  };

  for (const canvas of document.querySelectorAll("[data-bw-explore]")) explore(canvas);
})();
