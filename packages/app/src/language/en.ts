import { enFutures } from "./en-futures.ts";
import { enPolicies } from "./en-policies.ts";
import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("en", count, forms);

/** Every word of the page that does not come from a study, in English; the other languages have the same keys. */
export const en = {
  page: {
    description: "A policy argument, put to the test in every plausible future.",
    skip: "Skip to the content",
    reading: "Reading the study …",
    views: "Views",
    footer:
      "An aggregate analysis of public policy: a country, a market, a public; never a person, a place or a target. " +
      "Everything on this page is computed in your browser, and nothing leaves it.",
    otherStudy:
      "This link was made with another edition of the study, or with another study. What you see is the study at hand; " +
      "its numbers can differ from those of whoever sent the link.",
  },
  views: {
    claims: "The claims",
    simulator: "Try it",
    futures: "The futures",
    policies: "The policies",
    model: "The model",
    evidence: "The evidence",
    check: "Check it yourself",
  },
  fault: {
    nothing: "There is nothing to show.",
    nobody: "No study was handed to this page.",
    mend: "Open this page with “sequitur open” and the folder of a study.",
  },
  number: {
    none: "no number",
    and: " and ",
    or: " or ",
    range: (low: string, high: string) => `${low} to ${high}`,
  },
  question: {
    for: "For the proposal",
    against: "Against the proposal",
    describes: "Describes",
    described: "What the report describes",
    examined: (futures: string, policies: number, constants: number, assumed: number) =>
      `Examined: ${futures} futures under each of ${some(policies, { one: "# policy", other: "# policies" })}, with ` +
      `${some(constants, { one: "# constant", other: "# constants" })} that nobody knows for sure (${assumed} of them assumed).`,
    matched: (examined: string) =>
      `${examined} of the futures have a past that agrees with what was observed; every share is of those.`,
    failed: (failed: number) =>
      some(failed, {
        one: "# future gave no number and is left out.",
        other: "# futures gave no number and are left out.",
      }),
    shares: "A share of futures is not a probability.",
    check: "Check it yourself",
    or: "or",
    try: "try your own assumptions",
  },
  claim: {
    missing: "There is no such claim",
    all: "All claims of this study",
    test: "The test.",
    dots: (share: number) => `${share} in 100 futures`,
    aboutDots:
      "Each dot is two futures in a hundred. The interval is the doubt that comes from the number of futures alone; " +
      "it says nothing of whether the model is right.",
    structure: "By structure",
    decides: (shares: string) => `${shares} (the structure decides)`,
    hinges: "It hinges on",
    noHinge: "No single assumption that can be told apart",
    breaks: "It breaks when",
    answer: "Best answer",
    answerTo: "Best answer to it",
    evidence: "Evidence",
    grounds: (amount: string, agreement: string) => `Amount: ${amount}. Agreement: ${agreement}.`,
    amount: { none: "none", limited: "limited", medium: "medium", robust: "robust" },
    agreement: { disputed: "disputed", mixed: "mixed", agreed: "agreed" },
    sources: (count: number) => some(count, { one: "# source", other: "# sources" }),
    checked: { search: "seen", memory: "not verified", computed: "worked out here" },
    between: (name: string, low: string, high: string) => `${name} between ${low} and ${high}`,
    above: (name: string, low: string) => `${name} above ${low}`,
    below: (name: string, high: string) => `${name} below ${high}`,
    joined: ", and ",
    end: (ends: string, year: string, draws: number) =>
      `With the model's own values, ${ends} in ${year}; the thin lines are ${draws} of the futures examined.`,
    under: (value: string, policy: string) => `${value} under ${policy}`,
    margin: "How far the test is passed or missed",
    marginSays: "Each dot is two futures in a hundred; full ones hold.",
    marginYours: "Weighed by your own view below.",
    marginHead: ["Two futures in a hundred", "Margin", "Holds"],
    yes: "yes",
    no: "no",
    marginSpoken: (low: string, high: string) => `Middle half from ${low} to ${high}.`,
    sides: "← fails · holds →",
    bars: "What it hinges on",
    barsUnit: "total-order Sobol' index of the margin, with its 95 % interval",
    barsAxis: "share of the variation it takes part in",
    barsSay: (names: string) => `Most of all on ${names}.`,
    barsSayNone: "No single assumption can be told apart.",
    barsHead: ["Assumption", "Total index", "95 % interval"],
    unsettled: "not converged",
    course: "As time passes",
    courseUnit: "share of the futures in which the same test holds, asked at each time after the decision",
    courseSays: (turns: boolean): string =>
      turns
        ? "It turns: it holds in most futures at one time and in few at another."
        : "It does not turn from most futures to few, or back.",
    courseHead: ["After the decision", "Share", "95 % interval"],
    appears: (measure: string, policy: string, time: string) =>
      `${measure} under ${policy} differs from the baseline in most futures from ${time} on.`,
    reverses: (time: string) => `By ${time} the difference has turned round.`,
    noEffect: (measure: string, policy: string) =>
      `${measure} under ${policy} does not lie on one side of the baseline in most futures at any of these times.`,
    priors: "Under other priors",
    priorSays: (label: string, share: string, effective: number) =>
      `${label}: ${share}, as well told as by ${effective} futures drawn from it.`,
    priorRefused: {
      few: "too few of the futures examined carry its weight for a share to be told.",
      outside: "a part of it lies where no future was drawn.",
      given: "these futures were given, not drawn, so they cannot be weighed.",
    },
    conflicts: "Where sources conflict",
    conflictTurns: (shares: string) => `${shares} (the verdict turns on which is right)`,
    tipping: "What would change this verdict",
    tippingSays: (name: string, holds: "above" | "below", value: string, low: string, high: string) =>
      `It holds in most futures where ${name} is ${holds} ${value}, and in few on the other side ` +
      `(95 % interval of that value: ${low} to ${high}).`,
    settles: "What evidence would settle it",
    settlesSays: (names: string, worth: string, perfect: string) =>
      `Best of all evidence on ${names}. Whoever knew the first would be right about the claim in ${worth} more futures in a hundred; ` +
      `whoever knew everything, in ${perfect} more.`,
    settlesNone: "No single piece of evidence would settle it.",
    driver: "The loop that drives it",
    driverSays: (reinforcing: boolean, leads: string, futures: number) =>
      `A loop that ${reinforcing ? "reinforces itself" : "balances itself"} leads in ${leads} of ${futures} futures that were followed step by step:`,
    driverNone: "No loop leads in more than one future in twenty of those that were followed step by step.",
    box: "Where it breaks",
    boxSays: (where: string, coverage: string, density: string, mass: string) =>
      `Mostly where ${where}. That box holds ${coverage} of the futures in which the claim fails; of the futures in it, ` +
      `${density} fail. It is ${mass} of all.`,
  },
  change: {
    input: "As what moves",
    slider: (name: string) => `${name}: move it`,
    says: (name: string, value: string, verdict: string, share: string) =>
      `With “${name}” at about ${value}: ${verdict}, ${share}.`,
    axis: "share of futures in which the claim holds, as this rises",
    turns: (turns: string) => `The word changes at ${turns}.`,
    turn: (value: string, after: string) => `${value} (above it: ${after})`,
    stays: "The word is the same all along it.",
    about:
      "Read from the futures that were run, a fifth of them at a time; the band is the 95 % interval of that reading.",
    head: ["Value", "Share", "95 % interval", "Word"],
    words: {
      all: "all",
      "nearly-all": "nearly all",
      most: "most",
      "about-half": "about half",
      few: "few",
      "almost-none": "almost none",
      none: "none",
      untestable: "not tested",
      "outside-boundary": "not tested",
    },
  },
  prior: {
    title: "If you see it differently",
    change: "Change it",
    disagree: "Disagree",
    lead:
      "Say what you hold for likely, and the futures that were run are weighed by it at once; none is run again. Grey is what the " +
      "study drew, the line is you. What you leave alone stays as the study has it.",
    by: "By your own view",
    study: (share: string) => `The study has ${share} %.`,
    rests: (effective: string, futures: string) =>
      `${futures} futures, weighed so, tell as much as ${effective} drawn from your view.`,
    few: (effective: string, least: string) =>
      `Too few futures carry your view: they tell as much as ${effective} drawn from it, and ${least} are wanted. Widen a range.`,
    outside: (covered: string) =>
      `Only ${covered} of your view lies where the study drew futures. Bring its ranges nearer.`,
    low: "lowest",
    likely: "likeliest",
    high: "highest",
    alike: "no value likelier than another",
    weight: (label: string) => `weight of ${label}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    peak: (likely: string) => `likeliest ${likely}`,
    as: "as the study has it",
    drop: "As the study has it",
    again: "Let go of your view",
    file: "As a file for “sequitur run --prior”",
    none: "Nothing that this claim hinges on can be weighed anew.",
  },
  card: {
    share: "Copy this card",
    text: "As text",
    picture: "As a picture",
    embed: "As an embed",
    copied: "Copied",
    saved: "Saved",
    whole: "See the whole study",
  },
  chart: {
    table: "Table",
    hide: "Hide the table",
    copy: "Copy the numbers",
    copied: "Copied",
    time: "Time",
    spoken: (label: string, first: string, last: string) => `${label}: ${first} at first, ${last} at the end`,
    part: "policies part",
    observed: (sources: string) => `Observed: ${sources}`,
  },
  simulator: {
    lead: (baseline: string) =>
      `Every slider runs the model again, here in your browser. The dashed line is ${baseline} with the same assumptions, so the ` +
      "difference is the policy's alone.",
    modelLead:
      "Every slider runs the model again, here in your browser. The dashed line is the model as it was written.",
    written: "As written",
    policy: "Policy",
    own: "Your own",
    levers: (count: number) => some(count, { one: "# more lever", other: "# more levers" }),
    assumptions: (count: number) => `Assumptions (${count})`,
    constants: (count: number) => `Constants (${count})`,
    again: "Start again",
    current: "Current",
    same: (baseline: string) => `The same as under ${baseline}.`,
    differs: (difference: string, year: string, baseline: string, value: string) =>
      `${difference} in ${year} against ${baseline} (${value}).`,
    interval: (low: string, high: string) => `In nine futures in ten between ${low} and ${high}.`,
    fan: (futures: string) =>
      `${futures} of the futures examined, under the levers as set: some as thin lines, half of them in the darker band, nine in ten in the ` +
      "paler one. Bold: the model's own values. Dots: what was observed.",
    provisional: (futures: string, all: string) => `Provisional: ${futures} futures so far, of ${all}.`,
    variable: "Variable",
    multiples: "Every measure",
    head: ["Measure", "Unit", "Current", "Difference"],
    atEnd: (year: string) => `in ${year}`,
  },
  futures: enFutures,
  ...enPolicies,
  policies: {
    lead: (baseline: string) =>
      `Each line is the difference from ${baseline} in the same futures: nine in ten of them lie on the line, half in its thick ` +
      "part, and the dot is the middle one. What is most robust depends on the standard; where standards disagree, that is said.",
    unit: (unit: string, baseline: string, better: string) => `${unit}, against ${baseline} · ${better}`,
    better: { lower: "lower is better", higher: "higher is better", neither: "no better side" },
    noSide: "It has no better side, so nothing is ranked by it.",
    head: ["Policy", "Middle future", "5th percentile", "95th percentile", "Better in"],
    unranked: "Nothing is ranked by it.",
    everyMetric: (policy: string) => `Most robust by every metric: ${policy}.`,
    someMetrics: (count: number, all: number, policy: string, others: string) =>
      `Most robust by ${count} of ${all} metrics: ${policy}. By others: ${others}.`,
    alike: (count: number) => some(count, { one: "# policy", other: "# policies alike" }),
    firstBy: (metric: string) => `First by ${metric}`,
    metrics: {
      maximin: "worst future",
      maximax: "best future",
      hurwicz: "half way between worst and best",
      laplace: "average future",
      minimaxRegret: "greatest regret",
      percentileRegret: "regret in nine futures of ten",
      undesirableDeviations: "the worse half against its own middle",
      starr: "share of futures that are good enough",
    },
  },
  evidence: {
    lead: (count: number) =>
      some(count, {
        one: "# constant differs from future to future.",
        other:
          "# constants differ from future to future. They are listed by how much verdicts depend on them: what stands first is what " +
          "a better measurement would settle.",
      }),
    hinges: "What the verdicts hinge on",
    verdicts: (count: number) => some(count, { one: "# verdict hinges on it", other: "# verdicts hinge on it" }),
    assumed: "assumed",
    conflict: "Sources conflict; the range spans them",
    turning: (count: number) =>
      some(count, { one: "# verdict turns on which is right", other: "# verdicts turn on which is right" }),
    past: "The past",
    matched: (futures: string, plausible: string, cutoff: string) =>
      `Of ${futures} futures, ${plausible} meet every observed series within ${cutoff} standard deviations; the others are set aside.`,
    head: ["Series", "Sets aside alone", "Mean error", "of it bias, swing, points"],
    hindcast: (until: string, plausible: string, covered: string) =>
      `Held only to what was known by ${until}, ${plausible} futures remain. Their band of nine in ten covers ${covered}.`,
    covered: (covered: number, points: number, series: string) =>
      `${covered} of the ${points} later observations of “${series}”`,
    sources: "Sources",
    modelOnly: "cited in the model only",
    rests: (count: number) => some(count, { one: "# thing rests on it", other: "# things rest on it" }),
  },
  check: {
    lead:
      "Everything on these pages follows from the study's files, one seed and this engine. Run all of it again here, on every core " +
      "of this machine: the digest must come out the same to the last digit.",
    findings: "Digest of the findings",
    files: "Digest of the study's files",
    futures: "Futures, seed",
    engine: "Engine",
    recompute: "Recompute here",
    stop: "Stop",
    starting: "Starting …",
    rate: (rate: string, seconds: string) => `${rate} runs a second, ${seconds} s left`,
    same: "Same digest.",
    different: "Different digest: these findings are not what this browser computes.",
    seconds: (seconds: string) => `${seconds} s`,
    failed: (why: string) => `The run failed: ${why}`,
    take: "Take it with you",
    takeSays:
      "The study is a folder of text; the futures are a table that pandas, R, DuckDB and any spreadsheet read. The table is made here, " +
      "in your browser.",
    study: "The study's files (.json)",
    model: "The model",
    findingsFile: "The findings (.json)",
    parquet: "The futures (.parquet)",
    csv: "The futures (.csv)",
    making: "Running the futures …",
    print: "Print a brief",
  },
  method: {
    title: "How this was made",
    says: (futures: string, examined: string, policies: string, seed: string) =>
      `A system-dynamics model was run in ${futures} futures under each of ${policies} policies. A future gives every uncertain ` +
      "constant a value from its range (scrambled Sobol' points). Futures whose past misses what was observed are set aside " +
      `(history matching), which leaves ${examined}. A claim is a test over the model's measures; its share is that of the futures in ` +
      "which the test holds, with Wilson's interval of 95 %. What a verdict hinges on are total-order Sobol' indices; where it " +
      `breaks is a box found by PRIM. All of it follows from the study's files and the seed ${seed}, and can be computed again.`,
  },
  map: {
    search: "Search",
    placeholder: "a variable",
    view: "View",
    whole: "The whole model",
    release: "Let go of the loop",
    drawn: "As its file draws it.",
    laidOut: "Its file holds no drawing; laid out here.",
    more: (count: number) => `and ${count} more`,
    noHit: "Nothing of that name. Try a part of a word.",
    choose: "Choose a variable: in the drawing, by search, or in the list.",
    noVariable: (name: string) => `There is no variable "${name}".`,
    list: (count: number) => some(count, { one: "The # variable as a list", other: "All # variables as a list" }),
    variable: "Variable",
    kind: "Kind",
    unit: "Unit",
    group: "Group",
    roles: {
      stock: "stock",
      auxiliary: "auxiliary",
      constant: "constant",
      lookup: "lookup",
      data: "data",
      time: "time",
    },
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    all: "All of it",
    keys: "Drag to move. With the drawing in focus: arrows move, + and − zoom, 0 shows all.",
    spoken: (name: string, parts: number) =>
      `Drawing of ${name}: ${some(parts, { one: "# part", other: "# parts" })}. The list of variables holds the same.`,
    further: (name: string, count: number) => `${name}: ${count} further`,
  },
  variable: {
    by: (subscripts: string) => `by ${subscripts}`,
    noUnit: "no unit given",
    noComment: "Its author left no comment.",
    run: "As the model runs",
    causes: "Depends on",
    given: "Nothing: it is given.",
    effects: "Acts on",
    noEffects: "Nothing in the model.",
    loops: (count: number) => some(count, { one: "In # loop", other: "In # loops" }),
    loopsOf: (count: number, looked: number) =>
      `${some(count, { one: "In # loop", other: "In # loops" })} of the first ${looked} looked at`,
    shortest: (count: number) => `The ${count} shortest are shown.`,
    examined: (label: string, range: string, unit: string) => `${label}: examined from ${range} ${unit}.`,
    assumed: "Assumed.",
    source: (sources: string) => `Source: ${sources}.`,
  },
  fan: {
    variable: "Variable",
    spread: "Each constant, up and down by, in %,",
    running: (futures: number) => `Running ${some(futures, { one: "# future", other: "# futures" })} …`,
    none: "No future gave a number. Take a narrower range, or look at the variable in the drawing.",
    time: "Time",
    middle: "middle",
    end: (time: string, futures: number, low: string, high: string, middle: string) =>
      `At ${time}, nine in ten of ${some(futures, { one: "# future", other: "# futures" })} lie between ${low} and ${high}; the middle one is ${middle}.`,
    lost: (count: number) =>
      some(count, {
        one: "# future gave no number and is left out.",
        other: "# futures gave no number and are left out.",
      }),
    doubt:
      "A range of so much about each constant says nothing of how sure anyone is of it: a study gives each its own, with a source.",
  },
  trials: {
    run: "Run again with",
    found: "Found",
    verdict: "Verdict",
    names: {
      finite: "Numbers throughout",
      "half-step": "Half the time step",
      "runge-kutta": "Fourth-order Runge–Kutta",
    },
    finite: "Every variable stays a number.",
    lost: (count: number, name: string) =>
      `${some(count, { one: "# variable loses its numbers", other: "# variables lose their numbers" })}, among them ${name}.`,
    nothing: "Changes nothing.",
    moves: (percent: string, name: string) =>
      `Moves no variable by more than ${percent} % of its range; the farthest is ${name}.`,
    passed: "passed",
    look: "to be looked at",
  },
  own: {
    open: "Open a model of your own:",
    hint: "Vensim (.mdl) or XMILE (.xmile, .stmx), with the spreadsheets and data files that it names; or drop them anywhere here. They stay on this machine.",
    reading: "Reading the model …",
    closed: (errors: number) =>
      `It cannot be opened yet: ${some(errors, { one: "# error", other: "# errors" })}, each with its place and how to mend it.`,
    found: (count: number) => some(count, { one: "# thing found in the file", other: "# things found in the file" }),
    sliders: "Every slider runs the model again, here in your browser. The dashed line is the model as it was written.",
    written: "As written",
    constants: "All constants at once",
    hangs: "How it hangs together",
    tests: "Tests",
    testsLead: "The model as written, run again in ways that should change little.",
    lead: (variables: number) =>
      `${some(variables, { one: "# variable", other: "# variables" })}. Each arrow says that one is in the other's equation; boxes hold what ` +
      "accumulates, with its course under the model's own values in them.",
    severities: { error: "Error", warning: "Warning", note: "Note" },
    first: (shown: number, all: number) => `The first ${shown} of ${all} are shown.`,
  },
};

/** What a catalogue holds: the keys of the English one, each with a text or with what makes one. */
export type Words = typeof en;
