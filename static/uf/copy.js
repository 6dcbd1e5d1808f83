// Shows the buttons that copy a text of the page; without scripts the text can be marked and copied as it stands.
(function () {
  "use strict";
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const said = button.parentElement.querySelector("[role=status]");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value ?? field.textContent);
      said.textContent = button.dataset.done;
    });
  }
})();
