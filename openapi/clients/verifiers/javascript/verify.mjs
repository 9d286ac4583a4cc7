// Checks a delivery of sutiao with Web Crypto: Node 20, Deno, Bun or a worker; no package. Copy it.

const TOLERANCE_SECONDS = 300;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const fromUrl = (text) => bytes(text.replaceAll("-", "+").replaceAll("_", "/"));

/**
 * Throws unless the delivery is signed by a key that you hold, and of now.
 * headers: names in small letters. body: Uint8Array, the raw bytes before anything parses them. secrets: "whsec_…".
 * publicKeys: `x` of the keys that you pinned from /.well-known/webhook-keys.json. now: seconds since 1970.
 */
export async function verify(headers, body, { secrets = [], publicKeys = [], now = Date.now() / 1000 } = {}) {
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers[name] ?? "");
  if (!id || !signatures || !/^[0-9]+$/.test(timestamp)) throw new Error("header_missing");
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) throw new Error("timestamp_not_of_now");
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array([...head, ...body]);
  const checks = {
    v1: [secrets, (secret) => bytes(secret.replace(/^whsec_/, "")), { name: "HMAC", hash: "SHA-256" }],
    v1a: [publicKeys, fromUrl, { name: "Ed25519" }],
  };
  for (const entry of signatures.split(" ").slice(0, 32)) {
    const [kind, value] = entry.split(",");
    if (!Object.hasOwn(checks, kind) || !/^[A-Za-z0-9+/]+={0,2}$/.test(value ?? "")) continue;
    const [keys, read, algorithm] = checks[kind];
    let signature;
    try { signature = bytes(value); } catch { continue; }
    for (const key of keys) {
      const held = await crypto.subtle.importKey("raw", read(key), algorithm, false, ["verify"]);
      if (await crypto.subtle.verify(algorithm.name, held, signature, signed)) return;
    }
  }
  throw new Error("no_signature_fits");
}
