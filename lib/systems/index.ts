import "server-only";
import type { z } from "zod";
import { isReplaying } from "@/lib/clock/replay";
import { env } from "@/lib/env";
import { OutboundClient } from "@/lib/outbound/client";
import { OutboundError } from "@/lib/outbound/errors";
import { HelloAnswer, type Question } from "./protocol";
import type { SystemName, SystemSettings } from "./settings";
import { newWait, PAGE_WAIT_MS, type Wait } from "./wait";

/** Half of what a page waits: who did not hear the first time has time for a second. */
const TRY_MS = 1_500;
/** People press "try again": a system that came back is noticed sooner than those only machines call. */
const BREAK_MS = 10_000;
/** A try shorter than this would say more of us than of them. */
const SHORTEST_TRY_MS = 100;
const MAX_BYTES = 4 * 1024 * 1024;

/** Page, action and route each have a copy of this module; what is known of a system's health they share. */
const KEY = Symbol.for("icp.systems");
function clientOf({ url }: SystemSettings): OutboundClient {
  const holder = globalThis as { [KEY]?: Map<string, OutboundClient> };
  holder[KEY] ??= new Map();
  const known = holder[KEY].get(url);
  if (known !== undefined) return known;
  // The operator named it in the environment: it may stand in his own network. Questions change nothing.
  const made = new OutboundClient({
    ...{ trusted: true, idempotent: true, maxBytes: MAX_BYTES },
    ...{ totalMs: PAGE_WAIT_MS, tryMs: TRY_MS, breakMs: BREAK_MS },
  });
  holder[KEY].set(url, made);
  return made;
}

/** How a system is asked; null: not over HTTP. The made-up past of a sandbox asked nobody outside. */
export const systemSettings = (system: SystemName): SystemSettings | null =>
  isReplaying() ? null : env.SYSTEMS[system];

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new OutboundError("EANSWER");
  }
}

/**
 * One question to one of the provider's own systems. Only status 200 with JSON of the agreed shape is an answer.
 * @throws OutboundError
 */
export async function askSystem<A>(
  settings: SystemSettings,
  question: Question,
  shape: z.ZodType<A>,
  wait: Wait,
): Promise<A> {
  const left = wait.left();
  if (left < SHORTEST_TRY_MS) throw new OutboundError("ETIMEDOUT");
  const { status, contentType, encoding, body } = await clientOf(settings).call(
    {
      url: settings.url,
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        ...(settings.token === null ? {} : { Authorization: `Bearer ${settings.token}` }),
      },
      body: JSON.stringify(question),
    },
    left,
  );
  if (status !== 200) throw new OutboundError("ESTATUS", status);
  if (encoding !== "identity" || !/^application\/json\s*(;|$)/i.test(contentType))
    throw new OutboundError("EANSWER");
  const answer = shape.safeParse(parsed(body));
  if (!answer.success) throw new OutboundError("EANSWER");
  return answer.data;
}

/** Does the system at this address know itself by this name? @throws OutboundError */
export async function greetSystem(system: SystemName, settings: SystemSettings): Promise<void> {
  const question = { question: "hello", system } as const;
  const answer = await askSystem(settings, question, HelloAnswer, newWait());
  if (answer.system !== system) throw new OutboundError("EANSWER");
}
