// node src/generated-model.mjs > model.mdl: a model of the size and shape of a large climate-policy model.
import { pathToFileURL } from "node:url";

const sectors = 100;
const regions = 6;

/**
 * A model in Vensim text: 3,500 equations in 100 sectors coupled in feedback, some of them arrays over six regions, with 100
 * lookups, 40 third-order smooths and 20 delays, over 1,000 steps. Everything is a ratio that is drawn to near 1, so that no number
 * runs away. The same text at every call.
 */
export function generatedModelText() {
  const parts = Array.from({ length: sectors }, (_, i) => sector(i));
  return ["{UTF-8}", `Region: ${names(regions, "r").join(",")} ~~|`, ...parts.flat(), ...control].join("\n");
}

const names = (count, stem) => Array.from({ length: count }, (_, i) => `${stem}${i + 1}`);

/** A number from 0 to 1 that depends on its arguments alone. */
function chance(...seeds) {
  let state = 0x9e3779b9;
  for (const seed of seeds) state = Math.imul(state ^ seed, 0x85ebca6b) + (state >>> 13);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}

const number = (low, high, ...seeds) => (low + (high - low) * chance(...seeds)).toPrecision(4);

/** The 35 equations of a sector; it reads the sectors before it, and the first one reads the last. */
function sector(i) {
  const here = (name) => `${name} ${i}`;
  const there = (name, back) => `${name} ${(i + sectors - back) % sectors}`;
  const constants = names(9, "c").map((name, k) => `${here(name)} = ${number(0.4, 1.6, i, k)}`);
  const equations = [
    `${here("share")}[Region] = ${Array.from({ length: regions }, (_, r) => number(0.1, 0.3, i, 40 + r)).join(",")}`,
    `${here("table")}(${points(i)})`,
    `${here("stock")} = INTEG(${here("growth")}-${here("decline")}, ${number(0.8, 1.2, i, 20)})`,
    `${here("capital")} = INTEG(${here("investment")}-${here("capital")}/(10*${here("c3")}), ${number(0.8, 1.2, i, 21)})`,
    `${here("regional")}[Region] = INTEG((${here("regional goal")}[Region]-${here("regional")}[Region])/(4*${here("c4")}), 1)`,
    `${here("regional goal")}[Region] = ${here("signal")}*(0.5+${here("share")}[Region])/(0.5+${here("average share")})`,
    `${here("regional sum")} = SUM(${here("regional")}[Region!]*${here("share")}[Region!])`,
    `${here("average share")} = SUM(${here("share")}[Region!])/6`,
    `${here("relative")}[Region] = ${here("regional")}[Region]/MAX(0.01,${here("regional sum")})`,
    `${here("largest")} = VMAX(${here("relative")}[Region!])`,
    `${here("pressure")} = ${there("stock", 1)}*${here("c1")}/(${there("capital", 2)}+${here("c2")})`,
    `${here("effect")} = ${here("table")}(${here("pressure")})`,
    `${here("signal")} = MAX(0.2,MIN(3,${here("effect")}*${there("output", i === 0 ? 0 : 1)}))`.replace(
      here("output"),
      here("stock"),
    ),
    `${here("output")} = ${here("capital")}^${here("exponent")}*${here("stock")}^(1-${here("exponent")})`,
    `${here("exponent")} = 0.2+0.3*${here("c5")}/(1+${here("c5")})`,
    `${here("growth")} = ${here("stock")}*${here("rate")}*${here("perceived")}`,
    `${here("decline")} = ${here("stock")}*${here("rate")}*${here("stock")}*MIN(2,${here("crowding")})`,
    `${here("rate")} = 0.05*${here("c6")}`,
    `${here("crowding")} = 1-EXP(-${here("c7")}*${here("stock")})+0.3*${here("largest")}/(1+${here("largest")})`,
    `${here("perceived")} = ${memory(i, here)}`,
    `${here("investment")} = IF THEN ELSE(${here("gap")}>0, ${here("gap")}/(2*${here("c8")}), 0)+${here("upkeep")}`,
    `${here("upkeep")} = ${here("capital")}/(10*${here("c3")})*0.9`,
    `${here("gap")} = ${here("signal")}-${here("capital")}`,
    `${here("policy")} = IF THEN ELSE(Time>=${10 + (i % 50)}, ${here("c9")}, 1)`,
    `${here("index")} = SQRT(ABS(${here("output")}*${here("policy")}))/(1+${here("pressure")})`,
    `${here("balance")} = ${here("growth")}-${here("decline")}+LN(1+${here("index")})`,
  ];
  return [...constants, ...equations].map((equation) => `${equation} ~~|`);
}

function points(i) {
  const xs = Array.from({ length: 5 + (i % 5) }, (_, k) => k * 0.5);
  return xs.map((x, k) => `(${x},${(0.6 + 0.8 * (1 - 1 / (1 + x)) + 0.02 * chance(i, 60 + k)).toFixed(4)})`).join(",");
}

function memory(i, here) {
  if (i % 5 < 2) return `SMOOTH3(${here("signal")}, 3*${here("c2")})`;
  return i % 5 === 2 ? `DELAY1(${here("signal")}, 2*${here("c2")})` : `0.5+0.5*${here("signal")}`;
}

const control = [
  "********************************************************",
  "\t.Control",
  "********************************************************~",
  "\t|",
  "INITIAL TIME = 0 ~~|",
  "FINAL TIME = 100 ~~|",
  "TIME STEP = 0.1 ~~|",
  "SAVEPER = 1 ~~|",
  "",
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(generatedModelText());
