import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Claim, readStudy } from "@sequitur/study";
import { describe, expect, test } from "vitest";

/*
 * The first study answers a report of nine paragraphs. Every clause of it that claims something has an entry, and so has every
 * counter-claim of the literature that was named for it: this is the list, and whoever takes an entry away has to say so here.
 */
const folder = new URL("../studies/us-strikes-in-mexico/", import.meta.url).pathname;
const files = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?!\.).*\.(?:ya?ml|mdl|csv)$/u.test(file))
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
);
const { claims } = readStudy(files).value!;
const claimOf = (id: string): Claim | undefined => claims.find((claim) => claim.id === id);

const report = [
  ["¶ 1", "a dramatic escalation over past practice", ["dramatic-escalation"]],
  ["¶ 2", "drones and ground teams against labs, leaders, footholds", ["ground-teams-add", "campaign-stays-hidden"]],
  ["¶ 2", "can be run covertly", ["campaign-stays-hidden"]],
  ["¶ 2", "with or without Mexico's consent", ["tempo-without-consent"]],
  ["¶ 3", "frustration is grounded: fentanyl deaths", ["grounded-frustration"]],
  ["¶ 3", "and crime from the south", ["crime-from-the-south"]],
  ["¶ 4", "designation widened the tools", ["designation-widens-tools"]],
  ["¶ 4", "precision with intelligence makes strikes the next step", ["precision-cuts-supply"]],
  ["¶ 5", "collides with legal, diplomatic and strategic limits", ["strategic-limits"]],
  ["¶ 5", "uninvited force risks a breach of law and territory", ["breach-of-law"]],
  ["¶ 6", "Mexico has refused", ["mexico-refuses"]],
  ["¶ 6", "strikes could rupture cooperation", ["rupture-of-cooperation"]],
  ["¶ 6", "that matters for migration", ["migration-leverage"]],
  ["¶ 6", "and for intelligence", ["less-intelligence"]],
  ["¶ 6", "a footprint feeds narratives and inflames nationalism", ["inflamed-nationalism"]],
  ["¶ 7", "civilian deaths", ["civilian-deaths"]],
  ["¶ 7", "misattributed strikes", ["misattributed-strikes"]],
  ["¶ 7", "retaliation on interests and border communities", ["retaliation"]],
  ["¶ 8", "neglects corruption and weak rule of law", ["neglected-roots", "corruption-stays"]],
  ["¶ 8", "neglects demand in the United States", ["neglected-demand"]],
  ["¶ 8", "hits key nodes", ["key-nodes-hit"]],
  ["¶ 8", "secrecy is useful tactically", ["secrecy-useful"]],
  ["¶ 8", "secrecy costs legitimacy at home and abroad", ["secrecy-costs-legitimacy"]],
  ["¶ 9", "could disrupt networks", ["networks-disrupted"]],
  ["¶ 9", "at the price of legal ambiguity", ["legal-ambiguity"]],
  ["¶ 9", "of diplomatic strain", ["at-a-price"]],
  ["¶ 9", "of unintended consequences", ["unintended-consequences"]],
] as const;

const counterClaims = [
  ["threats have gone with more cooperation", ["threats-bring-cooperation"]],
  ["facility strikes with consent were the best tool", ["facility-strikes-most-effective"]],
  ["supply shocks have cut deaths", ["strikes-save-lives"]],
  ["but through precursors", ["shock-came-from-precursors"]],
  ["removing leaders ends young groups sooner", ["removal-ends-groups"]],
  ["removing leaders raises violence", ["removal-feeds-violence"]],
  ["splits drive violence", ["splits-last"]],
  ["strikes make groups hold back", ["strikes-calm-violence"]],
  ["volumes are small and recovery fast", ["supply-hardly-moves"]],
  ["labs are taken out every day and return", ["labs-come-back"]],
  ["trade moves elsewhere", ["trade-moves-elsewhere"]],
  ["treatment halves death rates while it lasts", ["treatment-halves-deaths"]],
  ["treatment saves more", ["treatment-saves-more"]],
  ["treatment buys more per dollar", ["treatment-per-dollar"]],
  ["recruitment is the only lever", ["recruitment-is-the-lever"]],
  ["combinations were not compared", ["rule-of-law-adds"]],
  ["militarisation raises homicides", ["militarisation-raises-homicides"]],
  ["shocks break cooperation fast", ["rupture-comes-fast"]],
  ["and it heals", ["rupture-heals"]],
  ["Mexico's help with migration is temporary", ["migration-effect-passes"]],
  ["support falls without consent", ["support-needs-consent"]],
  ["force rallies", ["strikes-rally-support"]],
  ["retaliation stays rare", ["retaliation-stays-rare"]],
  ["what is gained does not last", ["gain-does-not-last"]],
  ["strikes work better with the host", ["consent-changes-the-outcome"]],
  ["self-defence permits it", ["self-defence-permits"]],
  ["boat strikes cut traffic", ["boat-strikes-deterred"]],
] as const;

test.each(report)("%s: %s", (place, _, ids) => {
  for (const id of ids) expect(claimOf(id)).toMatchObject({ id, source: "report", place });
});

test.each(counterClaims)("an answer from elsewhere: %s", (_, ids) => {
  for (const id of ids) expect(claimOf(id)?.id).toBe(id);
});

test("no entry stands outside the list", () => {
  const listed: readonly string[] = [...report, ...counterClaims].flatMap((row) => row.at(-1) as readonly string[]);
  expect(claims.map(({ id }) => id).filter((id) => !listed.includes(id))).toEqual([]);
});

describe.each(claims.map((claim) => [claim.id, claim] as const))("%s", (_, claim) => {
  test("says what is known of it in the world, from what sources", () => {
    expect(claim.evidence?.sources.length).toBeGreaterThan(0);
  });
  test("is tested in words and in measures, or says why not", () => {
    const { testing, reading } = claim;
    const why = testing.kind === "test" ? reading : testing.reason;
    for (const text of Object.values(why ?? {})) expect(text.length).toBeGreaterThan(40);
    expect(Object.keys(why ?? {})).toEqual(["en", "es"]);
  });
});

test("what is said of the plan itself is marked as reported and unconfirmed", () => {
  const ofThePlan = claims.filter(({ source, place }) => source === "report" && (place === "¶ 1" || place === "¶ 2"));
  expect(ofThePlan).toHaveLength(4);
  for (const { evidence } of ofThePlan) expect(JSON.stringify(evidence?.note)).toContain("reported and unconfirmed");
});

test("both sides are answered: each tested claim for the proposal has its strongest answer, and most against it", () => {
  const unanswered = claims.filter(({ side, answer, testing }) => side === "for" && !answer && testing.kind === "test");
  expect(unanswered.map(({ id }) => id)).toEqual(["grounded-frustration"]);
  const against = claims.filter(({ side, testing }) => side === "against" && testing.kind === "test");
  expect(against.filter(({ answer }) => answer).length / against.length).toBeGreaterThan(0.75);
});
