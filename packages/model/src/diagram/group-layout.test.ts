import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { readVensim } from "../vensim/read-vensim.ts";
import { groupsOf, laidOutByGroup } from "./group-layout.ts";
import { structureOf } from "./structure.ts";

const star = "********************************************************";
const group = (name: string) => `${star}\n\t.${name}\n${star}~\n\t\t|\n`;
const heat = `${group("Room")}warming = (outside - Warmth) / delay ~ degree/Minute ~~|
Warmth = INTEG(warming - losing, 20) ~ degree ~~|
losing = open door * Warmth ~ degree/Minute ~~|
`;
const world = `${group("World")}outside = season * 10 ~ degree ~~|
season = 1 ~ ~~|
delay = 4 ~ Minute ~~|
open door = 0.1 ~ 1/Minute ~~|
`;

function views(text: string) {
  const { value: tree } = readVensim(source("room.mdl", `{UTF-8}\n${text}`));
  const structure = structureOf(tree);
  return laidOutByGroup(structure, groupsOf(tree, structure));
}

test("a model with groups is drawn a group at a time, what acts from elsewhere as a shadow", () => {
  const [room, place, ...others] = views(heat + world);
  expect([room!.name, place!.name, others]).toEqual(["Room", "World", []]);
  const drawn = room!.nodes.map(({ name, kind, shadow }) => [name, kind, shadow]);
  expect(drawn.toSorted()).toEqual(
    [
      ["", "cloud", false],
      ["", "cloud", false],
      ["warming", "flow", false],
      ["losing", "flow", false],
      ["Warmth", "stock", false],
      ["outside", "variable", true],
      ["delay", "variable", true],
      ["open door", "variable", true],
    ].toSorted(),
  );
  expect(place!.nodes.every(({ shadow }) => !shadow)).toBe(true);
  const ids = new Set(room!.nodes.map(({ id }) => id));
  for (const { from, to } of room!.edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
});

test("one without groups, or with one alone, is drawn whole", () => {
  expect(views(heat.replace(group("Room"), "")).map(({ name }) => name)).toEqual(["View 1"]);
  expect(views(heat.replace("outside", "Warmth").replace("open door", "1")).map(({ name }) => name)).toEqual([
    "View 1",
  ]);
});
