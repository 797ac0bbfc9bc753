import type { Expr, Index, VariableId } from "../model.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { Belt, BeltLeak, BeltSite } from "./belt.ts";
import { BeltMaker } from "./belt-maker.ts";
import { beltStart } from "./belt-start.ts";
import type { Draft } from "./draft.ts";

/**
 * Writes a conveyor out. In each step, in this order: what leaks leaves the slats, flow by flow; what is on the last slat comes off;
 * all else moves on by one slat; what flows in is put as many slats from the end as the length has steps. XMILE 1.0, 3.7.2 has the
 * words, iseesystems.com/resources/help/v2 (Computational Details, Traditional Conveyor Computation) the slats; the balance
 * that comes of it is the one of blog.iseesystems.com, "Steady-State Initialization of Conveyors" (25 May 2010).
 */
export function defineBelt(draft: Draft, belt: Belt): void {
  for (const site of belt.sites) new BeltWriting(draft, belt, site).write();
}

/** The writing of one belt at one of its sites. */
class BeltWriting {
  private readonly draft: Draft;
  private readonly belt: Belt;
  private readonly maker: BeltMaker;
  /** What of each leak goes in a step: for linear leakage of what came in, else of what is there. */
  private readonly shares: readonly Expr[];
  private readonly inflow: Expr;

  constructor(draft: Draft, belt: Belt, site: BeltSite) {
    const maker = new BeltMaker(draft, belt, site);
    this.draft = draft;
    this.belt = belt;
    this.maker = maker;
    this.shares = belt.leaks.map((leak) => this.shareOf(leak));
    this.inflow = maker.hidden("coming in", maker.call("multiply", maker.flows(site.syntax.inflows), maker.step));
  }

  write(): void {
    const { belt, maker, shares, inflow } = this;
    this.writeMoving();
    this.writeRoom();
    for (const place of belt.leaks.keys()) this.writeLeak(place);
    const { initial } = maker.site.syntax;
    const losing = (slat: Index, load: Expr) => this.losing(slat, load);
    const start = beltStart(maker, initial, belt.leaks.length === 0 ? undefined : losing);
    const kept = belt.leaks.at(-1)?.kept ?? belt.slats;
    this.writeMoved(belt.slats, kept, inflow, start.load, this.held(maker.read(kept, maker.last)));
    for (const [place, { schedule, flow }] of belt.leaks.entries()) {
      if (schedule === undefined) continue;
      const coming = maker.hidden(`to lose by ${flow.name}`, maker.call("multiply", inflow, shares[place]!));
      const initially = (slat: Index) => maker.call("multiply", start.cohort(slat), shares[place]!);
      this.writeMoved(schedule, schedule, coming, initially, undefined);
    }
    this.writeAuxiliary(belt.conveyor.id, undefined, maker.sum(maker.read(belt.slats, maker.here)));
  }

  private writeAuxiliary(variable: VariableId, slat: Index | undefined, value: Expr): void {
    this.maker.write(variable, slat, { kind: "auxiliary", value, initial: undefined });
  }

  private writeMoving(): void {
    const { belt, maker } = this;
    if (belt.moving === undefined) return;
    const { arrest } = maker.site.syntax;
    const isMoving = arrest && maker.call("equal", maker.resolved(arrest), maker.number(0));
    this.writeAuxiliary(belt.moving, undefined, isMoving ?? maker.number(1));
  }

  /**
   * What the capacity leaves is what leaves the belt and what is free on it (iseesystems.com/resources/help/v2, Equation tab). What
   * other conveyors bring comes in, room or not: nothing can hold it back.
   */
  private writeRoom(): void {
    const { belt, maker, draft } = this;
    if (belt.room === undefined) return;
    const { capacity, inflowLimit, inflows, outflows } = maker.site.syntax;
    const limits = inflowLimit === undefined ? [] : [maker.resolved(inflowLimit)];
    if (capacity !== undefined) {
      const free = maker.call("subtract", maker.resolved(capacity), maker.named(belt.conveyor.name));
      const freed = maker.call("add", maker.call("divide", free, maker.step), maker.flows(outflows));
      const brought = inflows.filter(({ name }) => draft.belts.byOutflow.has(nameKey(name)));
      limits.push(maker.call("subtract", freed, maker.flows(brought)));
    }
    const least = limits.reduce((a, b) => maker.call("min", a, b), maker.number(Number.POSITIVE_INFINITY));
    this.writeAuxiliary(
      belt.room,
      undefined,
      this.whileMoving(maker.call("max", least, maker.number(0)), maker.number(0)),
    );
  }

