// Reloads a previewed page when its site has changed, and lays the errors of a failed build over it.
// Given by the preview only; it is never part of a site.
(function () {
  "use strict";
  var shown = new URL(document.currentScript.src).searchParams.get("site");
  var source = null;
  var overlay = null;

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function show(errors) {
    hide();
    overlay = document.createElement("div");
    overlay.setAttribute("role", "alert");
    overlay.id = "briefgen-errors";
    overlay.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;margin:0;padding:1rem 1.25rem;" +
      "background:#1d1f21;color:#f5f5f5;border-top:4px solid #d33;font:14px/1.5 ui-monospace,monospace";
    var title = document.createElement("strong");
    title.textContent = "The last build failed; this is the site before it.";
    overlay.append(title);
    errors.forEach(function (error) {
      var box = document.createElement("pre");
      box.style.cssText = "white-space:pre-wrap;margin:.75rem 0 0;background:none;color:inherit;border:0;padding:0;font:inherit";
      box.textContent = error;
      overlay.append(box);
    });
    document.body.append(overlay);
  }

  function told(event) {
    var state = JSON.parse(event.data);
    if (state.site !== shown) {
      location.reload();
    } else if (state.failed) {
      fetch("/.briefgen/problems.json").then(function (reply) { return reply.json(); }).then(show, hide);
    } else {
      hide();
    }
  }

  function listen() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/.briefgen/events");
    source.onmessage = told;
  }

  function rest() {
    if (source) source.close();
    source = null;
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") rest();
    else listen();
  });
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
  listen();
})();
