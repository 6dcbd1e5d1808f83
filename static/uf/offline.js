// Keeps what was read on this device for the street without network; page /…/offline/ shows and ends it.
// The choice and the kept sign-ups stay in this browser; nothing of it is ever sent.
(function () {
  "use strict";
  const CHOICE = "uf-offline";
  const KEPT = "uf-kept";
  const isOff = () => localStorage.getItem(CHOICE) === "off";
  const kept = () => JSON.parse(localStorage.getItem(KEPT) || "[]");

  function start() {
    if ("serviceWorker" in navigator && !isOff()) navigator.serviceWorker.register("/sw.js").catch(() => {});
  }

  async function stop() {
    localStorage.setItem(CHOICE, "off");
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map(leave));
    await forget();
  }

  // A browser that is told something (page /…/alerts/browser/) goes on being told it, by a worker that keeps nothing.
  async function leave(worker) {
    const isTold = worker.pushManager && (await worker.pushManager.getSubscription());
    return isTold ? navigator.serviceWorker.register("/sw.js?only=push") : worker.unregister();
  }

  async function forget() {
    localStorage.removeItem(KEPT);
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("uf-")).map((name) => caches.delete(name)));
  }

  // A part of a page that only its reader may keep, such as one's own sign-up: kept as words, on request.
  function offerToKeep(part) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain";
    button.textContent = part.dataset.keepLabel;
    button.addEventListener("click", () => {
      const words = part.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
      const others = kept().filter((one) => one.key !== part.dataset.keep);
      localStorage.setItem(KEPT, JSON.stringify([{ key: part.dataset.keep, words }, ...others].slice(0, 20)));
      button.textContent = part.dataset.keptLabel;
      button.disabled = true;
    });
    part.insertAdjacentElement("afterend", button);
  }

  function listKept(place) {
    for (const one of kept()) {
      const item = document.createElement("li");
      for (const line of one.words) item.append(line, document.createElement("br"));
      place.append(item);
    }
    show(place);
  }

  async function listPages(place) {
    const cache = await caches.open("uf-pages");
    for (const request of (await cache.keys()).reverse()) {
      const title = /<title>([^<]*)/.exec(await (await cache.match(request)).text());
      const words = new DOMParser().parseFromString(title ? title[1] : request.url, "text/html").body.textContent;
      const link = document.createElement("a");
      link.href = request.url;
      link.textContent = words;
      const item = document.createElement("li");
      item.append(link);
      place.append(item);
    }
    show(place);
  }

  function show(place) {
    if (place.children.length) place.closest("[data-offline-part]").hidden = false;
  }

  function wire(page) {
    const state = () => {
      page.querySelector("[data-offline-on]").hidden = isOff();
      page.querySelector("[data-offline-off]").hidden = !isOff();
    };
    const on = (name, act) =>
      page.querySelector(`[data-offline=${name}]`).addEventListener("click", async () => {
        await act();
        location.reload();
      });
    on("stop", stop);
    on("forget", forget);
    on("start", async () => localStorage.removeItem(CHOICE));
    state();
    listKept(page.querySelector("[data-offline-kept]"));
    if (window.caches && !isOff()) listPages(page.querySelector("[data-offline-pages]"));
  }

  try {
    start();
    document.querySelectorAll("[data-keep]").forEach(offerToKeep);
    document.querySelectorAll("[data-offline-page]").forEach(wire);
  } catch (error) {
    // A browser that forbids storage: the site works as without script.
  }
})();
