// Dialogs: made once, closed by a click beside them, by their button or with Esc.
(() => {
  "use strict";
  const { bibwiki } = window;

  bibwiki.closeButton =
    '<button type="button" class="bw-close" data-bw-close aria-label="Close">' +
    '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">' +
    '<path d="m3 3 10 10M13 3 3 13" stroke="currentColor" stroke-width="2"/></svg></button>';
  bibwiki.dialog = (html, className) => {
    const dialog = bibwiki.part("dialog", `bw-dialog ${className}`, "");
    // Nothing but a script's own text goes in here.
    dialog.innerHTML = html;
    dialog.addEventListener("click", (event) => {
      const outside = event.target === dialog;
      if (outside || event.target.closest("[data-bw-close]")) dialog.close();
    });
    document.body.append(dialog);
    return dialog;
  };
})();
