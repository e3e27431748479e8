// The page for addresses that lead nowhere: suggests pages of a similar name.
(() => {
  "use strict";
  const { bibwiki } = window;
  const { names, part } = bibwiki;
  const MOST = 5;
  const page = document.getElementById("page-not-found");

  const kindOf = { people: "person", topics: "topic", works: "work", venues: "venue" };
  const suggest = async () => {
    await names.start();
    const { hits } = names.search(bibwiki.missing.words);
    const wanted = kindOf[bibwiki.missing.folder];
    // Pages of the folder that the address names come first; far-fetched ones not at all.
    const first = ({ id }) => (names.records[id].kind === wanted ? 1 : 0);
    const near = hits
      .filter(({ score }) => score > hits[0].score / 4)
      .sort((a, b) => first(b) - first(a) || b.score - a.score)
      .slice(0, MOST);
    if (!near.length) return;
    const list = part("ul", "bw-list bw-suggested", "");
    for (const { id } of near) {
      const record = names.records[id];
      const item = part("li", "", "");
      const link = part("a", "", "");
      const [badge, space, title, ...others] = bibwiki.describe(record);
      link.href = record.address;
      link.append(title);
      item.append(badge, space, link, ...others);
      list.append(item);
    }
    const box = part("div", "bw-suggestions", "");
    box.setAttribute("role", "status");
    box.append(part("p", "", "Perhaps you were looking for:"), list);
    page.append(box);
  };
  suggest().catch(() => {});
})();
