// The page of the preview. What it shows comes from the server; texts are set as texts, never as markup.

const byId = (id) => document.getElementById(id);
const select = byId("name");
const frame = byId("html");
const tabs = [...document.querySelectorAll('[role="tab"]')];

/** What is in sight: the answer of the server to the last question. */
let shown;
/** Questions are counted, so that a late answer to an earlier one is not taken for the last. */
let asked = 0;

function element(tag, { text, ...properties } = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...(text === undefined ? [] : [text]), ...children);
  return made;
}

const ask = async (address) => (await fetch(address)).json();

/** An answer in several lines, each as it comes. */
async function* askLines(address) {
  let rest = "";
  for await (const text of (await fetch(address)).body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

const addressOf = (part = "") => `/pages/${encodeURIComponent(select.value)}${part}`;

function say(text, failed = false) {
  byId("status").textContent = text;
  byId("status").classList.toggle("failed", failed);
}

async function showPlan() {
  const { value, problems } = await ask("/plan");
  if (!value) {
    showProblems(problems, "Nothing can be made");
    return false;
  }
  const wanted = select.value || new URLSearchParams(location.search).get("name");
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const names = value.toSorted((a, b) => compare(a.label, b.label));
  select.replaceChildren(...names.map(({ name, label }) => element("option", { value: name, text: label })));
  if (names.some(({ name }) => name === wanted)) select.value = wanted;
  return true;
}

async function showPage() {
  const question = ++asked;
  const name = select.value;
  const at = [...select.options].findIndex((option) => option.selected);
  byId("previous").disabled = at <= 0;
  byId("next").disabled = at >= select.options.length - 1;
  history.replaceState(null, "", `/?name=${encodeURIComponent(name)}`);
  const before = performance.now();
  say("Making it …");
  let answer;
  // The page comes first, and then the whole with its PDF.
  for await (answer of askLines(addressOf())) {
    if (question !== asked) return;
    showAnswer({ ...answer, name });
  }
  const took = Math.round(performance.now() - before);
  const pages = answer.pageCount === 1 ? "1 page" : `${answer.pageCount} pages`;
  showProblems(answer.problems, answer.isCurrent ? `${pages}, ${took} ms` : undefined);
  for (const panel of ["data", "tags"]) byId(panel).replaceChildren();
  await showLate();
}

function showAnswer(answer) {
  const before = shown;
  shown = answer;
  if (answer.title !== undefined) {
    byId("title").textContent = answer.title;
    document.title = `${answer.title} – preview`;
  }
  const isOther = before?.name !== answer.name || before?.revision !== answer.revision;
  if (isOther) {
    showHtml();
    showFigures();
  }
  if (!answer.isEarly && (isOther || before?.isEarly)) showPdf();
  if (answer.isEarly) say("Its PDF is made …");
}

const outputAddress = (file) =>
  shown.revision === undefined ? "about:blank" : `${addressOf(`/${file}`)}?${shown.revision}`;

function showHtml() {
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener(
    "load",
    () => {
      frame.contentWindow.scrollTo(0, top);
      frame.contentDocument.addEventListener("click", followClick);
    },
    { once: true },
  );
  frame.src = outputAddress("briefing.html");
}

function showPdf() {
  byId("pdf").src = outputAddress("briefing.pdf");
  byId("pdf-link").href = outputAddress("briefing.pdf");
}

function followClick({ target }) {
  const id = target.closest?.("[data-claim]")?.dataset.claim;
  if (id === undefined) return;
  choose("figures");
  const figure = [...document.querySelectorAll(".figure")].find((one) => one.dataset.claim === id);
  for (const one of document.querySelectorAll(".figure")) one.classList.toggle("followed", one === figure);
  figure?.scrollIntoView({ block: "center" });
  figure?.querySelector("button")?.focus({ preventScroll: true });
}

function showInPage(id) {
  const found = [...frame.contentDocument.querySelectorAll("[data-claim]")].filter((one) => one.dataset.claim === id);
  for (const one of frame.contentDocument.querySelectorAll("[data-claim]")) one.style.outline = "";
  for (const one of found) one.style.outline = "3px solid #d4351c";
  found[0]?.scrollIntoView({ block: "center" });
  say(
    found.length === 0
      ? "It is not printed."
      : `Outlined in the page ${found.length === 1 ? "once" : `${found.length} times`}.`,
  );
}

function showProblems(problems, done) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const of = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const counted = [
    [errors, "error"],
    [problems.length - errors, "warning"],
  ].filter(([count]) => count > 0);
  byId("tab-problems").textContent = problems.length === 0 ? "Problems" : `Problems (${problems.length})`;
  byId("problems").replaceChildren(
    ...(problems.length === 0
      ? [element("p", { text: "There are none." })]
      : problems.toReversed().map(({ severity, text }) => element("p", { className: `problem ${severity}`, text }))),
  );
  const last = shown?.revision === undefined ? "" : " The last page that could be made stays in sight.";
  const told = counted.map(([count, word]) => of(count, word)).join(", ");
  if (errors > 0) {
    say(`${done ?? "Not made"}: ${told}.${last}`, true);
    choose("problems");
  } else say([done, told].filter(Boolean).join(", "));
}

function showFigures() {
  const figures = (shown.figures ?? []).toSorted((a, b) => Number(b.isPrinted) - Number(a.isPrinted));
  byId("tab-figures").textContent = `Figures (${figures.length})`;
  byId("figures").replaceChildren(...figures.map(figureItem));
}

function figureItem({ id, value, phrase, verdict, isPrinted, reasons, cells }) {
  const find = element("button", { type: "button", text: "Show in the page" });
  // Who speaks to it says what he sees.
  find.setAttribute("aria-label", `Show in the page: ${id}`);
  find.addEventListener("click", () => showInPage(id));
  const item = element("article", { className: "figure" }, [
    element("h3", { text: value }),
    element("p", { text: phrase }),
    element("p", { className: "quiet", text: [id, verdict, ...(isPrinted ? [] : ["not printed"])].join(" · ") }),
    ...reasons.map((text) => element("p", { className: "quiet", text })),
    element(
      "ul",
      {},
      cells.map(({ role, label, value, source }) => element("li", { text: `${role}: ${label}: ${value} (${source})` })),
    ),
    ...(isPrinted ? [find] : []),
  ]);
  item.dataset.claim = id;
  return item;
}

/** What takes work is asked for when its tab is opened. */
async function showLate() {
  const open = tabs.find((tab) => tab.getAttribute("aria-selected") === "true").getAttribute("aria-controls");
  const panel = byId(open);
  if (panel.childElementCount > 0 || shown?.revision === undefined) return;
  if (open === "data") fill(panel, await ask("/data"), (datasets) => datasets.map(dataTable));
  if (open === "tags") fill(panel, await ask(addressOf("/tags")), (nodes) => [tagList(nodes)]);
}

function fill(panel, { value, problems = [] }, show) {
  panel.replaceChildren(
    ...(value ? show(value) : problems.map(({ text }) => element("p", { className: "problem error", text }))),
  );
}

function dataTable({ title, headings, rows, total }) {
  // What all of the rows have alike is said once, above them.
  const isAlike = headings.map((_, column) => rows.length > 1 && rows.every((row) => row[column] === rows[0][column]));
  const told = (row) => row.filter((_, column) => !isAlike[column]);
  const head = element(
    "tr",
    {},
    told(headings).map((text) => element("th", { scope: "col", text })),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      told(row).map((text) => element("td", { text })),
    ),
  );
  const count = rows.length < total ? `the first ${rows.length} of ${total} cells` : `${total} cells`;
  const alike = headings.flatMap((heading, column) =>
    isAlike[column] && rows[0][column] !== "" ? [element("p", { text: `${heading}: ${rows[0][column]}` })] : [],
  );
  return element("table", {}, [
    element("caption", {}, [`${title}, as it is protected: ${count}`, ...alike]),
    element("thead", {}, [head]),
    element("tbody", {}, body),
  ]);
}

