import { equationMathml, explain, html, modelDiagnostics, placeOf } from "@sequitur/model";
import { assessmentsOf } from "./assessment.ts";
import type { ListedVariable, Listing } from "./listing.ts";
import { style } from "./page-style.ts";

/** The documentation of a model as one page that needs nothing beside it, and no script. */
export function pageHtml(listing: Listing): string {
  const title = html(`${listing.name}: the model's equations`);
  const groups = listing.groups.map((group) => groupSection(listing, group)).join("\n");
  const body = [
    `<header><h1>${html(listing.name)}</h1>${summary(listing)}</header>`,
    contents(listing),
    `<main>${assessment(listing)}<div id="variables">${groups}</div>${loopSection(listing)}</main>`,
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body><a class="skip" href="#variables">To the variables</a>
${body.join("\n")}
</body></html>
`;
}

function summary({ variables, loops }: Listing): string {
  const types = new Map<string, number>();
  for (const { type } of variables) types.set(type, (types.get(type) ?? 0) + 1);
  const counts = [...types].map(([type, count]) => `<div><dt>${html(type)}</dt><dd>${count}</dd></div>`).join("");
  const found = loops.chosen || !loops.complete ? `more than ${loops.loops.length}` : `${loops.loops.length}`;
  return `<dl class="counts">${counts}<div><dt>feedback loops</dt><dd>${found}</dd></div></dl>`;
}

function contents({ variables }: Listing): string {
  const entries = variables.map(({ place }) => `<li>${link(variables, place)}</li>`).join("");
  return `<nav aria-label="Variables"><details><summary>All ${variables.length} variables</summary><ul class="names">${entries}</ul></details></nav>`;
}

function assessment(listing: Listing): string {
  const parts = assessmentsOf(listing).map(({ title, why, places }) =>
    part(title, places.length, `<p>${html(why)}</p><ul class="names">${items(listing, places)}</ul>`),
  );
  const faults = listing.unitFaults.map((fault) => {
    const { says, mend } = explain(fault, modelDiagnostics);
    return `<li><code>line ${placeOf(fault.span).line}</code> ${html(says)} ${html(mend)}</li>`;
  });
  const units = part("Units that do not agree", faults.length, `<ul>${faults.join("")}</ul>`);
  return `<section id="assessment"><h2>Assessment</h2>${parts.join("")}${units}</section>`;
}

/** What has been looked for and not found takes a line only; what was found is folded where it is long. */
function part(title: string, count: number, found: string): string {
  if (count === 0) return `<p class="none">${html(title)}: none</p>`;
  const open = count > mostOpen ? "" : " open";
  return `<details${open}><summary>${html(title)}: ${count}</summary>${found}</details>`;
}

const mostOpen = 30;

function groupSection(listing: Listing, group: string | undefined): string {
  const inside = listing.variables.filter((variable) => variable.group === group);
  if (inside.length === 0) return "";
  return `<section><h2>${html(group ?? "Variables")}</h2>${inside.map((each) => article(listing, each)).join("\n")}</section>`;
}

function article(listing: Listing, variable: ListedVariable): string {
  const { place, name, type, subscripts, units, comment, equations, uses, usedBy, inLoops } = variable;
  const facts = [
    ["type", html(type)],
    ["units", units === "" ? "none given" : html(units)],
    ["subscripts", html(subscripts)],
    ["uses", links(listing, uses)],
    ["used by", links(listing, usedBy)],
    ["loops", loopLinks(inLoops)],
  ].filter(([, value]) => value !== "");
  const list = facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join("");
  const shown = equations.slice(0, mostEquations).map(equationMathml).join("");
  const more =
    equations.length > mostEquations
      ? `<p>… ${equations.length - mostEquations} more equations, for other elements.</p>`
      : "";
  const said = comment === "" ? "" : `<p class="comment">${html(comment).replaceAll("\n", "<br>")}</p>`;
  return `<article id="v${place}"><h3>${html(name)}</h3><div class="equation" tabindex="0">${shown}${more}</div>${said}<dl>${list}</dl></article>`;
}

const mostEquations = 12;
const mostLoops = 20;

function loopLinks(loops: readonly number[]): string {
  const shown = loops.slice(0, mostLoops).map((loop) => `<a href="#loop-${loop + 1}">${loop + 1}</a>`);
  const more = loops.length > mostLoops ? ` and ${loops.length - mostLoops} more` : "";
  return shown.join(", ") + more;
}

function loopSection({ loops, variables }: Listing): string {
  const chosen = loops.chosen
    ? `<p>The model has more loops than anyone reads. These are, for every link that is in a loop, a shortest one through it (after Oliva 2004, System Dynamics Review 20, 313–336), the short ones first.</p>`
    : "";
  const cut = loops.complete
    ? chosen
    : `${chosen}<p>The search was stopped: a variable may be in loops that are not listed.</p>`;
  const entries = loops.loops.map((loop, number) => {
    const around = [...loop, loop[0]!].map((place) => link(variables, place)).join(" → ");
    return `<li id="loop-${number + 1}">${around}</li>`;
  });
  const list = entries.length === 0 ? "<p>The model has no feedback loop.</p>" : `<ol>${entries.join("")}</ol>`;
  return `<section id="loops"><h2>Feedback loops</h2>${cut}${list}</section>`;
}

function items({ variables }: Listing, places: readonly number[]): string {
  return places.map((place) => `<li>${link(variables, place)}</li>`).join("");
}

function links({ variables }: Listing, places: readonly number[]): string {
  return places.map((place) => link(variables, place)).join(", ");
}

function link(variables: readonly ListedVariable[], place: number): string {
  return `<a href="#v${place}">${html(variables[place]!.name)}</a>`;
}
