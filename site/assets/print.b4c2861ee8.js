// "Print this page": the button is there only where it can work.
document.querySelectorAll(".print-page").forEach(function (button) {
  "use strict";
  button.addEventListener("click", function () { window.print(); });
  button.hidden = false;
});
