import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { trace } from "../interpret/trace.ts";
import { openLinkTracer } from "./link-tracer.ts";

const times = "INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 0.5 ~~| SAVEPER = 2 ~~|";

async function traced(equations: string, inputs: readonly string[] = []) {
  const { model } = readModel(source("links.mdl", `{UTF-8}\n${equations}\n${times}`));
  const { value } = await openLinkTracer(model!, inputs);
  const { nodes, links } = value!.causal;
  const named = (position: number) => `${nodes[position]!.kind === "element" ? "" : "d "}${nodes[position]!.name}`;
  const linkNamed = ({ from, to }: (typeof links)[number]) => `${named(from)} → ${named(to)}`;
  const at = (name: string) => links.findIndex((link) => linkNamed(link) === name);
  return {
    model: model!,
    tracer: value!,
    links: links.map(linkNamed),
    at,
    node: (name: string) => nodes.findIndex((one) => one.name === name),
  };
}

// Births 0.1 p², deaths p / 10 less 1, both of p: p goes from 10 by half a step of births - deaths.
const people = "p = INTEG(births - deaths, 10) ~~|\nbirths = rate * p * p ~~|\ndeaths = p / 10 - 1 ~~|\nrate = 0.1 ~~|";

test("the links are those between what changes: constants act on nothing, a stock is moved by its rate", async () => {
  const { links } = await traced(people);
  expect(links.toSorted()).toEqual(["births → d p", "d p → p", "deaths → d p", "p → births", "p → deaths"]);
});

test("what one cause alone would do, and values at both ends of a step, as the interpreter has them", async () => {
  const { model, tracer, at, node } = await traced("x = INTEG(1, 1) ~~|\ny = INTEG(2, 3) ~~|\nz = x * y + Time ~~|");
  const [step] = tracer.follow(new Float64Array(0), [2]);
  // At 0.5 x = 1.5, y = 4; at 1 x = 2, y = 5. x alone: 2 · 4 + 0.5; y alone: 1.5 · 5 + 0.5.
  expect(step!.time).toBe(1);
  expect([at("x → z"), at("y → z")].map((link) => step!.alone[link])).toEqual([8.5, 8]);
  const steps = [...trace(model, "z").value!.steps].map(({ values: [z] }) => z);
  expect([step!.before[node("z")], step!.after[node("z")]]).toEqual([steps[1], steps[2]]);
  expect(step!.alone[at("d x → x")]).toBeNaN();
});

test("an input changes the run, and rates are looked at too", async () => {
  const { tracer, at, node } = await traced(people, ["rate"]);
  const [step] = tracer.follow(Float64Array.of(0), [1]);
  // Without births p goes from 10 to 10: deaths are 0 there.
  expect([step!.before[node("p")], step!.after[node("p")]]).toEqual([10, 10]);
  const [other] = tracer.follow(Float64Array.of(0.1), [1]);
  // Births from 10 to 22.5 as p goes from 10 to 15, deaths from 0 to 0.5: the rate is 22.5 by births alone, 9.5 by deaths alone.
  expect(other!.alone[at("births → d p")]).toBeCloseTo(22.5, 12);
  expect(other!.alone[at("deaths → d p")]).toBeCloseTo(9.5, 12);
});

test("elements are told apart, also in sums over them; delays take in and give out", async () => {
  const { links } = await traced(
    "D: a, b ~~|\ns[D] = INTEG(total, 1) ~~|\ntotal = SUM(s[D!]) ~~|\nlate = DELAY FIXED(total, 1, 0) ~~|",
  );
  expect(links.toSorted()).toEqual(
    [
      "d late → late",
      "d s[a] → s[a]",
      "d s[b] → s[b]",
      "s[a] → total",
      "s[b] → total",
      "total → d late",
      "total → d s[a]",
      "total → d s[b]",
    ].toSorted(),
  );
});

test("a model with more links than can be followed has no tracer", async () => {
  const { model } = readModel(source("many.mdl", `{UTF-8}\nD: (d1-d6000) ~~|\ns[D] = INTEG(1, 1) ~~|\n${times}`));
  expect((await openLinkTracer(model!, [])).value).toBeUndefined();
});
