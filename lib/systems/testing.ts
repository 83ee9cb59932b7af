import type { DomainRecord } from "@/lib/filing/rules/facts";
import { type Behaviour, openOutside } from "@/lib/outbound/testing";
import type { SystemName } from "./settings";

/** What a provider's system of a test knows. */
export interface Known {
  servers?: readonly object[];
  /** By domain; absent ones are not known to it. */
  domains?: Readonly<Record<string, DomainRecord>>;
  /** By certificate number. */
  businesses?: Readonly<Record<string, object>>;
}

interface Asked {
  readonly question: string;
  readonly system?: SystemName;
  readonly account?: { readonly id: string };
  readonly domains?: readonly string[];
  readonly certNo?: string;
}

function answerTo({ question, system, account, domains = [], certNo = "" }: Asked, known: Known): object {
  if (question === "hello") return { system };
  if (question === "servers") return { account: account?.id, servers: known.servers ?? [] };
  if (question === "own-domains") return { account: account?.id, domains: known.domains ?? {} };
  if (question === "business") return { certNo, business: known.businesses?.[certNo] ?? null };
  return { domains: Object.fromEntries(domains.map((one) => [one, known.domains?.[one] ?? null])) };
}

export interface TestSystem {
  readonly url: string;
  readonly host: string;
  /** Questions so far, as they came. */
  readonly questions: readonly Asked[];
  readonly tokens: readonly string[];
  known: Known;
  /** How it behaves instead of answering; null: it answers. Silence is `() => undefined`. */
  mood: Behaviour | null;
  close(): Promise<void>;
}

/** One of the provider's own systems, on this machine and a real socket; it answers any of the three. */
export async function openSystem(known: Known = {}): Promise<TestSystem> {
  const questions: Asked[] = [];
  const tokens: string[] = [];
  const outside = await openOutside((response, call, request) => {
    const asked = JSON.parse(call.raw) as Asked;
    questions.push(asked);
    tokens.push(call.headers.authorization ?? "");
    if (system.mood !== null) return system.mood(response, call, request);
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8" })
      .end(JSON.stringify(answerTo(asked, system.known)));
  });
  const { url, host, close } = outside;
  const system: TestSystem = { url, host, questions, tokens, known, mood: null, close };
  return system;
}
