import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import { type Address, addressKey } from "../plan/address.ts";
import type { Plan } from "../plan/plan.ts";
import { countUses, nodesOf } from "../plan/statement.ts";
import { clockHands, isSaved, setCursors } from "./clock.ts";
import { CodeWriter } from "./code-writer.ts";
import type { FrameCode } from "./frames.ts";
import { kernelGroups } from "./kernel-groups.ts";
import type { ModuleParts } from "./module-parts.ts";
import { registerPlaces } from "./register-places.ts";
import { moveFunctions } from "./stock-moves.ts";

// Measured: a call for each moment costs a sixth of a run of a model of ten equations, one for a hundred moments nothing.
const mostMoments = 128;
const mostNodes = 20_000;

/**
 * The loop over time where there is one future, under Euler's method: one function does all there is to do at a moment, for many
 * moments in a call, so that stocks and the time stay in registers from one to the next. A call is short all the same, since V8
 * never replaces a function while it runs.
 */
export function writeStretches(plan: Plan, parts: ModuleParts, start: readonly FrameCode[]): FunctionHandle {
  const { module } = parts;
  const statements = [...plan.shared.compute, ...plan.frame.compute, ...plan.frame.save, ...plan.frame.commit];
  const length = Math.max(1, Math.min(mostMoments, Math.floor(mostNodes / nodesOf(statements).size)));
  const stretch = writeStretch(plan, parts, length);
  const f = module.function("run", { params: ["i32"], results: [] });
  const [moment, nextSave] = [f.local("i32"), f.local("i32")];
  for (const { any } of start) callOnFrame(f, parts, any);
  f.loop((again) => {
    f.get(moment);
    f.get(nextSave);
    f.call(stretch);
    f.set(nextSave);
    f.get(moment);
    f.i32(length);
    f.op("i32.add");
    f.tee(moment);
    f.i32(plan.schedule.steps);
    f.op("i32.le_u");
    f.brIf(again);
  });
  return f;
}

/** Takes the moment to begin with and which save comes next; gives back which one comes next then. */
function writeStretch(plan: Plan, parts: ModuleParts, length: number): FunctionHandle {
  const { module, map } = parts;
  const f = module.function("moments", { params: ["i32", "i32"], results: ["i32"] });
  const [moment, nextSave] = f.params as readonly [Local, Local];
  const [results, end] = [f.local("i32"), f.local("i32")];
  const moves = moveFunctions(module, plan, map).flatMap(({ functions }) => functions);
  const { compute, save, commit } = plan.frame;
  const before = [...plan.shared.compute, ...compute];
  const all = [...before, ...save, ...commit, ...plan.shared.commit];
  const kept = registerPlaces(plan, all).map((address) => ({ address, local: f.local("v128") }));
  const registers = new Map(kept.map(({ address, local }) => [addressKey(address), local]));
  const base = { frame: undefined, inputs: undefined, results, registers };
  const facts = { uses: countUses(all), groups: kernelGroups(before, parts.lanesAlike ? 4 : 2) };
  const writer = new CodeWriter(f, parts, base, facts);
  const stocks = kept.filter(({ address }) => address.space === "frame");
  setEnd(f, moment, end, length, plan.schedule.steps);
  for (const { address, local } of stocks) load(f, parts, address, local);
  f.loop((again) => {
    setClock(f, plan, parts, moment, registers);
    setCursors(f, plan, map, moment);
    writer.statements(before);
    isSaved(f, map, moment, nextSave);
    f.if(() => {
      nextRow(f, plan, parts, nextSave, results);
      writer.statements(save);
    });
    writer.statements(commit);
    for (const move of moves) callOnFrame(f, parts, move);
    writer.statements(plan.shared.commit);
    f.get(moment);
    f.i32(1);
    f.op("i32.add");
    f.tee(moment);
    f.get(end);
    f.op("i32.lt_u");
    f.brIf(again);
  });
  for (const { address, local } of stocks) store(f, parts, address, () => f.get(local));
  f.get(nextSave);
  return f;
}

function callOnFrame(f: FunctionBuilder, { map }: ModuleParts, one: FunctionHandle): void {
  f.i32(map.spaces.frame);
  f.i32(map.spaces.frame + map.frameBytes);
  f.i32(0);
  f.call(one);
}

/** So many moments on, but no further than past the last. */
function setEnd(f: FunctionBuilder, moment: Local, end: Local, length: number, steps: number): void {
  f.get(moment);
  f.i32(length);
  f.op("i32.add");
  f.tee(end);
  f.i32(steps + 1);
  f.op("i32.gt_u");
  f.if(() => {
    f.i32(steps + 1);
    f.set(end);
  });
}

function setClock(
  f: FunctionBuilder,
  plan: Plan,
  parts: ModuleParts,
  moment: Local,
  registers: ReadonlyMap<string, Local>,
): void {
  for (const { offset, push } of clockHands(f, plan, parts.map, moment)) {
    const address: Address = { space: "shared", offset, steps: [] };
    const register = registers.get(addressKey(address));
    if (register === undefined) store(f, parts, address, push);
    else {
      push();
      f.set(register);
    }
  }
}

function nextRow(f: FunctionBuilder, plan: Plan, { map }: ModuleParts, nextSave: Local, results: Local): void {
  f.get(nextSave);
  f.i32(plan.outputCount * 8);
  f.op("i32.mul");
  f.i32(map.results);
  f.op("i32.add");
  f.set(results);
  f.get(nextSave);
  f.i32(1);
  f.op("i32.add");
  f.set(nextSave);
}

function load(f: FunctionBuilder, { map }: ModuleParts, { space, offset }: Address, local: Local): void {
  f.i32(0);
  f.access("v128.load", map.spaces[space] + offset);
  f.set(local);
}

function store(f: FunctionBuilder, { map }: ModuleParts, { space, offset }: Address, push: () => void): void {
  f.i32(0);
  push();
  f.access("v128.store", map.spaces[space] + offset);
}
