// A referral from a court to a centre and what the centre's feed says of it, with the types of `sutiao.ts` and nothing else.
// Needs in its environment: SUTIAO_URL, COURT_KEY, CENTRE_KEY, ORGANISATION_ID.
//   deno run --allow-env --allow-net example.ts

import type { AnyEvent, Operations, Problem } from "./sutiao.ts";

type Name = keyof Operations;
type Asked<N extends Name> = {
  parameters?: Operations[N]["parameters"];
  body?: Operations[N]["body"];
  version?: number | "*";
};

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

const url = Deno.env.get("SUTIAO_URL");
const routes: { [N in Name]?: [Operations[N]["method"], Operations[N]["path"]] } = {
  open_referral: ["POST", "/v1/referrals"],
  take_transition: ["POST", "/v1/referrals/{referral_id}/transitions"],
  read_feed: ["GET", "/v1/events"],
};

async function ask<N extends Name>(key: string, name: N, asked: Asked<N> = {}): Promise<Operations[N]["answer"]> {
  const [method, template] = routes[name]!;
  const rest = new Map(Object.entries(asked.parameters ?? {}));
  const path = template.replace(/\{(\w+)\}/g, (_, field) => {
    const value = String(rest.get(field));
    rest.delete(field);
    return value;
  });
  const query = new URLSearchParams([...rest].map(([field, value]) => [field, String(value)]));
  const headers: Record<string, string> = { Authorization: `Bearer ${key}`, "Accept-Language": "en" };
  if (method !== "GET") headers["Idempotency-Key"] = crypto.randomUUID();
  if (asked.version !== undefined) headers["If-Match"] = asked.version === "*" ? "*" : `"${asked.version}"`;
  if (asked.body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(`${url}${path}?${query}`, {
    method,
    headers,
    body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Refused(said);
  return said;
}

function told(event: AnyEvent): string {
  switch (event.type) {
    case "referral.delegated":
      return `referred to ${event.data.facts.organisation_id}`;
    case "referral.accepted":
      return event.data.facts.late ? "accepted late" : "accepted in time";
    default:
      return event.type;
  }
}

const [court, centre] = [Deno.env.get("COURT_KEY")!, Deno.env.get("CENTRE_KEY")!];
const opened = await ask(court, "open_referral", {
  body: {
    action: "delegate",
    organisation_id: Deno.env.get("ORGANISATION_ID")!,
    parties: [
      { role: "applicant", kind: "natural_person", name: "张三", consents: [{ kind: "mediate", given: true, given_on: "2026-01-02" }] },
      { role: "respondent", kind: "natural_person", name: "李四" },
    ],
  },
});
const accept = { parameters: { referral_id: opened.id }, body: { action: "accept" as const } };
const accepted = await ask(centre, "take_transition", { ...accept, version: opened.version });
console.log(opened.number, opened.state, "->", accepted.state);
try {
  await ask(centre, "take_transition", { ...accept, version: opened.version });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.log(error.problem.status, error.problem.code);
}
let after: string | undefined;
let seen = 0;
while (seen < accepted.version) {
  const page = await ask(centre, "read_feed", { parameters: { wait: 5, ...(after ? { after } : {}) } });
  for (const event of page.items.filter((item) => item.referral_id === opened.id)) {
    // A page leaves `data` open, because types of event are added; `AnyEvent` is those of this contract.
    console.log(event.position, told(event as unknown as AnyEvent));
    seen += 1;
  }
  after = page.next;
}
