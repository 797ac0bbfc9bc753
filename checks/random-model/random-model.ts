import fc from "fast-check";

/** Models in Vensim text with arrays, lookups, delays, smooths, samples and a macro, made from a list of choices, so that they shrink. */
export const randomModel: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 0x7fffffff }), { minLength: 30, maxLength: 160 })
  .map(modelText);

type Shape = "scalar" | "A" | "AB";

interface Named {
  readonly name: string;
  readonly shape: Shape;
}

const subscript: Readonly<Record<Shape, string>> = { scalar: "", A: "[A]", AB: "[A,B]" };
const sizes: Readonly<Record<Shape, number>> = { scalar: 1, A: 3, AB: 6 };

function modelText(choices: readonly number[]): string {
  const choose = chooser(choices);
  const stocks: Named[] = Array.from({ length: 2 + choose.below(4) }, (_, i) => ({
    name: `s${i}`,
    shape: choose.shape(),
  }));
  const known: Named[] = [...stocks];
  const equations: string[] = [];
  while (choose.left() > 8) {
    const made = { name: `v${known.length}`, shape: choose.shape() };
    equations.push(equation(made, known, choose));
    known.push(made);
  }
  const rates = stocks.map(({ name, shape }) => `${name}${subscript[shape]} = ${stock(shape, known, choose)} ~~|`);
  return [...head, ...equations, ...rates, ...tail].join("\n");
}

const head = [
  "{UTF-8}",
  ":MACRO: MIX(x, y)",
  "MIX = 0.5 * x + held ~~|",
  "held = INTEG((y - held) / 2, y) ~~|",
  ":END OF MACRO:",
  "A: a1, a2, a3 ~~|",
  "B: b1, b2 ~~|",
  "curve((-2,1),(-0.5,0.25),(0,0),(1,1),(1.5,0.75),(4,2)) ~~|",
];

const tail = ["INITIAL TIME = 0 ~~|", "FINAL TIME = 6 ~~|", "TIME STEP = 0.25 ~~|", "SAVEPER = 0.5 ~~|"];

type Chooser = ReturnType<typeof chooser>;

/** When the choices are used up, each is 0. */
function chooser(choices: readonly number[]) {
  let next = 0;
  const below = (count: number): number => (choices[next++] ?? 0) % count;
  return {
    below,
    of: <T>(...items: readonly T[]): T => items[below(items.length)]!,
    shape: (): Shape => (["scalar", "scalar", "A", "AB"] as const)[below(4)]!,
    left: () => choices.length - next,
    number: (): string => String((below(81) - 40) / 8),
  };
}

function equation({ name, shape }: Named, known: readonly Named[], choose: Chooser): string {
  const left = `${name}${subscript[shape]}`;
  const of = (depth = 2) => expression(shape, known, choose, depth);
  switch (choose.below(9)) {
    case 0: {
      const numbers = Array.from({ length: sizes[shape] }, () => choose.number());
      return `${left} = ${shape === "AB" ? `${numbers.slice(0, 2)};${numbers.slice(2, 4)};${numbers.slice(4)};` : numbers} ~~|`;
    }
    case 1:
      return `${left} = SMOOTH3(${of()}, ${choose.of(1, 2.5, 4)}) ~~|`;
    case 2:
      return `${left} = DELAY1(${of()}, ${choose.of(1, 2, 3)}) ~~|`;
    case 3:
      return `${left} = DELAY FIXED(${of()}, ${choose.of(0.5, 1, 1.1)}, ${of(0)}) ~~|`;
    case 4:
      return `${left} = SAMPLE IF TRUE(${of(1)} > ${of(0)}, ${of(1)}, ${of(0)}) ~~|`;
    case 5:
      return shape === "scalar" ? `${left} = MIX(${of(1)}, ${of(1)}) ~~|` : `${left} = ${of()} ~~|`;
    case 6:
      return `${left} = INITIAL(${of()}) ~~|`;
    default:
      return `${left} = ${of(3)} ~~|`;
  }
}

function stock(shape: Shape, known: readonly Named[], choose: Chooser): string {
  const rate = expression(shape, known, choose, 2);
  return `INTEG(MAX(-1, MIN(1, ${rate})), ${choose.number()})`;
}

function expression(shape: Shape, known: readonly Named[], choose: Chooser, depth: number): string {
  const inner = () => expression(shape, known, choose, depth - 1);
  if (depth <= 0) return leaf(shape, known, choose);
  switch (choose.below(14)) {
    case 0:
      return `(${inner()} + ${inner()})`;
    case 1:
      return `(${inner()} - ${inner()})`;
    case 2:
      return `(${inner()} * ${inner()})`;
    case 3:
      return `(${inner()} / ${inner()})`;
    case 4:
      return `MAX(${inner()}, ${inner()})`;
    case 5:
      return `MIN(${inner()}, ${inner()})`;
    case 6:
      return `IF THEN ELSE(${inner()} ${choose.of("<", ">=", "=", "<>")} ${inner()}, ${inner()}, ${inner()})`;
    case 7:
      return `EXP(-ABS(${inner()}))`;
    case 8:
      return `(ABS(${inner()}) ^ ${choose.of("0.5", "2", "3", "-1.5")})`;
    case 9:
      return `curve(${inner()})`;
    case 10:
      return `WITH LOOKUP(${inner()}, ((0,1),(2,0.5),(3,${choose.number()})))`;
    case 11:
      return `${choose.of("SIN", "COS", "INTEGER", "SQRT", "LN", "TANH", "ARCTAN")}(${inner()})`;
    case 12:
      return `${choose.of("ZIDZ", "MODULO")}(${inner()}, ${inner()})`;
    default:
      return `STEP(${inner()}, ${choose.of(1, 2.5)})`;
  }
}

/** A number, the time, a variable of no more dimensions, or a whole array brought down to one number. */
function leaf(shape: Shape, known: readonly Named[], choose: Chooser): string {
  const kind = choose.below(8);
  if (kind === 0) return choose.number().replace(/^-.*/, "($&)");
  if (kind === 1) return "Time";
  const { name, shape: own } = choose.of(...known);
  const fits = own === "scalar" || own === shape || (own === "A" && shape === "AB");
  if (fits) return `${name}${subscript[own]}`;
  const whole = own === "AB" && shape === "A" ? "[A,B!]" : own === "AB" ? "[A!,B!]" : "[A!]";
  return `${choose.of("SUM", "VMIN", "VMAX")}(${name}${whole})`;
}
