// The researchers' desk at the keyboard: a page for something new begins at the first box that has no answer yet, and
// asks anew for what is likely once it knows of which row (of a hearing the place and the court, by its case).
// Without this script the boxes are the same.
"use strict";
(function () {
  function boxes(form) {
    return [...form.querySelectorAll("fieldset.module .form-row [name]")].filter((one) => one.type !== "hidden");
  }

  function isAnswered(box) {
    const parts = box.closest(".partial-date")?.querySelectorAll("input[name]") ?? [box];
    return [...parts].some((one) => one.value);
  }

  function begin(form) {
    const first = boxes(form).find((one) => !isAnswered(one));
    const asked = first?.closest(".partial-date")?.querySelector("[name$=_year]") ?? first;
    // A searched list hides its box behind one of its own.
    const shown = asked?.classList.contains("select2-hidden-accessible") ? asked.parentElement.querySelector(".select2-selection") : asked;
    shown?.focus();
  }

  // A searched list shows a box of its own, which is named by its answer alone, and so by nothing where there is none.
  function name(list) {
    const label = list.labels[0], box = list.parentElement.querySelector(".select2-selection");
    const answer = box?.querySelector(".select2-selection__rendered");
    if (!answer) return;
    if (list.hasAttribute("aria-label") || !label) {
      for (const shown of [box, answer]) {
        shown.removeAttribute("aria-labelledby");
        shown.setAttribute("aria-label", list.getAttribute("aria-label") ?? "");
      }
      return;
    }
    label.id ||= `label_of_${list.id}`;
    answer.setAttribute("aria-labelledby", label.id);
    box.setAttribute("aria-labelledby", `${label.id} ${answer.id}`);
  }

  function nameAll() {
    document.querySelectorAll("select.select2-hidden-accessible").forEach(name);
  }

  // On a narrow screen staff.css stands the cells of a row beneath each other, where each says what it is.
  function stack(table) {
    const heads = [...table.querySelectorAll("thead th, thead td")].map((one) => (one.querySelector(".text") ?? one).textContent.trim());
    table.classList.add("stacked");
    for (const row of table.tBodies[0]?.rows ?? []) {
      if (row.cells.length !== heads.length) continue;
      heads.forEach((head, at) => {
        const cell = row.cells[at];
        if (cell.textContent.trim() === "-" && !cell.querySelector("input, select, textarea")) cell.classList.add("nothing");
        else if (head && cell.tagName === "TD" && !cell.matches(".original, .action-checkbox, .delete")) cell.dataset.label = head;
      });
    }
  }

  function askAnew(form, box) {
    const others = boxes(form).filter((one) => one !== box && one.tagName === "INPUT" || one.dataset.appLabel && one !== box);
    if (!box.value || others.some((one) => one.value)) return;
    const address = new URL(location.href);
    // A list that has just been made tells of its answer as of a change.
    if (address.searchParams.get(box.name) === box.value) return;
    address.searchParams.set(box.name, box.value);
    location.replace(address);
  }

  document.querySelectorAll("#result_list, .tabular table").forEach(stack);

  window.addEventListener("load", () => {
    window.django?.jQuery?.(nameAll);
    // A row that is added to the page brings lists of its own, which are made after this is told.
    document.addEventListener("formset:added", () => setTimeout(nameAll));
    const form = document.querySelector("#django-admin-form-add-constants[data-model-name]")?.closest("form");
    if (!form || form.querySelector(".errornote")) return;
    // Searched lists are made when jQuery is ready, which may be later than this.
    django.jQuery(() => begin(form));
    for (const box of form.querySelectorAll("[data-asks-anew]")) django.jQuery(box).on("change", () => askAnew(form, box));
  });
})();
