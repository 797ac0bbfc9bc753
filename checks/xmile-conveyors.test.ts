import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { type Columns, runXmile } from "./xmile-run.ts";

// Conveyors (XMILE 1.0, 3.7.2 and 4.2.1), worked out by hand: slat by slat, what leaks, comes off, moves on and is put on.

const specs = (stop: number, dt = 1, method = "euler") =>
  `<sim_specs method="${method}"><start>0</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>
  <dimensions><dim name="N" size="2"/></dimensions>`;

interface Belt {
  readonly stop: number;
  readonly dt?: number;
  readonly initial: string;
  readonly belt: string;
  readonly attributes?: string;
  readonly inflow: string;
  readonly leak?: string;
  readonly more?: string;
}

function run({ stop, dt, initial, belt, attributes = "", inflow, leak = "", more = "" }: Belt): Columns {
  const outflow = leak === "" ? "" : "<outflow>lost</outflow>";
  return runXmile(`${specs(stop, dt)}<model><variables>
    <stock name="s"><eqn>${initial}</eqn><inflow>in</inflow><outflow>out</outflow>${outflow}
      <conveyor ${attributes}>${belt}</conveyor></stock>
    <flow name="in"><eqn>${inflow}</eqn></flow><flow name="out"/>${leak}${more}</variables></model>`);
}

