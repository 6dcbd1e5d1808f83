// Keeps a form of the desk that is being filled in on this device until it has reached the server. A report from the street
// (data-offline) is sent by itself as soon as there is a network.
// The draft belongs to whoever is logged in; it goes when it was sent, thrown away, or at the log-out. Photos are not kept.
(function () {
  "use strict";
  const PREFIX = "uf-draft-";
  const SENT = "uf-sent";
  const AGAIN = 20000;
  const own = (key) => key.startsWith(PREFIX);

  function forgetAll(but) {
    for (const key of Object.keys(localStorage)) if (own(key) && !(but && key.startsWith(but))) localStorage.removeItem(key);
  }

  // What a person types or ticks; not the token of this showing, and no file.
  function fields(form) {
    return [...form.elements].filter((one) => one.name && !["file", "password"].includes(one.type) && one.name !== "csrfmiddlewaretoken" && one.type !== "submit");
  }

  function read(form) {
    const said = {};
    for (const one of fields(form)) {
      if (one.type === "checkbox" || one.type === "radio") (said[one.name] ||= []).push(...(one.checked ? [one.value] : []));
      else said[one.name] = one.value;
    }
    return said;
  }

  function write(form, said) {
    for (const one of fields(form)) {
      if (!(one.name in said)) continue;
      if (one.type === "checkbox" || one.type === "radio") one.checked = said[one.name].includes(one.value);
      else one.value = said[one.name];
    }
  }

  // A form that was sent has arrived when the server led on to another page; an error or a look before sending does not.
  function dropWhatArrived() {
    const key = sessionStorage.getItem(SENT);
    const isLedOn = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
    if (!key || !isLedOn || document.querySelector(`form[data-draft="${CSS.escape(key.slice(PREFIX.length))}"]`)) return;
    localStorage.removeItem(key);
    sessionStorage.removeItem(SENT);
  }

  function notice(form, words, buttons) {
    const box = form.previousElementSibling?.matches("[data-draft-notice]") ? form.previousElementSibling : document.createElement("div");
    box.dataset.draftNotice = "";
    box.className = "notice";
    box.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = words;
    box.replaceChildren(text, ...buttons);
    form.before(box);
    return box;
  }

  function button(label, act) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "button plain";
    one.textContent = label;
    one.addEventListener("click", act);
    return one;
  }

  // Another place on the page that is open would not be asked for anew, and its notices stand at the top.
  function go(to) {
    const there = new URL(to, location.href);
    location.assign(there.pathname + there.search);
  }

  function wire(form) {
    const key = PREFIX + form.dataset.draft;
    let sending = false;
    let waits = false;
    const keep = () => localStorage.setItem(key, JSON.stringify(read(form)));
    const drop = () => localStorage.removeItem(key);
    forgetAll(PREFIX + form.dataset.draft.split("-")[0] + "-");
    const kept = JSON.parse(localStorage.getItem(key) || "null");
    // What the server has sent back filled in needs no offer.
    if (kept && JSON.stringify(kept) !== JSON.stringify(read(form))) {
      const box = notice(form, form.dataset.found, [
        button(form.dataset.restore, () => { write(form, kept); box.remove(); }),
        button(form.dataset.discard, () => { drop(); box.remove(); }),
      ]);
    }
    form.addEventListener("input", keep);
    if (!form.dataset.offline) {
      form.addEventListener("submit", () => { keep(); sessionStorage.setItem(SENT, key); });
      return;
    }

    async function send() {
      if (sending) return;
      sending = true;
      try {
        // Asked for by name, the server says where to go on; a page that is fetched here would show its notices to nobody.
        const headers = { Accept: "application/json" };
        const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin", headers });
        const isTaken = answer.ok && (answer.headers.get("Content-Type") || "").startsWith("application/json");
        if (isTaken) drop();
        // Whatever else the server says is shown by sending it as any browser does; what was done is not done twice.
        if (isTaken) go((await answer.json()).to);
        else if (answer.redirected) location.assign(answer.url);
        else HTMLFormElement.prototype.submit.call(form);
      } catch {
        waits = true;
        sending = false;
        notice(form, form.dataset.offline, []);
      }
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
      send();
    });
    window.addEventListener("online", () => { if (waits) send(); });
    setInterval(() => { if (waits && navigator.onLine) send(); }, AGAIN);
  }

  try {
    dropWhatArrived();
    document.querySelectorAll("form[data-draft]").forEach(wire);
    document.querySelectorAll("form[data-drafts=forget]").forEach((form) => form.addEventListener("submit", () => forgetAll()));
  } catch (error) {
    // A browser that forbids storage: the form works as without script.
  }
})();
