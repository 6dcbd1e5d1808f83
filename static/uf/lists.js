// Answers a filter at once: fetches the page that the form would open and shows its results in place.
// Without this script, and whenever something is not understood, the form opens that page itself.
"use strict";
for (const form of document.querySelectorAll("form[data-results]")) {
  const part = document.getElementById(form.dataset.results);
  if (!part) continue;
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  form.after(said);
  let waiting = 0;
  let asked = 0;

  const address = () => {
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(given).toString();
    return form.action.split(/[?#]/)[0] + (query && `?${query}`);
  };

  const ask = async () => {
    clearTimeout(waiting);
    const number = (asked += 1);
    const where = address();
    part.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(where);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = answer.ok && page.getElementById(part.id);
      // A slow answer must not take the place of a newer one.
      if (number !== asked) return true;
      if (!found) return false;
      part.replaceChildren(...found.childNodes);
      document.title = page.title;
      history.replaceState(null, "", where);
      const heading = part.querySelector("h2");
      said.textContent = heading ? heading.textContent : "";
      return true;
    } catch (error) {
      return false;
    } finally {
      if (number === asked) part.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await ask())) form.submit();
  });
}
