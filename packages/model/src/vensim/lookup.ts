import { report } from "../source/diagnostics.ts";
import type { LookupSyntax } from "../syntax/syntax-tree.ts";
import type { TokenCursor } from "./token-cursor.ts";

type Point = LookupSyntax["points"][number];

/**
 * What follows the opening parenthesis, at `start`, of a lookup: `([(0,0)-(9,9)], (0,0), (1,1))`, the same without the range, or
 * the old form `(x, x, y, y)`.
 */
export function readLookup(cursor: TokenCursor, start: number): LookupSyntax {
  if (cursor.isAt("[")) passRange(cursor);
  const points = cursor.isAt("(") ? readPoints(cursor) : undefined;
  const numbers = points ? [] : readNumbers(cursor);
  cursor.expect(")");
  const span = cursor.spanSince(start);
  const count = numbers.length;
  if (points === undefined && (count === 0 || count % 2 === 1)) cursor.fault(report("lookup-points", span, { count }));
  return { points: points ?? pairs(numbers), between: "linear", outside: "held", span };
}

/** `[(0,0)-(9,9), (1,1), (2,2)]`: the range to draw and points to compare with; neither bears on values. */
function passRange(cursor: TokenCursor): void {
  cursor.expect("[");
  do readPoint(cursor);
  while (cursor.take("-") || cursor.take(","));
  cursor.expect("]");
  cursor.take(",");
}

function readPoints(cursor: TokenCursor): readonly Point[] {
  const points: Point[] = [];
  while (cursor.isAt("(")) {
    points.push(readPoint(cursor));
    // Vensim reads points with no comma between them, too.
    cursor.take(",");
  }
  return points;
}

function readPoint(cursor: TokenCursor): Point {
  cursor.expect("(");
  const x = cursor.signedNumber();
  cursor.expect(",");
  const y = cursor.signedNumber();
  cursor.expect(")");
  return { x, y };
}

function readNumbers(cursor: TokenCursor): readonly number[] {
  const numbers: number[] = [];
  while (!cursor.isAt(")") && !cursor.faulty) {
    numbers.push(cursor.signedNumber());
    if (!cursor.take(",")) break;
  }
  return numbers;
}

/** All x, then as many y. */
function pairs(numbers: readonly number[]): readonly Point[] {
  const half = numbers.length >> 1;
  return numbers.slice(0, half).map((x, at) => ({ x, y: numbers[half + at]! }));
}
