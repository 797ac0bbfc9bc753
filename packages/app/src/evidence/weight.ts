import type { Findings, StudyOutline, StudySource, Uncertainty } from "@sequitur/study";

/** An uncertain constant, and the claims whose verdicts hinge on it. */
export interface Weighed {
  readonly uncertainty: Uncertainty;
  /** Ids of claims that name it, the one that hinges on it most first. */
  readonly claims: readonly string[];
  /** Sum of its total indices over those claims. */
  readonly weight: number;
}

/** Every uncertainty by how much verdicts depend on it, most first; those that none depends on come last, in the study's order. */
export function weighed(study: StudyOutline, findings: Findings): readonly Weighed[] {
  return study.uncertainties
    .map((uncertainty) => {
      const named = findings.claims
        .flatMap(({ id, hinges }) => {
          const hinge = hinges.find((each) => each.uncertainty === uncertainty.id);
          return hinge?.named && hinge.total.value !== null ? [{ id, total: hinge.total.value }] : [];
        })
        .sort((a, b) => b.total - a.total);
      return {
        uncertainty,
        claims: named.map(({ id }) => id),
        weight: named.reduce((sum, { total }) => sum + total, 0),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** What cites a source: labels of levers, constants and series, and claims. */
export function restsOn(study: StudyOutline, { id }: StudySource): number {
  const cites = ({ sources }: { readonly sources: readonly string[] }) => sources.includes(id);
  const grounded = [...study.levers, ...study.uncertainties, ...study.history].filter(cites).length;
  const claimed = study.claims.filter(({ source, evidence }) => source === id || evidence?.sources.includes(id)).length;
  return grounded + claimed;
}
