// Says at a partial date what was understood of it, while it is typed; the words are the site's own. A second date is
// asked for only where there are two. Without this script all boxes stand there, and what was understood is said when
// the form was sent.
"use strict";
const waiting = new WeakMap();

async function readBack(box, isDone) {
  const said = box.querySelector("[data-read]");
  // The box for text bears the name of the field; the others have it with an ending.
  const name = box.querySelector("details input").name;
  const asked = new URLSearchParams();
  for (const part of box.querySelectorAll("[name]")) asked.set(`date${part.name.slice(name.length)}`, part.value);
  const question = asked.toString();
  box.dataset.asked = question;
  const answer = await fetch(`${said.dataset.read}?${question}`, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer || !answer.ok || box.dataset.asked !== question) return;
  const read = await answer.json();
  // Half of a date is no mistake yet.
  const words = read.is_understood || isDone ? read.said : "";
  if (said.textContent !== words) said.textContent = words;
  said.classList.toggle("error", !read.is_understood && isDone);
}

function showSecond(box) {
  const second = box.querySelector("[data-second]");
  const isGiven = [...second.querySelectorAll("[name]")].some((one) => one.value);
  second.hidden = box.querySelector("[name$=_shape]").value !== "between" && !isGiven;
}

for (const box of document.querySelectorAll(".partial-date")) showSecond(box);
document.addEventListener("change", (event) => {
  const box = event.target.closest(".partial-date");
  if (box) showSecond(box);
});
document.addEventListener("input", (event) => {
  const box = event.target.closest(".partial-date");
  if (!box) return;
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(readBack, 300, box, false));
});
document.addEventListener("focusout", (event) => {
  const box = event.target.closest(".partial-date");
  if (!box || !waiting.has(box) || box.contains(event.relatedTarget)) return;
  clearTimeout(waiting.get(box));
  readBack(box, true);
});
