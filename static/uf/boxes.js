// Drawing a part of a photo with finger or mouse: the numbers go into the form that also works without this script.
"use strict";
for (const touch of document.querySelectorAll("form[data-boxes]")) {
  const picture = touch.querySelector("input[type=image]");
  const numbers = document.getElementById(touch.dataset.boxes);
  const frame = picture.parentElement;
  const mark = document.createElement("div");
  mark.className = "part";
  mark.hidden = true;
  frame.append(mark);
  let start = null;
  let part = null;
  const at = (event) => {
    const edge = picture.getBoundingClientRect();
    const clip = (value) => Math.min(Math.max(value, 0), 1);
    return { x: clip((event.clientX - edge.left) / edge.width), y: clip((event.clientY - edge.top) / edge.height) };
  };
  picture.draggable = false;
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("pointerdown", (event) => {
    start = at(event);
    part = null;
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!start) return;
    const end = at(event);
    const box = {
      left: Math.min(start.x, end.x), top: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y),
    };
    part = box.width > 0.015 && box.height > 0.015 ? box : null;
    mark.hidden = !part;
    if (!part) return;
    mark.style.left = `${picture.offsetLeft + box.left * picture.offsetWidth}px`;
    mark.style.top = `${picture.offsetTop + box.top * picture.offsetHeight}px`;
    mark.style.width = `${box.width * picture.offsetWidth}px`;
    mark.style.height = `${box.height * picture.offsetHeight}px`;
  });
  picture.addEventListener("pointerup", () => { start = null; });
  picture.addEventListener("pointercancel", () => { start = null; part = null; mark.hidden = true; });
  picture.addEventListener("click", (event) => {
    if (!part || event.detail === 0) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(part)) numbers.elements[name].value = (100 * value).toFixed(2);
    numbers.requestSubmit();
  });
}
