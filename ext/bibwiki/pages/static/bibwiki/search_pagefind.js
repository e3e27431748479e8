// Pagefind beside our own index, where the build made one: it knows how words inflect.
// It says which documents a query finds; everything else is our own index's.
(() => {
  "use strict";
  const { bibwiki } = window;

  let numbers;
  window.bibwikiPagefind = (value) => {
    numbers = value;
  };
  const open = async () => {
    // Browsers import nothing from the disk, and complain on the console.
    if (location.protocol === "file:") throw new Error("opened from the disk");
    const [pagefind] = await Promise.all([
      import(new URL("_static/bibwiki/pagefind/pagefind.js", bibwiki.root).href),
      bibwiki.load("bibwiki/pagefind/pages.js"),
    ]);
    await pagefind.init();
    return pagefind;
  };
  let opened;
  // Maps the numbers of documents to scores; empty where Pagefind cannot be loaded, as
  // on a page that was opened from the disk.
  bibwiki.inflected = async (text) => {
    try {
      opened ??= open();
      const { results } = await (await opened).search(text);
      return new Map(
        results.filter(({ id }) => id in numbers).map(({ id, score }) => [numbers[id], score]),
      );
    } catch {
      return new Map();
    }
  };
})();
