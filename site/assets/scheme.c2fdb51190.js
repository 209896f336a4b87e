// Light or dark: the reader's preference, or what the switch in the masthead was set to; inline/scheme.js has applied
// that before the first paint.  Without script the preference holds and there is no switch.
(function () {
  "use strict";
  var KEY = "briefgen-scheme", root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)"), chosen = recall();
  var button = document.querySelector(".scheme-switch");

  function recall() {
    try {
      var kept = localStorage.getItem(KEY);
      return kept === "light" || kept === "dark" ? kept : "";
    } catch (refused) {
      return "";
    }
  }

  function remember() {
    try {
      if (chosen) localStorage.setItem(KEY, chosen);
      else localStorage.removeItem(KEY);
    } catch (refused) {
      return; // it holds for this page only
    }
  }

  function preferred() {
    return dark.matches ? "dark" : "light";
  }

  function show() {
    if (chosen) root.dataset.scheme = chosen;
    else delete root.dataset.scheme;
    if (button) button.setAttribute("aria-pressed", String((chosen || preferred()) === "dark"));
  }

  // What the system prefers anyway need not be remembered: then the page follows the system again.
  function toggle() {
    var next = (chosen || preferred()) === "dark" ? "light" : "dark";
    chosen = next === preferred() ? "" : next;
    remember();
    show();
  }

  show();
  dark.addEventListener("change", show);
  addEventListener("storage", function (event) {
    if (event.key === KEY || event.key === null) {
      chosen = recall();
      show();
    }
  });
  if (button) {
    button.addEventListener("click", toggle);
    button.hidden = false;
  }
})();
