"use strict";
// Finds a street by its name.
const at = id => document.getElementById(id);
const streets = Array.from(document.querySelectorAll("#streets li"), item => ({
  item, name: item.querySelector(".name").textContent.toLowerCase(),
}));
at("bar").addEventListener("submit", event => event.preventDefault());
at("bar").addEventListener("input", () => {
  const q = at("q").value.trim().toLowerCase();
  let shown = 0;
  for (const { item, name } of streets) {
    const fits = name.includes(q);
    item.classList.toggle("off", !fits);
    shown += fits;
  }
  at("none").hidden = shown > 0;
});
