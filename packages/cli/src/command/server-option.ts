import { InvalidArgumentError } from "commander";

/** The address of a Redis or Valkey server, as an option's value. */
export function serverAddress(text: string): string {
  if (/^rediss?:\/\/\S+$/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("Give the address of a Redis or Valkey server, such as redis://localhost:6379.");
}
