"use strict";
// Shows one community after another, and reads its data again from the file beside it. It keeps the newest data only, and
// changes the elements that are there instead of adding more: it runs for days.
const texts = JSON.parse(document.getElementById("texts").textContent);
const at = id => document.getElementById(id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const SVG = "http://www.w3.org/2000/svg";
const dataFile = document.currentScript.dataset.file;
// Seconds; an address may set others: screen.html?slide=8&read=30.
const asked = new URLSearchParams(location.search);
const seconds = (name, usual) => Math.max(1, Number(asked.get(name)) || usual) * 1000;
const SLIDE = seconds("slide", 12), READ = seconds("read", 60), CLAIM = seconds("claim", 6);

let data, slide = -1, claim = -1, paused = false;
const apples = [];
const apple = i => {
  if (!apples[i]) {
    const [group, shape, text] = ["g", "use", "text"].map(name => document.createElementNS(SVG, name));
    group.append(shape, text);
    at("apples").append(group);
    apples[i] = { group, shape, text };
  }
  return apples[i];
};
const lines = [];
const line = i => {
  if (!lines[i]) {
    const [item, number, text] = ["li", "b", "span"].map(name => document.createElement(name));
    item.append(number, text);
    at("waiting").append(item);
    lines[i] = { item, number, text };
  }
  return lines[i];
};
// A long name is smaller, so that it leaves room for the wishes below it.
const show = (id, text) => {
  at(id).textContent = text;
  at(id).style.setProperty("--letters", text.length);
};
// All is 100 and nothing is 0; what is neither is in between.
const percent = (part, all) => part < all ? Math.min(99, Math.ceil(part * 100 / all)) : all ? 100 : 0;

const whole = () => {
  const { all, claimed, fulfilled } = data.counts;
  const taken = percent(claimed + fulfilled, all);
  show("title", data.title);
  at("percent").textContent = all ? fill(texts.progress, { percent: taken }) : "";
  at("progress").setAttribute("aria-valuenow", taken);
  at("part-claimed").setAttribute("width", percent(claimed + fulfilled, all));
  at("part-fulfilled").setAttribute("width", percent(fulfilled, all));
};
const draw = () => {
  const now = data.slides[slide];
  show("place", now ? now.tree.part ? `${now.tree.place} ${now.tree.part}` : now.tree.place : texts.empty);
  const counts = now ? now.counts : data.counts;
  for (const stage of ["open", "partly_claimed", "claimed", "fulfilled"]) at(`count-${stage}`).textContent = counts[stage];
  at("crown").setAttribute("href", `#tree${now ? now.tree.variant : 0}`);
  const hung = now ? now.tree.apples : [];
  at("apples").setAttribute("font-size", now ? now.tree.digits : 20);
  hung.forEach(({ number, x, y, kind, stage }, i) => {
    const { group, shape, text } = apple(i);
    group.setAttribute("transform", `translate(${x} ${y})`);
    shape.setAttribute("href", `#${kind}-${stage}`);
    for (const side of ["x", "y"]) shape.setAttribute(side, -now.tree.half);
    for (const side of ["width", "height"]) shape.setAttribute(side, now.tree.box);
    text.textContent = number;
  });
  apples.forEach(({ group }, i) => i < hung.length ? group.removeAttribute("display") : group.setAttribute("display", "none"));
  const waiting = now ? now.waiting : [];
  // A community may have several trees: one of them with nothing that waits is not all of it.
  const isTaken = now && !(counts.open + counts.partly_claimed);
  at("waiting-head").textContent = waiting.length ? texts.waiting_here : isTaken ? texts.all_taken : "";
  waiting.forEach(({ number, content }, i) => {
    const one = line(i);
    one.number.textContent = fill(texts.number, { number });
    one.text.textContent = content;
  });
  lines.forEach(({ item }, i) => { item.hidden = i >= waiting.length; });
};
const turn = by => {
  if (!data) return;
  slide = data.slides.length ? (slide + by + data.slides.length) % data.slides.length : -1;
  const main = document.querySelector("main");
  main.classList.add("turning");
  setTimeout(() => {
    draw();
    main.classList.remove("turning");
  }, 450);
};
const tell = () => {
  if (!data) return;
  const count = data.claims.length;
  claim = count ? (claim + 1) % count : -1;
  const latest = data.claims[claim];
  const { all, open, partly_claimed } = data.counts;
  const [, month, day] = latest ? latest.on.split("-").map(Number) : [];
  at("latest").textContent = latest
    ? fill(texts.claimed, { day: fill(texts.month_day, { month, day }), by: latest.by, number: latest.number })
    : !all ? texts.hand_in : open + partly_claimed ? texts.waiting : texts.all_taken;
};

// The data file calls this.
globalThis.shuangwei = read => {
  const isFirst = !data, isNew = isFirst || data.fingerprint !== read.fingerprint;
  data = read;
  whole();
  if (slide >= data.slides.length) slide = -1;
  if (isFirst) {
    slide = data.slides.length ? 0 : -1;
    draw();
    tell();
  } else if (isNew) {
    draw();
  }
};
let reads = 0;
const read = () => {
  const script = document.createElement("script");
  // Read while the folder is being replaced it is not there: the next reading finds it.
  script.onload = script.onerror = () => script.remove();
  script.src = `${dataFile}?${reads++}`;
  document.head.append(script);
};
at("pause").addEventListener("click", () => {
  paused = !paused;
  at("pause").textContent = paused ? texts.go_on : texts.pause;
});
addEventListener("keydown", ({ key }) => {
  if (key === "ArrowRight") turn(1);
  if (key === "ArrowLeft") turn(-1);
});
setInterval(() => paused || turn(1), SLIDE);
setInterval(() => paused || tell(), CLAIM);
setInterval(read, READ);
read();
