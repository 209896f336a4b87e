// Search, third part: what is found, as the list box of a combobox (ARIA authoring practices, list autocomplete).
(function (search) {
  "use strict";
  const { dialog } = search;
  const input = dialog.querySelector(".search-input");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  const words = dialog.dataset;
  const digits = `${words.language}-u-nu-latn`; // the pages' numbers have Latin digits in every language
  const MOST = 7; // results a group
  const LONG = 220; // characters of a text; longer ones are shown around what was found
  const PAUSE = 80; // milliseconds without a key before the search runs
  let options = [];
  let active = -1;
  let timer = 0;
  let cost = 0; // milliseconds that the last search took

  function element(name, className, parent) {
    const made = document.createElement(name);
    made.className = className;
    if (parent) parent.append(made);
    return made;
  }

  // A text with the words that were found marked.
  function marked(parent, text, terms) {
    let pieces = search.pieces(text, terms);
    if (text.length > LONG) pieces = around(pieces);
    for (const [piece, found] of pieces) {
      if (found) element("mark", "", parent).textContent = piece;
      else parent.append(piece);
    }
  }

  // The part of a long text that holds the first word found.
  function around(pieces) {
    const first = pieces.findIndex((piece) => piece[1]);
    const before = first > 0 ? pieces[0][0] : "";
    const after = pieces.slice(Math.max(first, 0));
    const kept = before.length > 90 ? [["… " + before.slice(-80).replace(/^\S*\s+/u, ""), false]] : [[before, false]];
    let length = kept[0][0].length;
    for (const [piece, found] of after) {
      if (length + piece.length > LONG) {
        kept.push([piece.slice(0, LONG - length).replace(/\s+\S*$/u, "") + " …", false]);
        break;
      }
      kept.push([piece, found]);
      length += piece.length;
    }
    return kept;
  }

  // Of the other words those that hold something found which nothing before them has.
  function besides(title, also, terms) {
    const found = (text) => search.pieces(text, terms).flatMap(([piece, is]) => (is ? [search.fold(piece)] : []));
    const known = new Set(found(title));
    const kept = also.filter((one) => {
      const fresh = found(one).filter((word) => !known.has(word));
      fresh.forEach((word) => known.add(word));
      return fresh.length;
    });
    return kept.slice(0, 4);
  }

  function option(hit, group, number) {
    const [title, path, about, also, called] = hit.entry.found;
    const link = element("a", `search-option search-${hit.entry.kind}`, group);
    link.id = `search-option-${number}`;
    link.href = search.root + path;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    marked(element("bdi", "", element("span", "search-found", link)), title, hit.terms);
    const parts = [about, ...besides(title, [...also, ...called], hit.terms)].filter(Boolean);
    const line = parts.length ? element("span", "search-about", link) : null;
    parts.forEach((part, at) => {
      if (at) line.append(" · ");
      marked(element("bdi", "", line), part, hit.terms);
    });
    return link;
  }

  function draw() {
    timer = 0;
    const began = performance.now();
    const asked = input.value.trim();
    const state = search.state();
    const groups = asked.length > 1 ? search.find(asked, MOST) : {};
    const kept = active > 0 && list.dataset.asked === asked ? options[active].href : "";
    list.replaceChildren();
    options = [];
    let all = 0;
    for (const kind of words.kinds.split(" ")) {
      if (!groups[kind]) continue;
      const { number, hits } = groups[kind];
      all += number;
      const group = element("div", "search-group", list);
      const label = element("div", "search-label", group);
      label.id = `search-${kind}`;
      label.textContent = words[kind];
      if (number > hits.length) element("span", "search-number", label).textContent = fill(words.some, hits.length, number);
      label.setAttribute("role", "presentation");
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", label.id);
      for (const hit of hits) options.push(option(hit, group, options.length));
    }
    list.dataset.asked = asked;
    list.setAttribute("aria-busy", String(state === "loading"));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(Boolean(options.length)));
    choose(options.length ? Math.max(0, options.findIndex((one) => one.href === kept)) : -1, false);
    cost = performance.now() - began;
    say(asked.length < 2 ? "" : state === "loading" ? words.loading : outcome(all, state));
  }

  const fill = (text, number, all) =>
    text.replace("{n}", number.toLocaleString(digits)).replace("{all}", all.toLocaleString(digits));
  const outcome = (all, state) =>
    [all ? fill(words.found, all, all) : words.none, state === "failed" ? words.failed : ""].join(" ").trim();

  // The live region speaks only when there is something new to say.
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function choose(number, scroll) {
    active = number;
    options.forEach((one, at) => one.setAttribute("aria-selected", String(at === number)));
    if (number < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[number].id);
    if (scroll) options[number].scrollIntoView({ block: "nearest" });
    else list.scrollTop = 0;
  }

  function keys(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (timer) redraw();
      if (options[active]) options[active].click();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((active + step + options.length) % options.length, true);
    }
  }

  function redraw() {
    clearTimeout(timer);
    draw();
  }

  function soon(pause) {
    clearTimeout(timer);
    timer = setTimeout(draw, pause);
  }

  search.start = () => {
    input.addEventListener("input", () => soon(PAUSE));
    input.addEventListener("keydown", keys);
    // What leads to a place on the same page would leave the dialog open.
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !(event.ctrlKey || event.metaKey || event.shiftKey)) dialog.close();
    });
    search.changed = () => {
      if (search.state() !== "loading") redraw();
      else if (!timer) soon(Math.max(4 * PAUSE, 20 * cost)); // most of the time is for reading
    };
    search.changed();
  };
})(window.briefgenSearch);
