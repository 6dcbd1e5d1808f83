{# The service worker: pages of the record that were read, for the street without network. #}{% load static %}// Network first; what is kept answers only when there is none. Public pages of the record and of actions alone:
// an answer that is not marked public, or that belongs to one person, is never kept.
"use strict";
const SHELL = "uf-shell-{{ version }}";
const PAGES = "uf-pages";
const MOST = 40;
const PATIENCE = 6000;
const FILES = [{% for file in files %}"{{ file }}", {% endfor %}];
const OFFLINE = [{% for language in languages %}"/{{ language }}/offline/", {% endfor %}];
const KEEP = /^\/[a-z]{2,3}\/((prisoners|actions|campaigns)\/[^/]+\/|prisoners\/|actions\/|hearings\/)?$/;

// Whoever wants no pages kept may still be told something.
const KEEPS = !new URLSearchParams(location.search).has("only");

self.addEventListener("install", (event) => {
  if (!KEEPS) event.waitUntil(self.skipWaiting());
  else event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...FILES, ...OFFLINE])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("uf-shell-") && name !== SHELL;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});

self.addEventListener("fetch", (event) => {
  if (!KEEPS) return;
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(fileOf(request));
  else if (request.mode === "navigate" && (KEEP.test(url.pathname) || OFFLINE.includes(url.pathname)))
    event.respondWith(pageOf(event, url));
});

async function fileOf(request) {
  return (await caches.match(request)) || fetch(request);
}

async function pageOf(event, url) {
  try {
    const answer = await inTime(fetch(event.request));
    if (isPublic(answer) && !url.search) event.waitUntil(keep(event.request, answer.clone()));
    if (answer.status === 404 || answer.status === 410) event.waitUntil(drop(event.request));
    return answer;
  } catch (error) {
    const language = url.pathname.split("/")[1];
    return (await caches.match(event.request, { ignoreSearch: true })) || (await caches.match(`/${language}/offline/`)) || Response.error();
  }
}

function inTime(promise) {
  return Promise.race([promise, new Promise((_, refuse) => setTimeout(refuse, PATIENCE, new Error("slow")))]);
}

function isPublic(answer) {
  return answer.ok && answer.type === "basic" && !answer.redirected && /(^|[ ,])public/.test(answer.headers.get("Cache-Control") || "");
}

async function keep(request, answer) {
  const cache = await caches.open(PAGES);
  await cache.delete(request);
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((old) => cache.delete(old)));
}

// What was withdrawn from the record is withdrawn here too.
async function drop(request) {
  return (await caches.open(PAGES)).delete(request);
}

// What is told without an address: sealed for this browser, shown in neutral words unless its reader chose otherwise.
self.addEventListener("push", (event) => {
  const told = event.data.json();
  const shown = { body: told.body, tag: told.tag, lang: told.lang, dir: told.dir, data: told.url, icon: "{% static "uf/icon-180.png" %}" };
  event.waitUntil(self.registration.showNotification(told.title, shown));
});

// Some browsers renew their subscription by themselves: what was followed under the old one goes on under the new one.
// By what it was known the browser says itself, or the page has kept it where pages may be kept.
const HELD = "uf-push";

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(carryOver(event)));

async function carryOver(event) {
  const kept = await caches.match("/push/held", { cacheName: HELD });
  const old = event.oldSubscription ? shown(event.oldSubscription) : kept && (await kept.json());
  if (!old) return;
  const wanted = { userVisibleOnly: true, applicationServerKey: event.oldSubscription?.options?.applicationServerKey || old.server };
  const made = shown(event.newSubscription || (await self.registration.pushManager.subscribe(wanted)));
  const body = new URLSearchParams({ ...made, old_endpoint: old.endpoint, old_secret: old.secret });
  const answer = await fetch("/push/renewed/", { method: "POST", body, credentials: "omit" });
  if (answer.ok && kept) await (await caches.open(HELD)).put("/push/held", new Response(JSON.stringify({ ...old, ...made })));
}

function shown(subscription) {
  const text = (name) => btoa(String.fromCharCode(...new Uint8Array(subscription.getKey(name)))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  return { endpoint: subscription.endpoint, key: text("p256dh"), secret: text("auth") };
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});
