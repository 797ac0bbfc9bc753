import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("en", count, forms);

/** The words about policies side by side, in English: each a section of the catalogue. */
export const enPolicies = {
  glance: {
    title: "All at a glance",
    lead:
      "The dot says in what share of futures a policy does better than the baseline: from none at the left to all at the right, the tick is one half. " +
      "The bar is its regret: what it loses against the best policy of the same future, in nine futures of ten, drawn on the scale of the row. A short bar is good; a policy that changes nothing is never better, and its dot stands at the left.",
    regret: (amount: string) => `Regret: ${amount}.`,
    beats: (share: string) => `Better than the baseline in ${share} of futures.`,
    over: "Regret over all measures",
    overSays:
      "The largest relative deviation over all measures, in nine futures of ten (Herman et al. 2015). Against the best it has no end where the best is 0.",
    overHead: ["Policy", "Against its own middle", "Against the best"],
    endless: "without end",
  },
  ranks: {
    title: "Where standards disagree",
    lead: (metrics: number) =>
      `${some(metrics, { one: "# metric of robustness puts", other: "# metrics of robustness put" })} the policies in order. A dot is a place that some of them give ` +
      "a policy, its number says how many; a long line is a dispute among them.",
    measure: "By",
    disputed: "disputed",
    chart: (measure: string) => `Places by ${measure}`,
    unit: "1 is the most robust",
    axis: "place among the policies",
    agree: "All metrics put the policies in the same order.",
    dispute: (policy: string, first: string, by: string, last: string, from: string) =>
      `They differ most about “${policy}”: place ${first} by the ${by}, place ${last} by the ${from}.`,
  },
  tradeOffs: {
    heading: "What more of one costs in another",
    lead:
      "A search went through all levers for policies that no other one beats in every goal. Each is credited, goal by goal, with the gain over the baseline " +
      "that it reaches in most futures; what is shown are its gains in futures that the search had not seen.",
    notYet:
      "Nobody has run the search on this machine yet. It takes some minutes; a terminal keeps what it finds (sequitur search).",
    search: "Search here",
    searching: "Searching …",
    nowhere: "No future has a past that agrees with what was observed: there is nothing to search in.",
    none: "No policy keeps the limits that the study sets.",
    across: "Across",
    up: "Up",
    goal: (measure: string, unit: string, lower: boolean) => `${lower ? "less" : "more"}: ${measure}, ${unit}`,
    title: "Gains over the baseline",
    unit: "further right and further up is better",
    label: "Policies that were found, by what they gain across",
    says: (found: string, beaten: number, studied: number, share: string) =>
      `${found} policies that no other one beats in every goal, by gains reached in ${share} futures of 100. Of the study's ` +
      `${some(studied, { one: "# own policy", other: "# own policies" })}, ${beaten === 0 ? "none is" : some(beaten, { one: "# is", other: "# are" })} ` +
      "beaten by one of them: worse in some goal and better in none.",
    policy: "Policy",
    nearest: "nearest to the best in all",
    foundOne: (number: number, all: number) => `Found ${number} of ${all}`,
    choose: "Choose one that was found, by pointer or with the arrow keys, to see its levers.",
    gains: "Gain over the baseline",
    heldOut: "In futures not seen",
    searched: "In those searched",
    levers: "What it sets",
    value: "Value",
    take: "Take it as your own",
    restTitle: "Whether the search had come to rest",
    restUnit: "what was found, as the volume that it dominates, by policies judged",
    rest: (late: string, apart: string, rested: boolean) =>
      `The second half of the search added ${late} at most, and its runs end ${apart} apart: ${rested ? "more searching would find little more" : "more searching could still find better ones"}.`,
    runHead: ["Run", "Judged", "Kept", "Volume", "Restarts"],
    judged: "policies judged",
    run: (run: number) => `run ${run}`,
  },
  measures: { title: "Measure by measure" },
  build: {
    title: "Build your own",
    own: "Your own",
    lead: "Move levers, from any policy on: it is run in the study's futures, and stands among the others: in the trade-offs above, and below in the chart of each measure.",
    from: "Start from",
    running: "Running",
    provisional: (examined: string, run: string, all: string) =>
      `Provisional: ${examined} futures examined of the first ${run}; all ${all} are being run.`,
    final: (examined: string) => `By all ${examined} futures examined, as for the study's own policies.`,
    nothing: "It changes nothing that has a better side.",
    effect: (measure: string, change: string, share: string) =>
      `${measure} (${change} in the middle future, better in ${share})`,
    landed: (best: string, worst: string) => `It helps most often with ${best}, and least often with ${worst}.`,
    tryIt: "See it over time in the simulator",
  },
  mustHold: {
    title: "What must hold in every future",
    lead: (kept: number, all: number) =>
      `Where one of these fails the model is wrong, whatever is assumed. ${kept} of ${some(all, { one: "# check holds", other: "# checks hold" })} in every future that gave numbers.`,
    kept: (futures: string) => `holds in all ${futures}`,
    broken: (share: string, broken: string, futures: string) => `broken in ${share}: ${broken} of ${futures} futures`,
    under: (policies: string) => `Under: ${policies}.`,
    open: "Open one:",
  },
};
