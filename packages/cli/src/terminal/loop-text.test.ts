import { expect, test } from "vitest";
import { loopText } from "./loop-text.ts";

test("a loop comes back to where it began, and a long one says how long", () => {
  expect(loopText(["a", "b"], 3)).toBe("a → b → a");
  expect(loopText(["a", "b", "c", "d", "e"], 3)).toBe("a → b → c → (2 more) → a");
});
