// On a wide screen the passage behind a number stands in the margin beside its line, with outlet and date; only these
// where the line itself is the passage, only the rest of the passage where the line has some of it, and nothing where they
// stand below it as well: at a quotation, or at the title of an event.  Whether there is a margin is for the style sheet to say.  To screen readers a note is the description
// of its number, and nothing besides.
(function () {
  "use strict";
  var GAP = 12, FARTHEST = 180, main = document.querySelector("main"), layer = null, notes = [];
  var BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, table, figure, nav, .scroll, .authored";
  if (!main || !main.querySelector(".notes-passages")) return;

  function element(name, kind, parent) {
    var made = document.createElement(name);
    made.className = kind;
    parent.append(made);
    return made;
  }

  function plain(node) {
    return node.textContent.toLowerCase().replace(/[\s"'“”‘’.,]+/g, " ").trim();
  }

  // Each number once, at the first line that has it.
  function gather() {
    var passages = {}, seen = {};
    main.querySelectorAll(".notes-passages > li").forEach(function (li) { passages[li.value] = li; });
    main.querySelectorAll(".cite > a").forEach(function (link) {
      var number = parseInt(link.textContent, 10), passage = passages[number];
      if (!passage || seen[number] || link.closest(".scroll, .column-side")) return;
      seen[number] = true;
      var told = plain(link.closest("p, li, h1, h2, h3, td, dd") || link).includes(plain(passage));
      if (!told || !link.closest(".quoted, h1")) notes.push(make(link, number, passage, told));
    });
  }

  function make(link, number, passage, told) {
    var note = element("p", "margin-note", layer), words = null;
    element("span", "margin-number", note).textContent = link.textContent;
    if (!told) {
      words = element("span", "margin-words", note);
      words.id = "margin-" + number;
      words.append.apply(words, untold(link.closest(".event-title"), passage));
      if (passage.dir) {
        words.lang = passage.lang;
        words.dir = passage.dir;
      }
    }
    var source = element("a", "margin-source", note);
    source.href = link.href;
    source.tabIndex = -1;
    source.textContent = passage.parentElement.dataset.source;
    return { link: link, note: note, words: words };
  }

  // What a passage says besides the title of an event that is taken from it; all of it where it has no such title.
  function untold(title, passage) {
    var told = title ? title.querySelector("a").textContent : "", text = passage.textContent, parts;
    if (!told || !text.includes(told) || passage.children.length) {
      return Array.from(passage.childNodes, function (node) { return node.cloneNode(true); });
    }
    parts = text.split(told);
    return [parts[0] + "…" + (/\p{L}/u.test(parts[1]) ? parts[1] : "")];
  }

  function meets(one, other) {
    return one.left < other.right && other.left < one.right;
  }

  // What already stands where the margin is, from top to bottom.
  function taken(margin) {
    var boxes = [];
    main.querySelectorAll(BLOCKS).forEach(function (block) {
      if (layer.contains(block)) return;
      var box = block.getBoundingClientRect();
      if (box.height && meets(box, margin)) boxes.push(box);
    });
    return boxes.sort(function (one, other) { return one.top - other.top; });
  }

  // Beside its line, or lower where another note or a wide part of the page stands; too far from it, it is left out.
  function place() {
    var margin = layer.getBoundingClientRect(), floor = -Infinity, boxes;
    if (!margin.width) {
      notes.forEach(function (one) { show(one, false, 0); });
      return;
    }
    if (!notes.length) gather();
    notes.forEach(function (one) { one.note.hidden = false; });
    boxes = taken(margin);
    notes.forEach(function (one) {
      one.line = one.link.getBoundingClientRect();
      one.height = one.note.offsetHeight;
    });
    notes.slice().sort(function (one, other) { return one.line.top - other.line.top; }).forEach(function (one) {
      var top = Math.max(one.line.top, floor), beside = one.line.height > 0;
      boxes.forEach(function (box) {
        if (top < box.bottom + GAP && top + one.height + GAP > box.top) top = box.bottom + GAP;
      });
      show(one, beside && top - one.line.top <= FARTHEST, top - margin.top);
      if (!one.note.hidden) floor = top + one.height + GAP;
    });
  }

  // A number whose passage stands beside it opens no panel (see citations.js).
  function show(one, shown, top) {
    one.note.hidden = !shown;
    one.note.style.top = top + "px";
    one.link.toggleAttribute("data-beside", shown && one.words !== null);
    if (!one.words) return;
    if (shown) one.link.setAttribute("aria-describedby", one.words.id);
    else if (one.link.getAttribute("aria-describedby") === one.words.id) one.link.removeAttribute("aria-describedby");
  }

  function point(event) {
    notes.forEach(function (one) {
      one.note.classList.toggle("margin-note-pointed", one.link === event.target || one.note.contains(event.target));
    });
  }

  layer = element("div", "margin-notes", main);
  layer.setAttribute("aria-hidden", "true");
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  // At first, and whenever the page's size changes; notes stand outside its flow and do not change that themselves.
  new ResizeObserver(place).observe(main);
})();
