import type { Program } from "@sequitur/engine";
import { type Job, jobDigest } from "@sequitur/ensemble";

/** A job as text, its compiled models within it: what travels to other machines. */
export function jobText({ program, rivals, ...rest }: Job): string {
  const others = rivals && { ...rivals, programs: rivals.programs.map(programText) };
  return JSON.stringify({ program: programText(program), rivals: others, ...rest });
}

/** The job of a text; undefined where it is not the very job of that digest, whatever else it is. */
export function readJobText(text: string, digest: string): Job | undefined {
  try {
    const { program, rivals, ...rest } = JSON.parse(text);
    const others = rivals && { rivals: { ...rivals, programs: rivals.programs.map(readProgram) } };
    const job: Job = { program: readProgram(program), ...others, ...rest };
    return jobDigest(job) === digest ? job : undefined;
  } catch {
    return undefined;
  }
}

function programText({ layout, bytes }: Program) {
  return { layout, bytes: Buffer.from(bytes).toString("base64") };
}

function readProgram({ layout, bytes }: { readonly layout: Program["layout"]; readonly bytes: string }): Program {
  return { layout, bytes: new Uint8Array(Buffer.from(bytes, "base64")) };
}
