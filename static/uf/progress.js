// The bar of what takes a while, every three seconds; without scripts the page loads itself anew.
(function () {
  "use strict";
  const bar = document.getElementById("progress-bar");
  const words = document.getElementById("progress-words");
  if (!bar || !words) return;

  async function look() {
    const answer = await fetch(bar.dataset.url, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer || !answer.ok) return setTimeout(look, 10000);
    const said = await answer.json();
    bar.value = said.percent;
    if (words.textContent !== said.words) words.textContent = said.words;
    return said.goes_on ? setTimeout(look, 3000) : location.reload();
  }

  setTimeout(look, 3000);
})();
