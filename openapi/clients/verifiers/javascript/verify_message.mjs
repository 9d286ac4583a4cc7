// Checks an HTTP message signature (RFC 9421) of a delivery of sutiao with Web Crypto; no package. Copy it.

const TOLERANCE_SECONDS = 300;
const COVERED = ["@method", "@target-uri", "content-digest", "content-type", "webhook-id", "webhook-timestamp"];
const INPUT = /([a-z*][a-z0-9_.*-]*)=(\(("[^"]+"(?: "[^"]+")*)\)((?:;[a-z]+=(?:"[^"]*"|[0-9]+))*))/g;
const SIGNATURE = /([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):/g;
const DIGEST = /(?:^|, *)sha-256=:([A-Za-z0-9+/]+=*):/g;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const fromUrl = (text) => bytes(text.replaceAll("-", "+").replaceAll("_", "/"));

/**
 * Throws unless the delivery was made for this address, is signed by a key that you hold, and of now.
 * targetUri: the address as you registered it, a "/" behind a bare host. headers: names in small letters. body: Uint8Array,
 * the raw bytes. publicKeys: `x` of the Ed25519 keys that you pinned from /.well-known/webhook-keys.json.
 */
export async function verifyMessage(method, targetUri, headers, body, { publicKeys, now = Date.now() / 1000 }) {
  const inputs = headers["signature-input"] ?? "";
  const signatures = new Map([...(headers["signature"] ?? "").matchAll(SIGNATURE)].map((found) => [found[1], found[2]]));
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!inputs || !signatures.size || !/^[0-9]+$/.test(timestamp)) throw new Error("header_missing");
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) throw new Error("timestamp_not_of_now");
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const digests = [...(headers["content-digest"] ?? "").matchAll(DIGEST)].map((found) => found[1]);
  if (digests.length !== 1 || digests[0] !== btoa(String.fromCharCode(...hash))) throw new Error("no_signature_fits");
  const values = new Map(Object.entries({ ...headers, "@method": method, "@target-uri": targetUri }));
  for (const [, label, parameters, listed, rest] of [...inputs.matchAll(INPUT)].slice(0, 32)) {
    const names = [...listed.matchAll(/"([^"]+)"/g)].map((found) => found[1]);
    const whole = COVERED.every((name) => names.includes(name)) && names.every((name) => values.has(name)) && new Set(names).size === names.length;
    const ours = `${rest};`.includes(`;created=${timestamp};`) && rest.includes(';alg="ed25519"') && rest.includes(';tag="sutiao-webhook"');
    if (!signatures.has(label) || !whole || !ours) continue;
    const lines = names.map((name) => `"${name}": ${values.get(name).trim()}`);
    const base = new TextEncoder().encode([...lines, `"@signature-params": ${parameters}`].join("\n"));
    let signature;
    try { signature = bytes(signatures.get(label)); } catch { continue; }
    for (const key of publicKeys) {
      const held = await crypto.subtle.importKey("raw", fromUrl(key), { name: "Ed25519" }, false, ["verify"]);
      if (await crypto.subtle.verify("Ed25519", held, signature, base)) return;
    }
  }
  throw new Error("no_signature_fits");
}
