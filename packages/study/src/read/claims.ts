import type { ClaimsYaml } from "../schema/claims.ts";
import { checkSources } from "./grounds.ts";
import { checkId, type Reading } from "./reading.ts";
import type { Claim, Evidence, Measure, Testing } from "./study.ts";
import { testOf } from "./test.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

type ClaimYaml = ClaimsYaml["claims"][string];

/** What is claimed. A claim whose test cannot be made out is left out, and reported. */
export function claimsOf(reading: Reading, measures: readonly Measure[]): readonly Claim[] {
  const { file, data } = reading.claims;
  return Object.entries(data.claims).flatMap(([id, yaml]) => {
    const at = { file, path: ["claims", id] };
    checkId(reading, "source", yaml.source, reading.sources.data.sources, valueSpan(inside(at, "source")));
    if (yaml.answer !== undefined) checkId(reading, "claim", yaml.answer, data.claims, valueSpan(inside(at, "answer")));
    const evidence = evidenceOf(reading, yaml, inside(at, "evidence", "sources"));
    const testing = testingOf(reading, measures, yaml, at);
    if (testing === undefined) return [];
    const { says, side, who, source, place, answer, reading: inWords } = yaml;
    return [{ id, says, side, who, source, place, evidence, answer, reading: inWords, testing }];
  });
}

function evidenceOf(reading: Reading, { evidence }: ClaimYaml, at: Part): Evidence | undefined {
  if (evidence === undefined) return undefined;
  const { amount, agreement, sources = [], note } = evidence;
  checkSources(reading, sources, at);
  return { amount, agreement, sources, note };
}

function testingOf(reading: Reading, measures: readonly Measure[], yaml: ClaimYaml, at: Part): Testing | undefined {
  for (const kind of ["untestable", "outside-boundary"] as const) {
    const reason = yaml[kind];
    if (reason !== undefined) return { kind, reason };
  }
  const test = yaml.test && testOf(reading, measures, yaml.test, inside(at, "test"));
  return test && { kind: "test", test };
}
