import { report } from "./diagnostics.ts";
import { checkId, type Reading } from "./reading.ts";
import type { Policy } from "./study.ts";
import { keySpan, type Part, valueSpan } from "./yaml-file.ts";

/** Named settings of the levers. */
export function policiesOf(reading: Reading): readonly Policy[] {
  const { file, data } = reading.study;
  checkId(reading, "policy", data.baseline, data.policies, valueSpan({ file, path: ["baseline"] }));
  return Object.entries(data.policies).map(([id, { label, says, colour, set }]) => {
    const settings = Object.entries(set).map(([lever, value]) => ({ lever, value }));
    for (const setting of settings)
      checkSetting(reading, setting, { file, path: ["policies", id, "set", setting.lever] });
    return { id, label, says, colour, set: settings };
  });
}

function checkSetting(reading: Reading, { lever, value }: { lever: string; value: number }, at: Part): void {
  const { levers } = reading.study.data;
  const range = Object.hasOwn(levers, lever) ? levers[lever] : undefined;
  if (range === undefined) checkId(reading, "lever", lever, levers, keySpan(at));
  else if (range.low <= range.high && (value < range.low || value > range.high))
    reading.found.push(
      report("outside-range", valueSpan(at), { name: lever, value, low: range.low, high: range.high }),
    );
}
