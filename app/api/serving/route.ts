import { z } from "zod";
import { Cursor } from "@/lib/filing/serving/cursor";
import { DOMAINS_PER_QUESTION } from "@/lib/filing/serving/feed";
import { conditionalJson } from "@/lib/http/conditional";
import { defineRoute } from "@/lib/http/define-route";
import { parseInput } from "@/lib/http/parse";
import { admitConsumer } from "@/lib/usecases/serving/admit-consumer";
import { askServing } from "@/lib/usecases/serving/ask-serving";
import { readChanges } from "@/lib/usecases/serving/read-changes";

const aboutDomains = z.strictObject({
  domain: z.array(z.string().max(300)).max(DOMAINS_PER_QUESTION),
});
const aboutChanges = z.strictObject({ after: z.tuple([Cursor]).optional() });

/** Every value of every name: `domain` may stand there a hundred times. */
function valuesOf(url: string): Record<string, readonly string[]> {
  const { searchParams } = new URL(url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]));
}

/**
 * For the provider's gateway: may a domain be served here, since when, why not; or what changed after a cursor. Its
 * token is no user's, so the wrapper lets it through and it is asked for first of all, before anything is read.
 */
export const GET = defineRoute({
  name: "serving.read",
  capability: "public",
  rate: { max: 1200, perSeconds: 60 },
  run: async (_actor, { request }) => {
    const consumer = await admitConsumer(request.headers);
    if (!consumer.ok) return consumer;
    const values = valuesOf(request.url);
    if ("domain" in values) {
      const asked = parseInput(aboutDomains, values);
      const answer = asked.ok ? await askServing(asked.value.domain) : asked;
      return answer.ok ? conditionalJson(request, answer.value) : answer;
    }
    const asked = parseInput(aboutChanges, values);
    const changes = asked.ok ? await readChanges(asked.value.after?.[0] ?? null) : asked;
    return changes.ok ? conditionalJson(request, changes.value) : changes;
  },
});
