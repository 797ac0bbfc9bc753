// Two models to measure reading on: one long in text, one whose arrays are large and whose text is short.

const times = `INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 10 ~ Month ~ |
TIME STEP = 1 ~ Month ~ |
SAVEPER = TIME STEP ~ Month ~ |
`;

/** About 1 MB in 50,000 lines: chains of stocks, rates and constants, each with units and a comment. */
export function longModel(chains = 3333) {
  const parts = Array.from(
    { length: chains },
    (_, k) => `stock ${k} =
	INTEG(flow ${k} - flow ${(k + 1) % chains}, start ${k})
	~	Person
	~	A stock in the chain, numbered ${k}.
	|
flow ${k} =
	stock ${k} / delay ${k} * MAX(0, 1 - stock ${(k + 7) % chains} / 1000)
	~	Person/Month
	~	What moves on from it.
	|
start ${k} = ${100 + (k % 50)} ~ Person ~ Where it begins. |
delay ${k} =
	${2 + (k % 5)}
	~	Month
	~	How long one stays.
	|
`,
  );
  return `{UTF-8}\n${parts.join("")}${times}`;
}

/** Arrays of `size` elements each, over one range and over two; the text stays a few lines, whatever their size. */
export function wideModel(size = 100_000) {
  const side = Math.floor(Math.sqrt(size));
  return `{UTF-8}
region: (r1-r${size}) ~ ~ |
row: (a1-a${side}) ~ ~ |
column: (b1-b${side}) ~ ~ |
people[region] = INTEG(births[region] - deaths[region], 100) ~ Person ~ |
births[region] = people[region] * 0.03 ~ Person/Month ~ |
deaths[region] = people[region] / 50 ~ Person/Month ~ |
trade[row, column] = price[row] * volume[column] ~ Dollar ~ |
price[row] = 3 ~ Dollar ~ |
volume[column] = 4 ~ Dmnl ~ |
total trade = SUM(trade[row!, column!]) ~ Dollar ~ |
all people = SUM(people[region!]) ~ Person ~ |
${times}`;
}

/** The text of the wide model with arrays of ten elements: what its text alone costs. */
export function narrowModel() {
  return wideModel(10);
}
