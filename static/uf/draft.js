// Keeps a form that is being filled in on this phone until it has reached the server, and sends it when there is a network.
// The draft belongs to whoever is logged in; it goes when it was sent, thrown away, or at the log-out. Photos are not kept.
(function () {
  "use strict";
  const PREFIX = "uf-draft-";
  const AGAIN = 20000;
  const own = (key) => key.startsWith(PREFIX);

  function forgetAll(but) {
    for (const key of Object.keys(localStorage)) if (own(key) && !(but && key.startsWith(but))) localStorage.removeItem(key);
  }

  // What a person types or ticks; not the token of this showing, and no file.
  function fields(form) {
    return [...form.elements].filter((one) => one.name && one.type !== "file" && one.name !== "csrfmiddlewaretoken" && one.type !== "submit");
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

  function wire(form) {
    const key = PREFIX + form.dataset.draft;
    let sending = false;
    let waits = false;
    const keep = () => localStorage.setItem(key, JSON.stringify(read(form)));
    const drop = () => localStorage.removeItem(key);
    forgetAll(PREFIX + form.dataset.draft.split("-")[0] + "-");
    const kept = JSON.parse(localStorage.getItem(key) || "null");
    if (kept) {
      const box = notice(form, form.dataset.found, [
        button(form.dataset.restore, () => { write(form, kept); box.remove(); }),
        button(form.dataset.discard, () => { drop(); box.remove(); }),
      ]);
    }
    form.addEventListener("input", keep);

    async function send() {
      if (sending) return;
      sending = true;
      try {
        const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
        const isElsewhere = answer.redirected && !answer.url.includes("/log-in/");
        if (isElsewhere) drop();
        // Whatever else the server says is shown by sending it as any browser does; what was done is not done twice.
        if (answer.redirected) location.assign(answer.url);
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
    document.querySelectorAll("form[data-draft]").forEach(wire);
    document.querySelectorAll("form[data-drafts=forget]").forEach((form) => form.addEventListener("submit", () => forgetAll()));
  } catch (error) {
    // A browser that forbids storage: the form works as without script.
  }
})();
