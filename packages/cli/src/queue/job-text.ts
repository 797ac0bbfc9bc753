import { type Job, jobDigest } from "@sequitur/ensemble";

/** A job as text, its compiled model within it: what travels to other machines. */
export function jobText({ program, ...rest }: Job): string {
  const bytes = Buffer.from(program.bytes).toString("base64");
  return JSON.stringify({ program: { layout: program.layout, bytes }, ...rest });
}

/** The job of a text; undefined where it is not the very job of that digest, whatever else it is. */
export function readJobText(text: string, digest: string): Job | undefined {
  try {
    const { program, ...rest } = JSON.parse(text);
    const bytes = new Uint8Array(Buffer.from(program.bytes, "base64"));
    const job: Job = { program: { layout: program.layout, bytes }, ...rest };
    return jobDigest(job) === digest ? job : undefined;
  } catch {
    return undefined;
  }
}
