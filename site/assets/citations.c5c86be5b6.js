// A citation's number, pointed at, focused or tapped, opens a panel with its passage (WCAG 2.2, 1.4.13: Escape closes
// it, the pointer may rest on it, it stays until one leaves).  The words are those of the page's own notes; without
// script the number leads to the passage.
(function () {
  "use strict";
  var OPEN_AFTER = 120, CLOSE_AFTER = 250, MARGIN = 8;
  var panel = null, current = null, timer = 0, pressed = null;

  function citation(target) {
    return target instanceof Element ? target.closest(".cite > a") : null;
  }

  // The note of a number: where the page has none, or it stands in the margin, the link stays a link.
  function note(link) {
    if (link.hasAttribute("data-beside")) return null;
    return document.querySelector('.notes-passages > li[value="' + parseInt(link.textContent, 10) + '"]');
  }

  function element(name, kind, parent) {
    var made = document.createElement(name);
    made.className = kind;
    parent.append(made);
    return made;
  }

  function open(link) {
    var found = note(link);
    clearTimeout(timer);
    if (!found || link === current) return;
    close();
    current = link;
    link.removeAttribute("title"); // the browser's own tip would lie over the panel, which says the same
    panel = element("div", "passage-panel", document.querySelector("main"));
    panel.setAttribute("role", "tooltip");
    var words = element("p", "passage-words", panel);
    words.id = "passage-words";
    found.childNodes.forEach(function (node) { words.append(node.cloneNode(true)); });
    if (found.dir) {
      words.lang = found.lang;
      words.dir = found.dir;
    }
    // Who taps cannot press Enter: the way on is in the panel too.  It is no second stop for the Tab key.
    var source = element("a", "passage-source", element("p", "passage-from", panel));
    source.href = link.href;
    source.tabIndex = -1;
    source.textContent = found.parentElement.dataset.source;
    link.setAttribute("aria-describedby", words.id);
    place(link);
  }

  function close() {
    clearTimeout(timer);
    if (!current) return;
    current.removeAttribute("aria-describedby");
    panel.remove();
    panel = current = null;
  }

  // Below the number, above it where there is no room; inside the window on all sides.
  function place(link) {
    var at = link.getBoundingClientRect(), frame = (panel.offsetParent || document.body).getBoundingClientRect();
    var view = document.documentElement, width = panel.offsetWidth, height = panel.offsetHeight;
    var left = Math.max(MARGIN, Math.min(at.left + at.width / 2 - width / 2, view.clientWidth - width - MARGIN));
    var below = at.bottom + MARGIN / 2, above = at.top - height - MARGIN / 2;
    var top = below + height + MARGIN > view.clientHeight && above >= MARGIN ? above : below;
    panel.style.left = left - frame.left + "px";
    panel.style.top = top - frame.top + "px";
  }

  function soon(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = citation(event.target);
    if (link) soon(function () { open(link); }, current ? 0 : OPEN_AFTER);
    else if (panel && panel.contains(event.target)) clearTimeout(timer);
    else if (current && current === document.activeElement && current.matches(":focus-visible")) clearTimeout(timer);
    else soon(close, CLOSE_AFTER);
  });
  document.addEventListener("focusin", function (event) {
    var link = citation(event.target);
    if (link && link.matches(":focus-visible") && !pressed) open(link);
    else if (!panel || !panel.contains(event.target)) close();
  });
  document.addEventListener("pointerdown", function (event) {
    pressed = { touch: event.pointerType === "touch", opened: current !== null && citation(event.target) === current };
    if (!citation(event.target) && !(panel && panel.contains(event.target))) close();
  });
  document.addEventListener("keydown", function (event) {
    pressed = null;
    if (event.key === "Escape") close();
  });
  // The first tap opens the panel, the second follows the link.
  document.addEventListener("click", function (event) {
    var link = citation(event.target);
    if (link && pressed && pressed.touch && !pressed.opened && note(link)) {
      event.preventDefault();
      open(link);
    }
    pressed = null;
  });
  addEventListener("resize", close);
})();
