// Reads the records of everything with a page, made by bibwiki.pages.search_records.
// bibwiki.records() has them all; bibwiki.things() all but works in a file of their own.
(() => {
  "use strict";
  const { bibwiki } = window;
  const KINDS = ["person", "topic", "venue", "organization", "event", "work"];
  const FOLDERS = {
    person: "people",
    topic: "topics",
    venue: "venues",
    organization: "organizations",
    event: "events",
    work: "works",
  };
  const LABELS = {
    person: "Person",
    topic: "Topic",
    venue: "Venue",
    organization: "Organization",
    event: "Event",
    work: "Work",
  };

  const counted = (count) => (count === 1 ? "1 work" : `${count.toLocaleString("en")} works`);

  // One page to be found. What is shown of it is put together when it is asked for:
  // there may be tens of thousands, and a reader sees eight.
  class Record {
    constructor(kind, row, first) {
      this.kind = kind;
      this.row = row;
      this.first = first;
    }
    get path() {
      const [page] = this.row;
      if (page.startsWith("/")) return page.slice(1);
      return `${FOLDERS[this.kind]}/${page}${this.first.suffix}`;
    }
    get address() {
      return bibwiki.addressOf(this.path);
    }
    get label() {
      return LABELS[this.kind];
    }
    get title() {
      return this.row[1];
    }
    get isWork() {
      return this.kind === "work";
    }
    get works() {
      return this.isWork ? 0 : this.row[2] ?? 0;
    }
    get year() {
      return this.isWork ? this.row[2] || "" : "";
    }
    get state() {
      return this.isWork ? this.row[5] ?? "" : "";
    }
    get creators() {
      if (!this.isWork) return [];
      const { person } = this.first;
      return (this.row[4] || []).map((n) => (typeof n === "number" ? person[n][1] : n));
    }
    get names() {
      return this.row.slice(this.isWork ? 6 : 4);
    }
    // What searching looks at beside title, names and year.
    get who() {
      return this.isWork ? this.creators.join(" ") : this.row[3] ?? "";
    }
    // What is shown after the title, in its order.
    get facts() {
      if (!this.isWork)
        return [this.row[3], this.works && counted(this.works)].filter(Boolean);
      const creators = this.creators;
      const shown = creators.slice(0, 3).join(", ");
      const venue = this.first.venue[this.row[3] - 1];
      // The shortest name of a venue says enough.
      const place = venue && [venue[1], ...venue.slice(4)].reduce((a, b) => (b.length < a.length ? b : a));
      return [
        creators.length > 3 ? `${shown} and others` : shown,
        [place, this.year].filter(Boolean).join(" "),
      ].filter(Boolean);
    }
  }

  const file = (number) => `bibwiki/records-${number + 1}.js`;
  const read = async (number, kinds) => {
    await bibwiki.load(file(number));
    const files = window.bibwikiRecords;
    return kinds.flatMap((kind) =>
      (files[number][kind] ?? []).map((row) => new Record(kind, row, files[0])),
    );
  };
  let things;
  let rest;
  const forgetOn = (promise, forget) => {
    promise.catch(forget);
    return promise;
  };
  bibwiki.things = () =>
    (things ??= forgetOn(read(0, KINDS), () => {
      things = undefined;
    }));
  // Works that are in files of their own: none in a small wiki.
  bibwiki.otherWorks = () =>
    (rest ??= forgetOn(
      (async () => {
        await bibwiki.things();
        const count = window.bibwikiRecords[0].files;
        const numbers = Array.from({ length: count - 1 }, (_, n) => n + 1);
        return (await Promise.all(numbers.map((n) => read(n, ["work"])))).flat();
      })(),
      () => {
        rest = undefined;
      },
    ));
  bibwiki.suffix = () => window.bibwikiRecords[0].suffix;

  // What stands for a page in the palette and in previews.
  const { part } = bibwiki;
  bibwiki.describe = (record, note = "") => {
    const title = part("bdi", "bw-found-title", record.title);
    const parts = [part("span", `bw-badge bw-badge-${record.kind}`, record.label), " ", title];
    if (record.state) parts.push(" ", part("span", "bw-badge bw-badge-alert", record.state));
    const facts = part("span", "bw-meta", "");
    for (const fact of [note, ...record.facts].filter(Boolean)) {
      if (facts.childNodes.length) facts.append(" · ");
      facts.append(part("bdi", "", fact));
    }
    if (facts.childNodes.length) parts.push(" ", facts);
    return parts;
  };
})();
