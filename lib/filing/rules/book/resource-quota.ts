import type { Case } from "../case";
import type { ResourceFact } from "../facts";
import { NONE, own } from "../parts";
import type { Rule, Verdict } from "../types";
import { eachServer, resourcePath } from "./resource-server";

const limitOf = (c: Case, { kind }: ResourceFact): number => c.policy.provider.resourceQuota[kind].own;

/** Is any server anywhere near its limit? Counting is for those alone. */
const isNear = (c: Case): boolean => {
  const count = c.application.services.length;
  for (const { resource: ref } of c.application.services) {
    const server = ref?.kind === "RESOURCE" ? own(c.facts.resources, ref.resourceId) : undefined;
    if (server !== undefined && server.used + count > limitOf(c, server)) return true;
  }
  return false;
};

function quota(c: Case): readonly Verdict[] {
  if (!isNear(c)) return NONE;
  const inOrder = new Map<ResourceFact, number>();
  return eachServer(c, (server, service) => {
    const mine = (inOrder.get(server) ?? 0) + 1;
    inOrder.set(server, mine);
    const limit = limitOf(c, server);
    return server.used + mine > limit
      ? { path: resourcePath(service), params: { limit, used: server.used } }
      : undefined;
  });
}

export const RESOURCE_QUOTA_RULES: readonly Rule[] = [
  {
    id: "resource.quota",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码; T21: 备案云服务",
    reads: ["services[*].kind", "services[*].resource", "facts.resources"],
    check: quota,
  },
];
