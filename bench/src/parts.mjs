import { compile, instantiateNow } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { limitInputs, limitSpec, limitText } from "./limit-model.mjs";
import { inTurns, rate, row } from "./samples.mjs";

const futures = 1024;
const moments = 481;
const ids = ["whole", "without-exp-and-power", "without-lookups-too"].map((part) => `limit/parts/${part}`);

/** Where the time of `limit` goes: nanoseconds a future and step of the whole model, and with parts of it taken out. */
export const parts = {
  ids,
  measure: async () => {
    const works = variants().map(workOf);
    for (const work of works) rate(work, 400);
    const contestants = works.map((work, i) => [ids[i], (milliseconds) => rate(work, milliseconds)]);
    const rates = await inTurns(Object.fromEntries(contestants), { rounds: 7, milliseconds: 200 });
    return ids.flatMap((id) =>
      row(
        id,
        "ns",
        rates[id].map((each) => 1e9 / each / moments),
      ),
    );
  },
};

/** The numbers come out wrong without them; what is left of the work is the same. */
function variants() {
  const whole = limitText();
  const plain = whole
    .replace("1-EXP( -tax sensitivity*effective tax )", "1-( -tax sensitivity*effective tax )")
    .replace("(capital labor ratio^capital share)", "(capital labor ratio*capital share)");
  const bare = plain.replace(/tbl (adequacy|birth|mortality|learning)\( ([a-z A-Z]+) \)/g, "($2)");
  if (new Set([whole, plain, bare]).size < 3) throw new Error("limit.mdl has no such parts.");
  return [whole, plain, bare];
}

function workOf(text) {
  const { model } = readModel(source("limit.mdl", text));
  const { program } = compile(model, limitSpec());
  const machine = instantiateNow(program);
  const { times, outputs } = program.layout;
  const inputs = limitInputs(program.layout, futures);
  const out = new Float64Array(futures * times.length * outputs.length);
  return () => {
    machine.runMany(inputs, out, futures);
    return futures;
  };
}
