import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

/** A real browser, shipped in a package of the registry: nothing is downloaded, nothing is installed on the system. */
export async function openBrowser(): Promise<Browser> {
  // The package's own choice is one process for all, which ends with the first page that is closed.
  const args = chromium.args.filter((arg) => arg !== "--single-process");
  return driver.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}
