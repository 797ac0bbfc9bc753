import { parentPort } from "node:worker_threads";
import { type Analyst, openAnalyst, readStudy } from "@sequitur/study";
import type { Answer, Question } from "./analyst-message.ts";

// The whole of a thread that helps to judge: it is given a basis first, then one question after the other.
if (parentPort === null) throw new Error("This file is for worker threads only.");
const port = parentPort;
let analyst: Analyst | undefined;

port.on("message", (question: Question) => {
  answerTo(question)
    .catch((error: unknown): Answer => ({ kind: "failed", reason: String(error) }))
    .then((answer) => port.postMessage(answer));
});

async function answerTo(question: Question): Promise<Answer> {
  if (question.kind === "basis") {
    const { value: study } = readStudy(question.files);
    if (study === undefined) throw new Error("The study cannot be read.");
    analyst = openAnalyst({ ...question, study });
    return { kind: "ready" };
  }
  if (analyst === undefined) throw new Error("A question came before its basis.");
  switch (question.kind) {
    case "evidence":
      return { kind: "evidence", evidence: await analyst.evidence(question.holds, question.margin) };
    case "follow":
      return { kind: "follow", links: await analyst.follow(question.task) };
  }
}
