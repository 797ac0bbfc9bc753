import { expect, test } from "vitest";
import { type CardText, embedHtml, plainText } from "./card-text.ts";

const card: CardText = {
  heading: "Against the proposal · A report · ¶ 7",
  says: 'Strikes "without consent" & <haste> draw retaliation.',
  verdict: "Holds in most of the futures examined: 78 % (77–79)",
  share: 0.78,
  rows: [
    ["It hinges on", "how readily groups retaliate"],
    ["", "A reason."],
  ],
  study: "Strikes",
};

test("a card as text ends with where its workings are", () => {
  expect(plainText(card, "https://example.org/#/claim/a").split("\n")).toEqual([
    "Against the proposal · A report · ¶ 7",
    'Strikes "without consent" & <haste> draw retaliation.',
    "",
    "Holds in most of the futures examined: 78 % (77–79)",
    "It hinges on: how readily groups retaliate",
    "A reason.",
    "",
    "Strikes · A share of futures is not a probability.",
    "https://example.org/#/claim/a",
  ]);
});

test("what is embedded can end no attribute", () => {
  const html = embedHtml(card, 'https://example.org/#/card/a?lang=en&set="x"');
  expect(html).toContain('src="https://example.org/#/card/a?lang=en&amp;set=&quot;x&quot;"');
  expect(html).toContain('title="Strikes &quot;without consent&quot; &amp; &lt;haste> draw retaliation."');
});
