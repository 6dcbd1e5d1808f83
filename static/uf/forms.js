// Says at a field what is not right yet, as soon as it was changed; the words are the browser's own.
// Without this script the same is said when the form is sent, by the browser and then by the site.
"use strict";
function check(field) {
  const box = field.closest(".field");
  if (!box || !field.id || !field.willValidate) return;
  const id = `${field.id}_said`;
  const others = (field.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
  document.getElementById(id)?.remove();
  if (!field.validity.valid) {
    const said = document.createElement("ul");
    said.id = id;
    said.className = "errorlist";
    said.setAttribute("role", "status");
    said.append(document.createElement("li"));
    said.firstChild.textContent = field.validationMessage;
    field.before(said);
    others.push(id);
  }
  box.classList.toggle("invalid", !field.validity.valid);
  field.setAttribute("aria-invalid", String(!field.validity.valid));
  if (others.length) field.setAttribute("aria-describedby", others.join(" "));
  else field.removeAttribute("aria-describedby");
}

for (const form of document.querySelectorAll("form.form")) {
  form.addEventListener("change", (event) => check(event.target));
  // What was said is taken back while it is being mended, not only after the field was left.
  form.addEventListener("input", (event) => {
    if (document.getElementById(`${event.target.id}_said`)) check(event.target);
  });
}
