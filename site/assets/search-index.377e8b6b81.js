// Search, second part: words, the index of MiniSearch, and how the shards come into it.  No look of its own.
(function (search) {
  "use strict";
  // A word: letters and digits of any script, apostrophes inside it.
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼʻʾʿ`][\p{L}\p{M}\p{N}]+)*/gu;
  // Letters that Unicode does not take apart.
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", "\u0640": "" };
  const FRAME = 12; // milliseconds of work before the page may breathe
  const SLICE = 50; // entries between two looks at the clock
  const FEW = 10; // entries found, below which slips of the finger are forgiven

  // A word as it is compared: small letters, no diacritics, no apostrophes, no genitive.  Few words are many times met.
  const folded = new Map();
  const fold = (search.fold = (word) => {
    let known = folded.get(word);
    if (known === undefined) folded.set(word, (known = plain(word)));
    return known;
  });
  const plain = (word) =>
    word
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/['’]s$/u, "")
      .replace(/['’‘ʼʻʾʿ`]/gu, "")
      .replace(/[ßæœøłđðþħı\u0640]/gu, (letter) => PLAIN[letter]);

  const text = (entry, field) => {
    const [title, , about, also, called] = entry.found;
    if (field === "title" || field === "about") return field === "title" ? title : about;
    return field === "also" ? also.join(" \n ") : field === "called" ? called.join(" \n ") : entry.id;
  };
  const entries = [];
  const index = new window.MiniSearch({
    fields: ["title", "also", "about", "called"],
    extractField: text,
    tokenize: (words) => words.match(WORD) || [],
    processTerm: fold,
    searchOptions: {
      boost: { title: 3, also: 2 },
      weights: { fuzzy: 0.3, prefix: 0.6 },
      prefix: (word, at, words) => at === words.length - 1 || word.length > 2,
      fuzzy: (word) => (word.length > 3 && !/\d/.test(word) ? 0.2 : false),
      maxFuzzy: 2,
      combineWith: "AND",
      // Each shard lists what weighs most in the briefing first.
      boostDocument: (id) => 1 + 1 / (2 + Math.log2(1 + entries[id].rank)),
    },
  });

  const waiting = []; // shards that are there and not yet read
  const ranks = {};
  const channel = new MessageChannel();
  let missing = 0;
  let failed = false;
  let working = false;

  // Called by search/shards.js: loads all of them at once; they come in order, actors first.
  search.shards = (names) => {
    missing = names.length;
    for (const name of names) search.load(`${search.root}search/${name}`).catch(lost);
    if (!missing) work();
  };

  function lost() {
    failed = true;
    missing -= 1;
    work();
  }

  // Called by each shard.
  search.shard = (kind, found) => {
    missing -= 1;
    waiting.push({ kind, found, at: 0 });
    work();
  };

  function work() {
    if (working) return;
    working = true;
    channel.port2.postMessage(0);
  }

  channel.port1.onmessage = () => {
    const end = performance.now() + FRAME;
    while (waiting.length && performance.now() < end) {
      const shard = waiting[0];
      for (const found of shard.found.slice(shard.at, shard.at + SLICE)) {
        const rank = (ranks[shard.kind] = (ranks[shard.kind] || 0) + 1);
        const entry = { id: entries.length, kind: shard.kind, rank, found };
        entries.push(entry);
        index.add(entry);
      }
      shard.at += SLICE;
      if (shard.at >= shard.found.length) waiting.shift();
    }
    working = false;
    if (waiting.length) work();
    if (search.changed) search.changed();
  };

  search.state = () => (waiting.length || missing ? "loading" : failed ? "failed" : "ready");

  // All the words as they are typed; slips forgiven where that finds little; any of the words where nothing has all.
  function ask(words) {
    const strict = index.search(words, { fuzzy: false });
    if (strict.length >= FEW) return strict;
    const kind = index.search(words);
    return kind.length ? kind : index.search(words, { combineWith: "OR" });
  }

  // How well a name fits: 3 where it has the words just so, 2 where its spellings do, 1 where both have them in some
  // form, else 0.
  function fit(hit, asked) {
    const within = (...fields) => hit.terms.filter((term) => hit.match[term].some((field) => fields.includes(field)));
    const [name, named] = [within("title"), within("title", "also")];
    if (asked.every((word) => name.includes(word))) return 3;
    return asked.every((word) => named.includes(word)) ? 2 : named.length >= asked.length ? 1 : 0;
  }

  // Actors whose name or spelling it is come first, of those named just so whoever weighs most.
  function byName(hits, words) {
    const asked = (words.match(WORD) || []).map(fold);
    const fits = new Map(hits.map((hit) => [hit, entries[hit.id].kind === "actors" ? fit(hit, asked) : 0]));
    const rank = (hit) => (fits.get(hit) > 1 ? entries[hit.id].rank : 0);
    return hits.sort((one, other) => fits.get(other) - fits.get(one) || rank(one) - rank(other));
  }

  // What is found, by kind: how much, and the best.
  search.find = (words, most) => {
    const groups = {};
    for (const hit of byName(ask(words), words)) {
      const entry = entries[hit.id];
      const group = (groups[entry.kind] = groups[entry.kind] || { number: 0, hits: [] });
      if (group.number++ < most) group.hits.push({ entry, terms: new Set(hit.terms) });
    }
    return groups;
  };

  // A text cut into pieces, each with whether it is one of the words that were found.
  search.pieces = (words, terms) => {
    const pieces = [];
    let at = 0;
    for (const match of words.matchAll(WORD)) {
      if (!terms.has(fold(match[0]))) continue;
      if (match.index > at) pieces.push([words.slice(at, match.index), false]);
      at = match.index + match[0].length;
      pieces.push([match[0], true]);
    }
    if (at < words.length) pieces.push([words.slice(at), false]);
    return pieces;
  };
})(window.briefgenSearch);
