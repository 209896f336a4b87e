// Search, first part: opens the dialog, by "/" or by the link in the masthead, and then loads the rest of the search.
(function () {
  "use strict";
  const dialog = document.getElementById("search");
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector(".search-input");
  // What the other parts hang on; the shards of the index call its methods.
  const search = (window.briefgenSearch = { dialog, root: dialog.dataset.root });
  let asked = false;

  search.load = (address) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false; // loaded at once, run in order
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });

  function parts() {
    const { library, index, results, list } = dialog.dataset;
    return Promise.all([library, index, results, list].map(search.load));
  }

  search.open = (words) => {
    if (dialog.open) return;
    dialog.showModal();
    if (words) input.value = words;
    input.focus();
    input.select();
    if (asked) return;
    asked = true;
    parts().then(
      () => search.start(),
      () => {
        asked = false;
        dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
      },
    );
  };

  // Who speaks to the machine may switch the key off (WCAG 2.2, 2.1.4); it stays so on every page.
  const KEY = "briefgen-search-key";
  const shortcut = dialog.querySelector(".search-key");
  const openers = document.querySelectorAll("[aria-keyshortcuts]");

  function showKey() {
    for (const opener of openers) {
      if (shortcut.checked) opener.setAttribute("aria-keyshortcuts", "/");
      else opener.removeAttribute("aria-keyshortcuts");
      for (const key of opener.querySelectorAll("kbd")) key.hidden = !shortcut.checked;
    }
  }

  try {
    shortcut.checked = localStorage.getItem(KEY) !== "off";
  } catch (refused) {
    shortcut.checked = true;
  }
  showKey();
  shortcut.addEventListener("change", () => {
    showKey();
    try {
      if (shortcut.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch (refused) {
      return; // it holds for this page only
    }
  });

  const writes = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !shortcut.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && writes(event.target)) return;
    event.preventDefault();
    search.open();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element && event.target.closest("[data-search]");
    if (!opener || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    search.open();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  for (const hidden of document.querySelectorAll("[data-search][hidden]")) hidden.hidden = false;
})();
