import type { CardText } from "./card-text.ts";

const width = 960;
const margin = 48;
const pixels = 2;

/** Colours of the page as it is now, light or dark. */
interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
}

interface Placed {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly y: number;
}

/** The card as a picture in PNG, in the page's own type and colours. */
export async function cardPicture(card: CardText): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser draws no pictures.");
  const ink = inkNow();
  const { lines, dots, height } = place(context, card, ink);
  canvas.width = width * pixels;
  canvas.height = height * pixels;
  context.scale(pixels, pixels);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  for (const { text, font, colour, y } of lines) {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, margin, y);
  }
  if (dots !== undefined && card.share !== undefined) drawDots(context, card.share, dots, ink);
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error("The picture could not be made.")) : done(blob)),
      "image/png",
    );
  });
}

function inkNow(): Ink {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return { paper: colour("--paper"), ink: colour("--ink"), soft: colour("--ink-soft") };
}

function place(context: CanvasRenderingContext2D, card: CardText, { ink, soft }: Ink) {
  const style = getComputedStyle(document.documentElement);
  const [serif, sans] = [style.getPropertyValue("--serif"), style.getPropertyValue("--sans")];
  const lines: Placed[] = [];
  let y = margin;
  const write = (text: string, font: string, colour: string, size: number) => {
    context.font = font;
    for (const line of wrapped(context, text, width - 2 * margin)) {
      y += size * 1.35;
      lines.push({ text: line, font, colour, y });
    }
  };
  write(card.heading, `400 18px ${sans}`, soft, 18);
  y += 8;
  write(card.says, `500 34px ${serif}`, ink, 34);
  y += 14;
  write(card.verdict, `italic 400 24px ${serif}`, ink, 24);
  y += 22;
  const dots = card.share === undefined ? undefined : y;
  if (dots !== undefined) y += 44;
  for (const [label, text] of card.rows) write(label === "" ? text : `${label}: ${text}`, `400 20px ${sans}`, ink, 20);
  y += 16;
  write(`${card.study} · Sequitur`, `400 16px ${sans}`, soft, 16);
  return { lines, dots, height: Math.ceil(y + margin) };
}

function wrapped(context: CanvasRenderingContext2D, text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Fifty dots in two rows, each two futures in a hundred. */
function drawDots(context: CanvasRenderingContext2D, share: number, top: number, { ink }: Ink): void {
  const filled = Math.round(share * 50);
  context.strokeStyle = ink;
  context.fillStyle = ink;
  for (let i = 0; i < 50; i++) {
    context.beginPath();
    context.arc(margin + 7 + (i % 25) * 20, top + (i < 25 ? 0 : 20), 6, 0, 2 * Math.PI);
    if (i < filled) context.fill();
    context.stroke();
  }
}