for (const [what, belt, columns] of [
  [
    "a value is spread evenly where nothing leaks",
    { stop: 5, initial: "8", belt: "<len>4</len>", inflow: "3" },
    { s: [8, 9, 10, 11, 12, 12], out: [2, 2, 2, 2, 3, 3] },
  ],
  [
    "half a step",
    { stop: 2, dt: 0.5, initial: "6", belt: "<len>1</len>", inflow: "TIME" },
    { s: [6, 3, 0.25, 0.75, 1.25], out: [6, 6, 0, 0.5, 1] },
  ],
  [
    "less than a step is a step",
    { stop: 2, initial: "6", belt: "<len>0.2</len>", inflow: "1" },
    { s: [6, 1, 1], out: [6, 1, 1] },
  ],
  [
    "linear leakage: of what came in, as much in each step",
    {
      stop: 4,
      initial: "0",
      belt: "<len>2</len>",
      inflow: "8",
      leak: "<flow name='lost'><eqn>0.5</eqn><non_negative/><leak/></flow>",
    },
    { s: [0, 8, 14, 14, 14], out: [0, 0, 4, 4, 4], lost: [0, 2, 4, 4, 4] },
  ],
  [
    "exponential leakage: of what is there, by the unit of time",
    {
      stop: 4,
      initial: "0",
      belt: "<len>2</len>",
      attributes: "exponential_leak='true'",
      inflow: "16",
      leak: "<flow name='lost'><leak>0.25</leak></flow>",
    },
    { s: [0, 16, 28, 28, 28], out: [0, 0, 9, 9, 9], lost: [0, 4, 7, 7, 7] },
  ],
  [
    "a fraction that changes counts for what comes in from then on where leakage is linear",
    {
      stop: 4,
      initial: "0",
      belt: "<len>2</len>",
      inflow: "8",
      leak: "<flow name='lost'><eqn>IF TIME >= 1 THEN 0.5 ELSE 0</eqn><leak/></flow>",
    },
    { out: [0, 0, 8, 4, 4], lost: [0, 0, 2, 4, 4] },
  ],
  [
    "a leak zone: the same in fewer steps",
    {
      stop: 4,
      initial: "0",
      belt: "<len>2</len>",
      inflow: "8",
      leak: "<flow name='lost' leak_start='0.5' leak_end='1'><eqn>0.5</eqn><leak/></flow>",
    },
    { s: [0, 8, 16, 16, 16], out: [0, 0, 4, 4, 4], lost: [0, 0, 4, 4, 4] },
  ],
  [
    "a leak zone of exponential leakage",
    {
      stop: 4,
      initial: "0",
      belt: "<len>2</len>",
      attributes: "exponential_leak='true'",
      inflow: "8",
      leak: "<flow name='lost' leak_start='0' leak_end='0.5'><eqn>0.5</eqn><leak/></flow>",
    },
    { s: [0, 8, 12, 12, 12], out: [0, 0, 4, 4, 4], lost: [0, 4, 4, 4, 4] },
  ],
  [
    "what two leaks ask for together they take in order, as far as it lasts",
    {
      stop: 2,
      initial: "0",
      belt: "<len>1</len>",
      inflow: "10",
      leak: "<flow name='lost'><eqn>0.75</eqn><leak/></flow>",
      more: `<stock name="s2"><eqn>0</eqn><inflow>in2</inflow><outflow>out2</outflow><outflow>a</outflow><outflow>b</outflow>
        <conveyor><len>1</len></conveyor></stock><flow name="in2"><eqn>10</eqn></flow><flow name="out2"/>
        <flow name="a"><eqn>0.75</eqn><leak/></flow><flow name="b"><eqn>0.5</eqn><leak/></flow>`,
    },
    { out: [0, 2.5, 2.5], lost: [0, 7.5, 7.5], a: [0, 7.5, 7.5], b: [0, 2.5, 2.5], out2: [0, 0, 0] },
  ],
  [
    "a capacity: in comes what it leaves, and what goes off in the same step",
    { stop: 5, initial: "0", belt: "<len>4</len><capacity>10</capacity>", inflow: "6" },
    { s: [0, 6, 10, 10, 10, 10], in: [6, 4, 0, 0, 6, 4], out: [0, 0, 0, 0, 6, 4] },
  ],
  [
    "an inflow limit",
    { stop: 2, dt: 0.5, initial: "0", belt: "<len>1</len><in_limit>5</in_limit>", inflow: "4 * TIME" },
    { in: [0, 2, 4, 5, 5], s: [0, 0, 1, 3, 4.5] },
  ],
  [
    "an inflow is never negative",
    { stop: 2, initial: "4", belt: "<len>2</len>", inflow: "-3" },
    { in: [0, 0, 0], s: [4, 2, 0], out: [2, 2, 0] },
  ],
  [
    "a belt that stands still",
    { stop: 5, initial: "4", belt: "<len>2</len><arrest>TIME = 2</arrest>", inflow: "3" },
    { s: [4, 5, 6, 6, 6, 6], in: [3, 3, 0, 3, 3, 3], out: [2, 2, 0, 3, 3, 3] },
  ],
  [
    "a length that changes counts for what comes in from then on",
    { stop: 6, initial: "0", belt: "<len>IF TIME &lt; 2 THEN 3 ELSE 1</len>", inflow: "1" },
    { s: [0, 1, 2, 3, 2, 1, 1], out: [0, 0, 0, 2, 2, 1, 1] },
  ],
  [
    "a length that is not sampled any more",
    { stop: 6, initial: "0", belt: "<len>IF TIME &lt; 2 THEN 3 ELSE 1</len><sample>TIME &lt; 2</sample>", inflow: "1" },
    { s: [0, 1, 2, 3, 3, 3, 3], out: [0, 0, 0, 1, 1, 1, 1] },
  ],
  [
    "linear leakage by the length at the time of coming in",
    {
      stop: 4,
      initial: "0",
      belt: "<len>IF TIME &lt; 1 THEN 2 ELSE 1</len>",
      inflow: "8",
      leak: "<flow name='lost'><eqn>0.5</eqn><leak/></flow>",
    },
    // At 2 the first 8 (2 lost of 4) come off beside the second, which lose their 4 in one step.
    { s: [0, 8, 14, 8, 8], out: [0, 0, 8, 4, 4], lost: [0, 2, 6, 4, 4] },
  ],
  [
    "a belt that begins longer than the run",
    { stop: 2, initial: "20", belt: "<len>10 + STEP(1, 1)</len>", inflow: "1" },
    { s: [20, 19, 18], out: [2, 2, 2] },
  ],
  [
    "a list for each slat, from the end back",
    { stop: 2, dt: 0.5, initial: "1, 2, 3, MAX(4, 1)", belt: "<len>2</len>", inflow: "0" },
    { out: [2, 4, 6, 8, 0], s: [10, 9, 7, 4, 0] },
  ],
  [
    "a list for each unit of time, of which the last value goes on",
    { stop: 3, dt: 0.5, initial: "1, 2", belt: "<len>3</len>", inflow: "0" },
    { out: [1, 1, 2, 2, 2, 2, 0], s: [5, 4.5, 4, 3, 2, 1, 0] },
  ],
  [
    "the first outflow comes off the end where none is marked as a leak",
    { stop: 3, initial: "0", belt: "<len>2</len>", inflow: "8", leak: "<flow name='lost'><eqn>0.5</eqn></flow>" },
    { out: [0, 0, 4, 4], lost: [0, 2, 4, 4] },
  ],
] as const satisfies readonly (readonly [string, Belt, Readonly<Record<string, readonly number[]>>])[])
  test(what, () => {
    const found = run(belt);
    for (const [name, want] of Object.entries(columns)) expect([name, found.get(name)]).toEqual([name, want]);
  });

