import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { addNaturalDays, addWorkingDays, dayOf } from "../../policy/calendar";
import type { Case } from "../case";
import type { CodeFact, ResourceFact } from "../facts";
import { missing, own, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].resource"];
const SERVER_READS = [...READS, "facts.resources"];
const CODE_READS = [...READS, "facts.codes"];
const pathOf = (service: ServiceDraft) => servicePath(service.id, "resource");

const perServer = (
  ctx: Case,
  verdict: (server: ResourceFact, path: string) => Verdict | undefined,
): readonly Verdict[] =>
  ctx.application.services.flatMap((service) => {
    const ref = service.resource;
    const server = ref?.kind === "RESOURCE" ? own(ctx.facts.resources, ref.resourceId) : undefined;
    return server ? (verdict(server, pathOf(service)) ?? []) : [];
  });

const perCode = (ctx: Case, verdict: (code: CodeFact | undefined, path: string) => Verdict | undefined) =>
  ctx.application.services.flatMap((service): readonly Verdict[] => {
    const ref = service.resource;
    if (ref?.kind !== "CODE" || ref.code === undefined || blank(ref.code)) return [];
    const found = verdict(own(ctx.facts.codes, ref.code), pathOf(service));
    return found ? [found] : [];
  });

/** Every end of service time: own server, or the server behind a code. */
const endOfDays = (ctx: Case, limit: number): number => addNaturalDays(ctx.at, limit);
const needsPrepaid = (server: ResourceFact) => server.kind === "CVM" || server.kind === "LIGHTHOUSE";

function quota(ctx: Case): readonly Verdict[] {
  const inOrder = new Map<string, number>();
  return ctx.application.services.flatMap((service): Verdict[] => {
    const ref = service.resource;
    const server = ref?.kind === "RESOURCE" ? own(ctx.facts.resources, ref.resourceId) : undefined;
    if (ref?.kind !== "RESOURCE" || !ref.resourceId || !server) return [];
    const mine = (inOrder.get(ref.resourceId) ?? 0) + 1;
    inOrder.set(ref.resourceId, mine);
    const most = ctx.policy.provider.resourceQuota[server.kind].own;
    return server.used + mine > most
      ? [{ path: pathOf(service), params: { limit: most, used: server.used } }]
      : [];
  });
}

export const RESOURCE_RULES: readonly Rule[] = [
  {
    id: "resource.missing",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: READS,
    check: ({ application }) =>
      application.services
        .filter(
          ({ resource }) =>
            !resource || blank(resource.kind === "CODE" ? resource.code : resource.resourceId),
        )
        .map((service) => missing(pathOf(service), "service.resource")),
  },
  {
    id: "resource.unknown",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: SERVER_READS,
    check: ({ application, facts: { resources } }) =>
      application.services
        .filter(
          ({ resource: ref }) =>
            ref?.kind === "RESOURCE" && !!ref.resourceId && resources && !own(resources, ref.resourceId),
        )
        .map((service) => ({ path: pathOf(service) })),
  },
  {
    id: "resource.mainland",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: SERVER_READS,
    check: (ctx) =>
      perServer(ctx, (server, path) => {
        if (!server.mainland) return { path };
        return server.publicIp === null && needsPrepaid(server) ? { path, message: "no-ip" } : undefined;
      }),
  },
  {
    id: "resource.prepaid",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码; 能否进行备案",
    reads: SERVER_READS,
    check: (ctx) => {
      const months = ctx.policy.provider.resourceMinPrepaidMonths;
      return perServer(ctx, (server, path) => {
        if (!needsPrepaid(server)) return undefined;
        if (!server.prepaid) return { path, message: "pay-as-you-go", params: { months } };
        return server.prepaidMonths < months ? { path, params: { months } } : undefined;
      });
    },
  },
  {
    id: "resource.remaining",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码; T21: 备案云服务",
    reads: SERVER_READS,
    rejection: ["SERVER_EXPIRED"],
    check: (ctx) => {
      const days = ctx.policy.provider.resourceMinRemainingDays;
      return perServer(ctx, (server, path) => {
        const params = { days, untilDay: dayOf(server.expiresAt) };
        if (server.expiresAt <= ctx.at) return { path, message: "expired", params };
        return server.expiresAt < endOfDays(ctx, days) ? { path, params } : undefined;
      });
    },
  },
  {
    id: "resource.ends-in-review",
    topic: "resource",
    level: "warn",
    source: "S4: 备案审核相关",
    reads: SERVER_READS,
    rejection: ["SERVER_EXPIRED"],
    check: (ctx) => {
      const { provider, calendar } = ctx.policy;
      const length = provider.providerReviewWorkingDays[1] + provider.authorityReviewMaxWorkingDays;
      const end = addWorkingDays(ctx.at, length, calendar).at;
      const enough = endOfDays(ctx, provider.resourceMinRemainingDays);
      return perServer(ctx, (server, path) =>
        server.expiresAt >= enough && server.expiresAt < end
          ? { path, params: { untilDay: dayOf(server.expiresAt), reviewDay: dayOf(end) } }
          : undefined,
      );
    },
  },
  {
    id: "resource.quota",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: SERVER_READS,
    check: quota,
  },
  {
    id: "resource.code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: CODE_READS,
    check: (ctx) => {
      const days = ctx.policy.provider.resourceMinRemainingDays;
      return perCode(ctx, (code, path) => {
        if (!code?.forThisAccount) return { path };
        // IN_USE is this order's own binding: others' bindings are reported as not for this account.
        if (code.state === "USED" && !ctx.orderType.startsWith("CHANGE")) return { path, message: "used" };
        if (code.state === "EXPIRED" || code.resourceExpiresAt < endOfDays(ctx, days))
          return { path, message: "expired", params: { days } };
        return undefined;
      });
    },
  },
  {
    id: "resource.same-code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: READS,
    check: ({ application }) => {
      const seen = new Set<string>();
      return application.services.flatMap((service): Verdict[] => {
        const ref = service.resource;
        if (ref?.kind !== "CODE" || ref.code === undefined || blank(ref.code)) return [];
        if (seen.has(ref.code)) return [{ path: pathOf(service) }];
        seen.add(ref.code);
        return [];
      });
    },
  },
];
