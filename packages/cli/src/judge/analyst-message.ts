import type { AnalystBasis, ClaimEvidence, FollowedLinks, FollowTask } from "@sequitur/study";

/** What a thread is asked, one thing at a time. A study holds functions, which do not travel, so its files go, and are read anew. */
export type Question =
  | ({ readonly kind: "basis"; readonly files: ReadonlyMap<string, string> } & Omit<AnalystBasis, "study">)
  | { readonly kind: "evidence"; readonly holds: Uint8Array; readonly margin: Float64Array | undefined }
  | { readonly kind: "follow"; readonly task: FollowTask };

/** What it answers: to a basis, that it is ready. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "evidence"; readonly evidence: ClaimEvidence }
  | { readonly kind: "follow"; readonly links: FollowedLinks }
  | { readonly kind: "failed"; readonly reason: string };
