/** A page that says of itself that it was made. */
export function page(title: string, blocks: readonly string[]): string {
  const made = "<!-- Made from the code's own tables by checks/reference-pages.test.ts. Change those, not this. -->";
  return `${[`# ${title}`, made, ...blocks].join("\n\n")}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function cell(text: string): string {
  return `\`${text}\``;
}
