"use strict";
// Lights the partners of a line, says why it is what it is, and moves by the keys. All of it is in the page
// without this: the lines, the reasons, the links.
const aside = document.querySelector("aside");
const sections = [...document.querySelectorAll("section[data-f]")];

const panelsOf = (section) => [...section.querySelectorAll(".panel")];
const linesOf = (panel) => [...panel.querySelectorAll("a[id]")];
const keysOf = (line) => (line.dataset.k || "").split(" ").filter(Boolean);
const lineOf = (event) => event.target.closest && event.target.closest(".panel a[id]");

function light(line) {
  document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
  if (!line) return;
  const keys = new Set(line.dataset.line ? [line.dataset.line] : keysOf(line));
  for (const other of line.closest("section").querySelectorAll(".panel a[data-k], g[data-line]")) {
    const own = other.dataset.line ? [other.dataset.line] : keysOf(other);
    if (own.some((key) => keys.has(key))) other.classList.add("lit");
  }
}

function tell(line) {
  const lines = [line, ...line.closest("section").querySelectorAll(".panel .lit")];
  const reasons = lines.map((one) => document.getElementById("why-" + one.id)).filter(Boolean);
  const seen = [...new Set(reasons)].sort((a, b) => (a.id === "why-" + line.id ? -1 : 0));
  aside.replaceChildren(...seen.flatMap((one) => {
    const list = document.createElement("dl");
    const [term, text] = [one, one.nextElementSibling].map((part) => part.cloneNode(true));
    term.removeAttribute("id");
    list.append(term, text);
    return [list];
  }));
}

function at(line) {
  light(line);
  tell(line);
}

function enter(line) {
  const section = line.closest("section");
  section.querySelectorAll(".panel a[tabindex='0']").forEach((one) => { one.tabIndex = -1; });
  line.tabIndex = 0;
  line.focus();
}

// One line of each function can be tabbed to; from there the arrows lead on.
for (const section of sections) {
  const lines = panelsOf(section).flatMap(linesOf);
  lines.forEach((line, number) => { line.tabIndex = number ? -1 : 0; });
}

document.addEventListener("mouseover", (event) => {
  const line = lineOf(event) || (event.target.closest && event.target.closest("section g[data-line]"));
  if (line) at(line);
});
document.addEventListener("focusin", (event) => {
  const line = lineOf(event);
  if (line) at(line);
});

function beside(line, step) {
  const panels = panelsOf(line.closest("section"));
  const panel = panels[panels.indexOf(line.closest(".panel")) + step];
  if (!panel) return null;
  return panel.querySelector("a[id].lit") || linesOf(panel)[0];
}

function beyond(line, step) {
  const lines = linesOf(line.closest(".panel"));
  return lines[lines.indexOf(line) + step];
}

const MOVES = {
  ArrowDown: (line) => beyond(line, 1), j: (line) => beyond(line, 1),
  ArrowUp: (line) => beyond(line, -1), k: (line) => beyond(line, -1),
  ArrowRight: (line) => beside(line, 1), l: (line) => beside(line, 1),
  ArrowLeft: (line) => beside(line, -1), h: (line) => beside(line, -1),
};

document.addEventListener("keydown", (event) => {
  const line = lineOf(event);
  if (!line || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") {
    light(null);
    aside.replaceChildren();
    return;
  }
  const next = MOVES[event.key] && MOVES[event.key](line);
  if (next) {
    event.preventDefault();
    enter(next);
  }
});

function follow() {
  const line = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (line && line.matches(".panel a")) enter(line);
}
addEventListener("hashchange", follow);
follow();
