import { readModel, readSyntax, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { assessmentsOf } from "./assessment.ts";
import { listingOf } from "./listing.ts";
import { pageHtml } from "./page-html.ts";

const text = `{UTF-8}
people = INTEG(births - deaths, start) ~ person ~ <script>alert("a & b")</script> |
births = people * fertility / (1 + crowding[near]) ~ person/Month ~ |
deaths = IF THEN ELSE(people > 10, people / life ^ 2, 0) ~ person/Month ~ Of all causes. |
d: near, far ~ ~ |
crowding[d] = 1, 2 ~ Dmnl ~ How full it is. |
fertility = 0.1 ~ ~ Births a month. |
life = 4 ~ ~ How long. |
start = 3 ~ person ~ At first. |
INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 3 ~ Month ~ |
TIME STEP = 1 ~ Month ~ |
SAVEPER = 1 ~ Month ~ |
`;

function listing() {
  const read = source("small.mdl", text);
  const { model, diagnostics } = readModel(read);
  return listingOf(readSyntax(read).value, model!, diagnostics);
}

const page = pageHtml(listing());

test("each variable says what it uses and what uses it, flows and stocks both ways", () => {
  const { variables } = listing();
  const named = (places: readonly number[]) => places.map((place) => variables[place]!.name).sort();
  const people = variables.find(({ name }) => name === "people")!;
  expect([people.type, named(people.uses), named(people.usedBy)]).toEqual([
    "stock",
    ["births", "deaths", "start"],
    ["births", "deaths"],
  ]);
});

test("the loops are the two through the flows", () => {
  const { loops, variables } = listing();
  const around = loops.loops.map((loop) =>
    loop
      .map((place) => variables[place]!.name)
      .sort()
      .join(" "),
  );
  expect([around.sort(), loops.complete]).toEqual([["births people", "deaths people"], true]);
});

test("the assessment lists what is missing, and leaves the times of the run out of it", () => {
  const { variables, ...rest } = listing();
  const found = assessmentsOf({ variables, ...rest }).map(({ places }) =>
    places.map((place) => variables[place]!.name),
  );
  expect(found).toEqual([["fertility", "life"], ["births"], [], []]);
});

test("what the model says is text: no script, nothing from elsewhere", () => {
  expect(page).not.toMatch(/<script|<link|src=|https?:/u);
  expect(page).toContain("&#60;script&#62;alert(&#34;a &#38; b&#34;)");
});

test("every link leads somewhere, and no two places have one name", () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(target);
});

test("equations are set: a fraction, a power, a choice, a rate of change", () => {
  expect(page.match(/<mfrac>/gu)!.length).toBe(3);
  expect(page).toContain('<msup><mrow><mi mathvariant="normal">life</mi></mrow><mn>2</mn></msup>');
  expect(page).toMatch(/<mtext>if\u00a0<\/mtext>.*<mtext>otherwise<\/mtext>/u);
  expect(page).toContain('<mfrac><mrow><mi mathvariant="normal">d</mi><mi mathvariant="normal">people</mi></mrow>');
});
