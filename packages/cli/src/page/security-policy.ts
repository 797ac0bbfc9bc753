// The page computes in WebAssembly and in workers made of blobs; it asks nobody else for anything.

/** For a page that stands in files beside each other on a host: it loads from that host alone. */
export const hostedPolicy = policy({
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self' blob:",
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self'",
  "connect-src": "'self'",
});

/** For a page in one file, whose only script has the digest `sha256`, in base64: it loads nothing at all. */
export function oneFilePolicy(sha256: string): string {
  return policy({
    "script-src": `'sha256-${sha256}' 'wasm-unsafe-eval'`,
    "worker-src": "blob:",
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "connect-src": "'none'",
  });
}

function policy(own: Readonly<Record<string, string>>): string {
  const all = {
    "default-src": "'none'",
    ...own,
    "img-src": "data: blob: 'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(all)
    .map(([what, where]) => `${what} ${where}`)
    .join("; ");
}
