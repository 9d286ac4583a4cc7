import { verifyMessage } from "./verify_message.mjs";

const { vectors } = JSON.parse(await Deno.readTextFile("message_vectors.json"));
for (const { method, target_uri, headers, body, public_keys, now } of vectors) {
  try {
    await verifyMessage(method, target_uri, headers, new TextEncoder().encode(body), { publicKeys: public_keys, now });
    console.log("valid");
  } catch (fault) {
    console.log(fault.message);
  }
}
