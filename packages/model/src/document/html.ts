/** Text as HTML holds it. */
export function html(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => `&#${mark.codePointAt(0)};`);
}
