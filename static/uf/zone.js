// Fills in the time zone that this browser is set to, where a form asks for it and nobody has chosen yet.
// It goes nowhere but into that field. Without this script the site guesses from the browser's languages.
"use strict";
(function () {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  // A browser that hides where it is says UTC: then the guess stays.
  if (!zone.includes("/") || zone.startsWith("Etc/")) return;
  for (const field of document.querySelectorAll("[data-own-zone]")) {
    // Some browsers go on saying Asia/Calcutta for Asia/Kolkata.
    const called = new Map(field.dataset.ownZone.split(" ").map((pair) => pair.split("=")));
    const name = called.get(zone) || zone;
    if (!field.options || [...field.options].some((one) => one.value === name)) field.value = name;
  }
})();
