import { verify } from "./verify.mjs";

const { vectors } = JSON.parse(await Deno.readTextFile("vectors.json"));
for (const { headers, body, secrets, public_keys: publicKeys, now } of vectors) {
  const bytes = new TextEncoder().encode(body);
  console.log(await verify(headers, bytes, { secrets, publicKeys, now }).then(() => "valid", (fault) => fault.message));
}
