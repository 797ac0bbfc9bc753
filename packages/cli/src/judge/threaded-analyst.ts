import { Worker } from "node:worker_threads";
import { type Analyst, type AnalystBasis, type OpenAnalyst, openAnalyst } from "@sequitur/study";
import type { Answer, Question } from "./analyst-message.ts";

/** Below so many numbers a thread would take longer to start than to answer. */
const worthIt = 50_000;

/** An analyst on so many threads; on this one where others are not worth it. */
export function analystOn(threads: number): OpenAnalyst {
  return (basis) => {
    const numbers = basis.columns.reduce((sum, column) => sum + column.length, 0);
    // A thread of Node 20 loads no TypeScript: those who run the source have one thread.
    const isSource = import.meta.url.endsWith(".ts");
    return threads < 2 || numbers < worthIt || isSource ? openAnalyst(basis) : threaded(basis, threads);
  };
}

function threaded(basis: AnalystBasis, threads: number): Analyst {
  const members = Array.from({ length: threads }, () => openMember(basis));
  const idle = [...members];
  const waiting: ((member: Member) => void)[] = [];
  const ask = async (question: Question): Promise<Answer> => {
    const member = idle.pop() ?? (await new Promise<Member>((resolve) => waiting.push(resolve)));
    try {
      return await member.ask(question);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(member);
      else next(member);
    }
  };
  return {
    width: threads,
    async evidence(holds, margin) {
      const answer = await ask({ kind: "evidence", holds, margin });
      if (answer.kind !== "evidence") throw new Error(failureOf(answer));
      return answer.evidence;
    },
    async follow(task) {
      const answer = await ask({ kind: "follow", task });
      if (answer.kind !== "follow") throw new Error(failureOf(answer));
      return answer.links;
    },
    close() {
      for (const { stop } of members) stop();
    },
  };
}

function failureOf(answer: Answer): string {
  return answer.kind === "failed" ? answer.reason : "A thread answered what it was not asked.";
}

/** A thread, which is asked one thing at a time. */
interface Member {
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

function openMember({ study, ...basis }: AnalystBasis): Member {
  const worker = new Worker(new URL("./analyst-worker.js", import.meta.url));
  let settle: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined;
  worker.on("message", (answer: Answer) => settle?.resolve(answer));
  worker.on("error", (error) => settle?.reject(error));
  worker.on("exit", (code) => settle?.reject(new Error(`A thread ended with exit code ${code}.`)));
  const send = (question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      settle = { resolve, reject };
      worker.postMessage(question);
    });
  const ready = send({ kind: "basis", files: study.files, ...basis });
  // Whoever asks first is told of it.
  ready.catch(() => {});
  return {
    async ask(question) {
      const { kind } = await ready;
      return kind === "failed" ? ready : send(question);
    },
    stop: () => void worker.terminate(),
  };
}
