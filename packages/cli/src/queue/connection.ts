import { Redis } from "ioredis";
import { UsageError } from "../exit-code.ts";

/** Connects to a Redis or Valkey server. One that does not answer at first is bad usage; one that goes away later is waited for. */
export async function connect(url: string): Promise<Redis> {
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5000 });
  // What goes wrong is told by the promise; without a listener it would be told a second time.
  probe.on("error", () => {});
  try {
    await probe.connect();
  } catch (error) {
    throw new UsageError(
      `no Redis or Valkey server answers at ${new URL(url).host}: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    probe.disconnect();
  }
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(100 * times, 2000) });
  redis.on("error", () => {});
  return redis;
}
