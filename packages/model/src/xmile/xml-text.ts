/** Writes XML: an element with its attributes (those that are undefined left out) and what it holds, one element a line. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] | string = [],
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${xmlText(String(value))}"`,
  );
  const open = `<${name}${given.join("")}`;
  if (typeof content === "string") return `${open}>${xmlText(content)}</${name}>`;
  const inside = content.filter((line) => line !== "");
  return inside.length === 0 ? `${open}/>` : `${open}>\n${inside.join("\n")}\n</${name}>`;
}

/** Text as XML holds it. What XML 1.0 cannot hold at all (2.2) becomes the sign for "no character". */
export function xmlText(text: string): string {
  return text.replace(unwritable, "\ufffd").replace(/[&<>"]/gu, (mark) => entities[mark]!);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const unwritable = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
