"use strict";
for (const table of document.querySelectorAll("table[data-filter]")) {
  const body = table.tBodies[0], rows = [...body.rows];
  const box = document.createElement("div"), label = document.createElement("label");
  const input = document.createElement("input"), told = document.createElement("span");
  box.className = "filter"; input.type = "search"; told.className = "dim"; told.setAttribute("role", "status");
  label.append("Filter ", input); box.append(label, told); table.before(box);
  const texts = rows.map(row => row.textContent.toLowerCase());
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, n) => { row.hidden = !words.every(word => texts[n].includes(word)); shown += !row.hidden; });
    told.textContent = words.length ? `${shown} of ${rows.length}` : "";
  });
  [...table.tHead.rows[0].cells].forEach((cell, nth) => {
    const button = document.createElement("button");
    button.type = "button"; button.append(...cell.childNodes); cell.append(button);
    button.addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = row => row.cells[nth].textContent.trim();
      const number = text => Number(text.replaceAll(",", "") || 0), plain = !cell.classList.contains("n");
      const order = (a, b) => plain ? value(a).localeCompare(value(b)) : number(value(a)) - number(value(b));
      body.append(...[...rows].sort((a, b) => down ? order(b, a) : order(a, b)));
    });
  });
}
