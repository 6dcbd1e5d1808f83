// Being told in this browser: asks for its permission, has it make its address, and sends that with the form.
// Without this script the page says so and leads to the alerts by mail.
(function () {
  "use strict";
  const part = document.querySelector("[data-push]");
  const say = (what) => {
    document.querySelectorAll("[data-push-said]").forEach((one) => (one.hidden = one.dataset.pushSaid !== what));
  };
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    part.hidden = true;
    return say("unable");
  }

  // Who wants no pages kept gets a worker that keeps none.
  const keepsNothing = () => {
    try {
      return localStorage.getItem("uf-offline") === "off";
    } catch (error) {
      return true;
    }
  };

  async function worker() {
    await navigator.serviceWorker.register(keepsNothing() ? "/sw.js?only=push" : "/sw.js");
    return navigator.serviceWorker.ready;
  }

  const text = (octets) => btoa(String.fromCharCode(...new Uint8Array(octets))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const octets = (words) => Uint8Array.from(atob(words.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

  // For the worker, which has to say by what this browser was known when the browser renews its subscription.
  async function keep(shown) {
    if (keepsNothing()) return;
    const held = { endpoint: shown.endpoint, secret: shown.secret, server: part.dataset.push };
    await (await caches.open("uf-push")).put("/push/held", new Response(JSON.stringify(held)));
  }

  async function fill(form, subscription) {
    const shown = { endpoint: subscription.endpoint, key: text(subscription.getKey("p256dh")), secret: text(subscription.getKey("auth")) };
    for (const [name, value] of Object.entries(shown)) if (form.elements[name]) form.elements[name].value = value;
    await keep(shown).catch(() => {});
  }

  // A subscription under another key of ours is of no use any more.
  async function subscribed(manager) {
    const wanted = { userVisibleOnly: true, applicationServerKey: octets(part.dataset.push) };
    try {
      return await manager.subscribe(wanted);
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      await (await manager.getSubscription()).unsubscribe();
      return manager.subscribe(wanted);
    }
  }

  async function follow(event) {
    event.preventDefault();
    const form = event.target;
    say("");
    if ((await Notification.requestPermission()) !== "granted") return say("refused");
    try {
      await fill(form, await subscribed((await worker()).pushManager));
    } catch (error) {
      return say("failed");
    }
    form.submit();
  }

  async function showMine() {
    const registration = await navigator.serviceWorker.getRegistration("/");
    const subscription = registration && (await registration.pushManager.getSubscription());
    if (!subscription) return;
    const form = part.querySelector("[data-push-mine]");
    await fill(form, subscription);
    form.hidden = false;
  }

  part.querySelector("[data-push-follow]").addEventListener("submit", follow);
  showMine().catch(() => {});
})();