// "Steady-State Initialization of Conveyors" (blog.iseesystems.com, 25 May 2010).
for (const [what, attributes, total, lost] of [
  ["linear", "", (n: number) => 2 * 10 - ((n - 1) * 0.3 * 10 * 0.25) / 2, 3],
  [
    "exponential",
    "exponential_leak='true'",
    (n: number) => (10 * (1 - (1 - 0.3 * 0.25) ** n)) / 0.3,
    10 * (1 - (1 - 0.3 * 0.25) ** 8),
  ],
] as const)
  test(`a belt with ${what} leakage begins, and stays, in balance over ten steps`, () => {
    const initial = total(8);
    const leak = "<flow name='lost'><eqn>0.3</eqn><leak/></flow>";
    const found = run({
      stop: 2.5,
      dt: 0.25,
      initial: `${initial}`,
      belt: "<len>2</len>",
      attributes,
      inflow: "10",
      leak,
    });
    expect(found.get("s")).toHaveLength(11);
    for (const value of found.get("s")!) expect(value).toBeCloseTo(initial, 12);
    for (const value of found.get("lost")!) expect(value).toBeCloseTo(lost, 12);
    for (const value of found.get("out")!) expect(value).toBeCloseTo(10 - lost, 12);
  });

const arrays = runXmile(`${specs(4)}<model><variables>
  <stock name="s"><dimensions><dim name="N"/></dimensions><eqn>6 * N</eqn><inflow>in</inflow><outflow>out</outflow><outflow>lost</outflow>
    <conveyor><len>span[N]</len></conveyor></stock>
  <aux name="span"><dimensions><dim name="N"/></dimensions><element subscript="1"><eqn>1</eqn></element><element subscript="2"><eqn>3</eqn></element></aux>
  <flow name="in"><dimensions><dim name="N"/></dimensions><eqn>N</eqn></flow>
  <flow name="out"><dimensions><dim name="N"/></dimensions></flow>
  <flow name="lost"><dimensions><dim name="N"/></dimensions><element subscript="1"><eqn>0.5</eqn></element>
    <element subscript="2"><eqn>0</eqn></element><leak/></flow></variables></model>`);

for (const [name, want] of [
  ["s[1]", [6, 1, 1, 1, 1]],
  ["s[2]", [12, 10, 8, 6, 6]],
  ["out[1]", [3, 0.5, 0.5, 0.5, 0.5]],
  ["out[2]", [4, 4, 4, 2, 2]],
  ["lost[1]", [3, 0.5, 0.5, 0.5, 0.5]],
  ["lost[2]", [0, 0, 0, 0, 0]],
] as const)
  test(`${name} of conveyors of different lengths`, () => expect(arrays.get(name)).toEqual(want));

