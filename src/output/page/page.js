
"use strict";
// Sorts a table by the column whose head is pressed: numbers by value, texts as Chinese are sorted; what has none stays
// last, and the total, which stands in the foot, stays where it is.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
const number = text => {
  const value = parseFloat(text.replace(/,/g, ""));
  return Number.isNaN(value) ? null : value;
};
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => {
      const isNumber = head.classList.contains("n");
      const before = head.getAttribute("aria-sort");
      const wanted = before === "none" ? (isNumber ? "descending" : "ascending")
        : before === "ascending" ? "descending" : "ascending";
      const sign = wanted === "ascending" ? 1 : -1;
      const keys = Array.from(body.rows, row => {
        const text = row.cells[column].textContent;
        return [row, isNumber ? number(text) : text || null];
      });
      keys.sort(([, one], [, other]) => {
        if (one === null || other === null) return (one === null) - (other === null);
        return sign * (isNumber ? one - other : order.compare(one, other));
      });
      body.append(...keys.map(([row]) => row));
      heads.forEach(other => other.setAttribute("aria-sort", other === head ? wanted : "none"));
    });
  });
  table.dataset.sorts = "";
}
