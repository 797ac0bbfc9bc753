import type { Dialect } from "../syntax/syntax-tree.ts";

/** Names that a dialect has, and why they are not computed. */
export interface Refused {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  readonly why: string;
}

/**
 * Functions that a dialect documents, or that models call, and that are not computed. They are here so that a call is met with the reason,
 * not with "no such function". Sources: vensim.com/documentation/22300.html; XMILE 1.0, 3.5; iseesystems.com/resources/help/v2.
 */
export const refusals: readonly Refused[] = [
  {
    dialect: "vensim",
    names: [
      "QUEUE AGE AVERAGE",
      "QUEUE AGE IN RANGE",
      "QUEUE AGE OLDEST",
      "QUEUE ATTRIB AVERAGE",
      "QUEUE ATTRIB IN RANGE",
      "QUEUE ATTRIB MAX",
      "QUEUE ATTRIB MIN",
      "QUEUE FIFO",
      "QUEUE FIFO ATTRIB",
    ],
    why: "it asks for single entries of a queue",
  },
  { dialect: "xmile", names: ["QELEM", "QLEN"], why: "it asks for single entries of a queue" },
  {
    dialect: "vensim",
    names: [
      "GET 123 CONSTANTS",
      "GET 123 DATA",
      "GET 123 LOOKUPS",
      "GET VDF CONSTANTS",
      "GET VDF DATA",
      "GET VDF LOOKUPS",
    ],
    why: "it reads files whose format is not public",
  },
  {
    dialect: "vensim",
    names: ["NET PRESENT VALUE", "PROPAGATE", "RANDOM LOGISTIC", "SAMPLE UNTIL", "SSHAPE"],
    why: "no public page says what it computes; a model may bring a macro of its name",
  },
  {
    dialect: "xmile",
    names: ["HISTORY", "IRR", "LOOKUPMEAN", "LOOKUPXY", "MONTECARLO", "NPV", "REWORK", "SAMPLE", "SWITCH"],
    why: "what it computes is not in the standard, and no page that was found says it for every case",
  },
  { dialect: "vensim", names: ["MESSAGE"], why: "it shows a message to someone at a screen" },
  {
    dialect: "vensim",
    names: ["SIMULTANEOUS", "FIND ZERO"],
    why: "it searches for a solution of equations that need each other",
  },
  { dialect: "vensim", names: ["A FUNCTION OF"], why: "it stands for an equation that has not been written" },
  { dialect: "xmile", names: ["CYCLETIME", "THROUGHPUT"], why: "it follows single entries through a process" },
  { dialect: "xmile", names: ["SENSIRUNCOUNT"], why: "it counts the runs of another program" },
];
