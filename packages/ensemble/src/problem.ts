/** What is wrong with a value that someone gave, in words. Who read the value knows its place, and adds it. */
export interface Problem {
  readonly code: string;
  readonly says: string;
  readonly mend: string;
}