/** Elements as a list in a list; texts stand where they are read. */
function tagList(nodes) {
  const item = (node) =>
    typeof node === "string"
      ? element("li", { text: node })
      : element("li", {}, [
          element("span", { className: "role", text: node.role }),
          ...(node.alt === undefined ? [] : [` “${node.alt}”`]),
          // A text alone stands beside its element.
          ...(node.children.length === 1 && typeof node.children[0] === "string"
            ? [` ${node.children[0]}`]
            : node.children.length > 0
              ? [tagList(node.children)]
              : []),
        ]);
  return element("ul", {}, nodes.map(item));
}

function choose(id) {
  for (const tab of tabs) {
    const isChosen = tab.getAttribute("aria-controls") === id;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !isChosen;
  }
}

for (const [index, tab] of tabs.entries()) {
  const open = (other) => {
    choose(other.getAttribute("aria-controls"));
    other.focus();
    void showLate();
  };
  tab.addEventListener("click", () => open(tab));
  tab.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) open(tabs.at((index + step) % tabs.length));
    if (key === "Home") open(tabs[0]);
    if (key === "End") open(tabs.at(-1));
  });
}

function move(step) {
  select.selectedIndex += step;
  void showPage();
}

select.addEventListener("change", () => void showPage());
byId("previous").addEventListener("click", () => move(-1));
byId("next").addEventListener("click", () => move(1));
byId("reload").addEventListener("click", () => void fetch("/reload", { method: "POST" }));

async function showAll() {
  if (await showPlan()) await showPage();
}

const events = new EventSource("/events");
events.addEventListener("changed", () => void showAll());
events.addEventListener("error", () => say("The preview has ended, or cannot be reached.", true));
choose("problems");
await showAll();
