/**
 * A study whose findings can be worked out by hand, for tests. A level starts at `start` and gains `inflow` + `extra` a month;
 * after 10 months it is start + 10 (inflow + extra). Start is even over 0 to 100 and ten times the inflow too, so that the level
 * without `extra` is above 100 in half of all futures, and both matter alike.
 */
const model = `{UTF-8}
Level = INTEG(Inflow + Extra, Start)
	~	item
	~	What is there.	|
Inflow = 5
	~	item/Month
	~	What comes each month.	|
Extra = 0
	~	item/Month
	~	What a policy adds.	|
Start = 50
	~	item
	~	What is there at first.	|
Noise = 1
	~	Dmnl
	~	What changes nothing.	|
Echo = Level * Noise / Noise
	~	item
	~	The level again.	|
FINAL TIME = 10
	~	Month
	~	The end.	|
INITIAL TIME = 0
	~	Month
	~	The beginning.	|
SAVEPER = TIME STEP
	~	Month
	~	How often to save.	|
TIME STEP = 0.5
	~	Month
	~	The step.	|
`;

const study = `id: tiny
title: { en: Levels, es: Niveles }
question: Does more come in?
model: model/level.mdl
time: { unit: Month, decision: 1 }
baseline: as-is
levers:
  extra: { variable: Extra, label: Extra, unit: item/Month, low: 0, high: 10, assumed: true }
uncertainties:
  start: { variable: start, label: Start, unit: item, spread: { uniform: [0, 100] }, sources: [book] }
  inflow: { variable: Inflow, label: Inflow, unit: item/Month, spread: { uniform: [0, 10] }, assumed: true }
  noise: { variable: Noise, label: Noise, unit: dmnl, spread: { uniform: [1, 2] }, assumed: true }
measures:
  level: { variable: Level, label: Level, unit: item, figure: { at: 10 }, better: higher }
  gain: { variable: Level, label: Gain, unit: item, figure: { change: [0, 10] }, better: neither }
policies:
  as-is: { label: As is, colour: 0, set: {} }
  boost: { label: Boost, colour: 1, set: { extra: 5 } }
history:
  seen: { variable: Level, label: Seen, unit: item, file: history/seen.csv, sources: [book] }
`;

const claims = `claims:
  above-hundred:
    says: { en: The level passes a hundred., es: El nivel pasa de cien. }
    side: describes
    who: A book
    source: book
    place: ¶ 1
    answer: boost-lowers
    evidence: { amount: limited, agreement: agreed, sources: [book] }
    test: { measure: level, under: as-is, is: above, limit: 100 item }
  boost-raises:
    says: The boost raises the level by 50.
    side: for
    who: A book
    source: book
    test: { measure: level, under: boost, is: higher, than: { under: as-is }, by: 49 item }
  boost-lowers:
    says: The boost lowers the level.
    side: against
    who: A book
    source: book
    test: { measure: level, under: boost, is: lower, than: { under: as-is } }
  grows-by-half:
    says: The level grows by half, or passes a hundred.
    side: for
    who: A book
    source: book
    test:
      any:
        - { measure: level, under: as-is, is: higher, than: { figure: { at: 0 } }, by: 50 % }
        - { not: { measure: level, under: as-is, is: below, limit: 100 item } }
  is-right:
    says: More is right.
    side: for
    who: A book
    source: book
    outside-boundary: The model holds no right or wrong.
`;

const sources = `sources:
  book: { kind: book, title: Levels, by: Someone, year: 2020, where: A shelf, checked: memory }
`;

export const tinyStudy: ReadonlyMap<string, string> = new Map([
  ["study.yaml", study],
  ["claims.yaml", claims],
  ["sources.yaml", sources],
  ["model/level.mdl", model],
  ["history/seen.csv", "time,value\n0,48\n4,71.5\n"],
]);
