"use strict";
// Finds apples, and opens their cards. All that it shows is in the page's table, and is put there as text.
const texts = JSON.parse(document.getElementById("texts").textContent);
const at = id => document.getElementById(id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
document.documentElement.classList.add("scripted");

const headers = Array.from(document.querySelectorAll("#list thead th"), head => head.textContent);
const apples = new Map();
for (const apple of document.querySelectorAll(".a")) apples.set(apple.dataset.n, apple);
const needs = Array.from(document.querySelectorAll("#list tbody tr"), row => {
  const cells = Array.from(row.cells, cell => cell.textContent);
  const { n, place, kind, theme, stage } = row.dataset;
  return { n, place, kind, theme, stage, row, apple: apples.get(n), cells, text: cells.join("\n").toLowerCase(), shown: true };
});
const byNumber = new Map(needs.map(need => [need.n, need]));
const column = header => headers.indexOf(header);
const trees = Array.from(document.querySelectorAll(".tree"), tree => {
  const needs = Array.from(tree.querySelectorAll(".a"), apple => byNumber.get(apple.dataset.n));
  return { tree, needs, stop: needs[0] };
});
for (const { n, apple, cells } of needs) {
  const label = fill(texts.apple, { number: n, state: cells[column(texts.state)], content: cells[column(texts.content)] });
  apple.setAttribute("aria-label", label);
}

const stages = new Set();
const value = id => at(id)?.value ?? "";
const wanted = () => {
  const q = at("q").value.trim().toLowerCase();
  const number = q.match(/^#?(\d+)号?$/);
  const [place, kind, theme] = ["place", "kind", "theme"].map(value);
  return need => (!q || (number ? need.n === number[1] : need.text.includes(q)))
    && (!stages.size || stages.has(need.stage))
    && (!place || need.place === place) && (!kind || need.kind === kind) && (!theme || need.theme === theme);
};
const filter = () => {
  performance.mark("filter");
  const fits = wanted();
  let shown = 0;
  for (const need of needs) {
    const fit = fits(need);
    shown += fit;
    if (fit === need.shown) continue;
    need.shown = fit;
    need.apple.classList.toggle("off", !fit);
    need.row.classList.toggle("off", !fit);
  }
  for (const group of trees) {
    const first = group.needs.find(need => need.shown);
    const hidden = trees.length > 1 && !first;
    if (group.tree.hidden !== hidden) group.tree.hidden = hidden;
    if (first && !group.stop.shown) rove(first, group);
  }
  at("none").hidden = shown > 0 || !needs.length;
  at("status").textContent = shown < needs.length ? fill(texts.shown, { shown, all: needs.length }) : "";
  performance.measure("filter", "filter");
};
// One stop of the tab key for each tree; the arrow keys go on from there.
const rove = (to, group) => {
  group.stop.apple.setAttribute("tabindex", "-1");
  to.apple.setAttribute("tabindex", "0");
  group.stop = to;
};
const place = need => {
  const [x, y] = need.apple.getAttribute("transform").match(/-?\d+/g).map(Number);
  return { x, y };
};
const beside = (need, among, key) => {
  const own = place(need);
  let best, least = Infinity;
  for (const other of among) {
    if (other === need) continue;
    const { x, y } = place(other);
    const along = { ArrowRight: x - own.x, ArrowLeft: own.x - x, ArrowDown: y - own.y, ArrowUp: own.y - y }[key];
    const across = key === "ArrowRight" || key === "ArrowLeft" ? y - own.y : x - own.x;
    const far = along + 2 * Math.abs(across);
    if (along > 4 && far < least) [best, least] = [other, far];
  }
  return best;
};
at("grove").addEventListener("keydown", event => {
  const apple = event.target.closest(".a");
  if (!apple) return;
  const need = byNumber.get(apple.dataset.n);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    open(need);
    return;
  }
  const group = trees.find(({ needs }) => needs.includes(need));
  const visible = group.needs.filter(need => need.shown);
  const next = event.key === "Home" ? visible[0] : event.key === "End" ? visible[visible.length - 1]
    : event.key.startsWith("Arrow") ? beside(need, visible, event.key) : undefined;
  if (!next) return;
  event.preventDefault();
  rove(next, group);
  next.apple.focus();
});
at("grove").addEventListener("click", event => {
  const apple = event.target.closest(".a");
  if (apple) open(byNumber.get(apple.dataset.n));
});

const card = at("card");
let current;
const show = need => {
  current = need;
  const state = column(texts.state), content = column(texts.content);
  at("card-number").textContent = need.cells[0];
  at("card-state").textContent = need.cells[state];
  at("card-content").textContent = need.cells[content];
  at("card-shape").setAttribute("href", `#${need.kind}-${need.stage}`);
  const fields = [];
  need.cells.forEach((cell, i) => {
    if (i === 0 || i === state || i === content || !cell) return;
    const [name, said] = [document.createElement("dt"), document.createElement("dd")];
    name.textContent = headers[i];
    said.textContent = cell;
    fields.push(name, said);
  });
  at("card-fields").replaceChildren(...fields);
};
const open = need => {
  show(need);
  if (!card.open) card.showModal();
};
const step = by => {
  const visible = needs.filter(need => need.shown);
  const next = visible[(visible.indexOf(current) + by + visible.length) % visible.length];
  if (next) show(next);
};
at("card-previous").addEventListener("click", () => step(-1));
at("card-next").addEventListener("click", () => step(1));
at("card-close").addEventListener("click", () => card.close());
card.addEventListener("click", event => { if (event.target === card) card.close(); });
card.addEventListener("close", () => {
  const group = trees.find(({ needs }) => needs.includes(current));
  if (!group || group.tree.hidden) return;
  if (!current.shown) return;
  rove(current, group);
  current.apple.focus();
});

at("bar").addEventListener("submit", event => {
  event.preventDefault();
  const found = needs.filter(need => need.shown);
  if (found.length === 1) open(found[0]);
});
at("bar").addEventListener("input", filter);
at("bar").addEventListener("reset", () => {
  stages.clear();
  for (const key of document.querySelectorAll(".key")) key.setAttribute("aria-pressed", "false");
  setTimeout(filter);
});
for (const key of document.querySelectorAll(".key")) {
  key.addEventListener("click", () => {
    const { stage } = key.dataset;
    if (!stages.delete(stage)) stages.add(stage);
    key.setAttribute("aria-pressed", String(stages.has(stage)));
    filter();
  });
}
at("as-list").addEventListener("click", () => {
  const is_open = at("list").classList.toggle("open");
  at("as-list").setAttribute("aria-pressed", String(is_open));
  if (is_open) at("list").scrollIntoView();
});
// `tree.html#37` opens a card.
const asked = () => {
  const need = byNumber.get(decodeURIComponent(location.hash.slice(1)));
  if (need) open(need);
};
addEventListener("hashchange", asked);
asked();
