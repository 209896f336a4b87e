// Before the first paint, so that no page flashes: the colours that the switch was last set to (see js/scheme.js).
try {
  var kept = localStorage.getItem("briefgen-scheme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.scheme = kept;
} catch (refused) {
  // Where nothing may be remembered, the preference holds.
}