test("what comes from a conveyor is let in whatever the capacity, and waits where the next one stands still", () => {
  const found = runXmile(`${specs(4)}<model><variables>
    <stock name="a"><eqn>5</eqn><outflow>m</outflow><conveyor><len>1</len></conveyor></stock><flow name="m"/>
    <stock name="b"><eqn>0</eqn><inflow>m</inflow><inflow>n</inflow><outflow>o</outflow>
      <conveyor><len>2</len><capacity>4</capacity><arrest>TIME &lt; 1</arrest></conveyor></stock>
    <flow name="n"><eqn>1</eqn></flow><flow name="o"/></variables></model>`);
  expect(found.get("m")).toEqual([0, 5, 0, 0, 0]);
  expect(found.get("a")).toEqual([5, 5, 0, 0, 0]);
  expect(found.get("n")).toEqual([0, 0, 0, 1, 1]);
  expect(found.get("b")).toEqual([0, 0, 5, 5, 1]);
  expect(found.get("o")).toEqual([0, 0, 0, 5, 0]);
});

for (const method of ["euler", "rk2", "rk4"])
  test(`nothing is lost between stocks and conveyors by ${method}`, () => {
    const found = runXmile(`${specs(5, 0.5, method)}<model><variables>
      <stock name="young"><eqn>100</eqn><inflow>back</inflow><outflow>grow</outflow></stock>
      <flow name="grow"><eqn>young * 0.3</eqn></flow>
      <stock name="belt"><eqn>10</eqn><inflow>grow</inflow><outflow>off</outflow><outflow>leak</outflow><conveyor><len>2</len></conveyor></stock>
      <flow name="off"/><flow name="leak"><eqn>0.2</eqn><leak/></flow>
      <stock name="old"><eqn>0</eqn><inflow>off</inflow><inflow>leak</inflow><outflow>back</outflow></stock>
      <flow name="back"><eqn>old / 4</eqn></flow><aux name="all"><eqn>young + belt + old</eqn></aux></variables></model>`);
    for (const value of found.get("all")!) expect(value).toBeCloseTo(110, 10);
  });

test("a conveyor fills from a stock that may not fall below zero", () => {
  const found = runXmile(`${specs(3)}<model><variables>
    <stock name="store"><eqn>5</eqn><outflow>load</outflow><non_negative/></stock><flow name="load"><eqn>3</eqn></flow>
    <stock name="belt"><eqn>0</eqn><inflow>load</inflow><outflow>off</outflow><conveyor><len>1</len></conveyor></stock><flow name="off"/>
    </variables></model>`);
  expect(found.get("load")).toEqual([3, 2, 0, 0]);
  expect(found.get("store")).toEqual([5, 2, 0, 0]);
  expect(found.get("off")).toEqual([0, 3, 2, 0]);
});

test("conveyors in a module and in a macro", () => {
  const belt = (name: string) => `<stock name="${name}"><eqn>0</eqn><inflow>put</inflow><outflow>off</outflow>
    <conveyor><len>2</len></conveyor></stock><flow name="put"><eqn>x</eqn></flow><flow name="off"/>`;
  const found = runXmile(`${specs(3)}<model><variables><aux name="y"><eqn>LATER(TIME)</eqn></aux>
    <module name="m"><connect to="x" from="z"/></module><aux name="z"><eqn>TIME</eqn></aux><aux name="w"><eqn>m.off</eqn></aux></variables></model>
    <model name="m"><variables>${belt("b")}<aux name="x"/></variables></model>
    <macro name="LATER"><parm>x</parm><eqn>off</eqn><variables>${belt("c")}</variables></macro>`);
  expect(found.get("y")).toEqual([0, 0, 0, 1]);
  expect(found.get("w")).toEqual([0, 0, 0, 1]);
});

test("a length between two steps is told, and rounded", () => {
  const { diagnostics } = readModel(
    source(
      "s.xmile",
      `<xmile>${specs(3)}<model><variables><stock name="s"><eqn>6</eqn><outflow>o</outflow>
    <conveyor><len>2.4</len></conveyor></stock><flow name="o"/></variables></model></xmile>`,
    ),
  );
  expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
    ["conveyor-between-steps", { name: "s", length: 2.4, step: 1, moved: 2 }],
  ]);
});