  private whileMoving(value: Expr, otherwise: Expr): Expr {
    const { moving } = this.belt;
    return moving === undefined ? value : this.maker.choose(this.maker.read(moving, undefined), value, otherwise);
  }

  /** What a leak takes of a slat in a step, going by its share. */
  private losing(slat: Index, load: Expr): Expr {
    const { belt, maker, shares } = this;
    return belt.leaks
      .map(({ zone, schedule }, place) => {
        const share = shares[place]!;
        return maker.inZone(zone, slat, schedule === undefined ? maker.call("multiply", load, share) : share);
      })
      .reduce((all, each) => maker.call("add", all, each));
  }

  private shareOf(leak: BeltLeak): Expr {
    const { maker } = this;
    const positive = maker.call("max", maker.fractionOf(leak), maker.number(0));
    const name = `share leaking by ${leak.flow.name}`;
    if (leak.schedule === undefined) return maker.hidden(name, maker.call("multiply", positive, maker.step));
    const part = maker.call("min", positive, maker.number(1));
    // A zone that lies between the middles of two slats has none, and lets nothing leak.
    const slats = maker.call("max", maker.slatsIn(leak.zone), maker.number(1));
    return maker.hidden(name, maker.call("divide", part, slats));
  }

  private writeLeak(place: number): void {
    const { belt, maker } = this;
    const { zone, schedule, leaking, kept, flow } = belt.leaks[place]!;
    const all = maker.read(belt.slats, maker.here);
    const load = maker.read(belt.leaks[place - 1]?.kept ?? belt.slats, maker.here);
    const wanted =
      schedule === undefined ? maker.call("multiply", all, this.shares[place]!) : maker.read(schedule, maker.here);
    const taken = maker.inZone(zone, maker.here, maker.call("min", load, wanted));
    const zero = maker.number(0);
    this.writeAuxiliary(leaking, maker.here, this.whileMoving(this.whileTaken(nameKey(flow.name), taken, zero), zero));
    this.writeAuxiliary(kept, maker.here, maker.call("subtract", load, maker.read(leaking, maker.here)));
  }

  /** What would go into a conveyor that stands still is held back. */
  private whileTaken(flow: string, value: Expr, otherwise: Expr): Expr {
    const { maker } = this;
    const into = this.draft.belts.byInflow.get(flow);
    if (into?.moving === undefined) return value;
    const content = maker.named(into.conveyor.name);
    return content.kind === "variable" ? maker.choose({ ...content, id: into.moving }, value, otherwise) : content;
  }

  /** What stays on the last slat; undefined where nothing ever does. */
  private held(atEnd: Expr): Expr | undefined {
    const { end } = this.belt;
    if (end === undefined) return atEnd;
    const stays = this.whileTaken(end, this.maker.number(0), atEnd);
    return stays.kind === "number" ? undefined : stays;
  }

  /** What a state is on every slat a step later: what `from` is on the slat before, and what comes in. */
  private writeMoved(
    state: VariableId,
    from: VariableId,
    coming: Expr,
    initial: (slat: Index) => Expr,
    held: Expr | undefined,
  ): void {
    const { maker } = this;
    const write = (slat: Index, before: Expr | undefined) => {
      const arriving = maker.arriving(slat, before, coming);
      const all = held === undefined ? arriving : maker.call("add", arriving, maker.atEnd(slat, held));
      const input = this.whileMoving(all, maker.read(state, slat));
      maker.write(state, slat, { kind: "previous", input, initial: initial(slat) });
    };
    write(maker.first, undefined);
    if (maker.count > 1) write(maker.later, maker.read(from, maker.earlier));
  }
}
