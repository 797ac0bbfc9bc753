import type { WrittenModel } from "../session/content.ts";
import type { Fan } from "../session/fan.ts";
import type { FanRequest } from "./fan.ts";
import type { OpenedModel } from "./opened-model.ts";

/** What a model's worker is told; each order is answered once, in turn. */
export type ModelOrder =
  | { readonly kind: "open"; readonly written: WrittenModel }
  | { readonly kind: "fan"; readonly request: FanRequest };

export type ModelAnswer =
  | { readonly kind: "opened"; readonly opened: OpenedModel }
  | { readonly kind: "fan"; readonly fan: Fan };
