import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { addNaturalDays, addWorkingDays, DAY_MS, dayOf } from "../../policy/calendar";
import { addMonths } from "../../shared/dates";
import type { Case } from "../case";
import type { ResourceFact } from "../facts";
import { each, missing, NONE, own, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].resource"];
const SERVER_READS = [...READS, "facts.resources"];
/** Where a finding about the server of a service stands. */
export const resourcePath = (service: ServiceDraft): string => servicePath(service.id, "resource");

/** Verdict per service on an own server that we know. */
export const eachServer = (
  c: Case,
  verdict: (server: ResourceFact, service: ServiceDraft) => Verdict | undefined,
): readonly Verdict[] =>
  c.facts.resources === undefined
    ? NONE
    : each(c.application.services, (service) => {
        const ref = service.resource;
        const server = ref?.kind === "RESOURCE" ? own(c.facts.resources, ref.resourceId) : undefined;
        return server && verdict(server, service);
      });

/** Machines that must be bought in advance; packs, hosting and balancers have rules of their own (DF §4.3). */
const isMachine = ({ kind }: ResourceFact): boolean => kind === "CVM" || kind === "LIGHTHOUSE";

/** Last instant at which review may still be going on. */
function reviewEnd(c: Case): number {
  const { provider, calendar } = c.policy;
  const length = provider.providerReviewWorkingDays[1] + provider.authorityReviewMaxWorkingDays;
  return addWorkingDays(c.at, length, calendar).at;
}

/** Surely after the end of review, without counting working days. */
function longAfterReview(c: Case): number {
  const { providerReviewWorkingDays: own, authorityReviewMaxWorkingDays: most } = c.policy.provider;
  return c.at + ((own[1] + most) * 2 + 30) * DAY_MS;
}

const minimumEnd = (c: Case): number => addNaturalDays(c.at, c.policy.provider.resourceMinRemainingDays);

function remaining(c: Case, server: ResourceFact, service: ServiceDraft): Verdict | undefined {
  const { kind, expiresAt } = server;
  const path = resourcePath(service);
  const days = c.policy.provider.resourceMinRemainingDays;
  // A balancer lives as long as the server bound to it.
  if (kind === "CLB") return undefined;
  if (expiresAt <= c.at) return { path, message: "expired", params: { days, untilDay: dayOf(expiresAt) } };
  if (isMachine(server))
    return expiresAt < minimumEnd(c) ? { path, params: { days, untilDay: dayOf(expiresAt) } } : undefined;
  const months = c.policy.provider.hostingMinRemainingMonths;
  if (kind !== "HOSTING" || dayOf(expiresAt) >= addMonths(c.today, months)) return undefined;
  return { path, message: "hosting", params: { months, untilDay: dayOf(expiresAt) } };
}

function endsInReview(
  c: Case,
  { kind, expiresAt }: ResourceFact,
  service: ServiceDraft,
): Verdict | undefined {
  const level = c.policy.provider.resourceDuringReview;
  if (level === "ignore" || kind === "CLB" || expiresAt >= longAfterReview(c)) return undefined;
  const end = c.once(reviewEnd);
  return expiresAt >= minimumEnd(c) && expiresAt < end
    ? {
        path: resourcePath(service),
        level,
        params: { untilDay: dayOf(expiresAt), reviewDay: dayOf(end) },
      }
    : undefined;
}

/** The account's own servers. */
export const RESOURCE_SERVER_RULES: readonly Rule[] = [
  {
    id: "resource.missing",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: READS,
    check: (c) =>
      each(c.application.services, (service) => {
        const ref = service.resource;
        return ref === undefined || blank(ref.kind === "CODE" ? ref.code : ref.resourceId)
          ? missing(resourcePath(service), "service.resource")
          : undefined;
      }),
  },
  {
    id: "resource.unknown",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: SERVER_READS,
    check: (c) =>
      each(c.application.services, (service) => {
        const ref = service.resource;
        if (ref?.kind !== "RESOURCE" || blank(ref.resourceId) || c.facts.resources === undefined)
          return undefined;
        return own(c.facts.resources, ref.resourceId) === undefined
          ? { path: resourcePath(service) }
          : undefined;
      }),
  },
  {
    id: "resource.mainland",
    topic: "resource",
    level: "error",
    source: "S4: 能否进行备案",
    reads: SERVER_READS,
    check: (c) =>
      eachServer(c, (server, service) => {
        if (!server.mainland) return { path: resourcePath(service) };
        return server.publicIp === null && isMachine(server)
          ? { path: resourcePath(service), message: "no-ip" }
          : undefined;
      }),
  },
  {
    id: "resource.prepaid",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码; 能否进行备案 (DF §15 D32)",
    reads: SERVER_READS,
    check: (c) => {
      const months = c.policy.provider.resourceMinPrepaidMonths;
      return eachServer(c, (server, service) => {
        if (!isMachine(server)) return undefined;
        const path = resourcePath(service);
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
    check: (c) => eachServer(c, (server, service) => remaining(c, server, service)),
  },
  {
    id: "resource.ends-in-review",
    topic: "resource",
    level: "warn",
    source: "S4: 备案审核相关 (DF §15 B19)",
    reads: SERVER_READS,
    rejection: ["SERVER_EXPIRED"],
    check: (c) => eachServer(c, (server, service) => endsInReview(c, server, service)),
  },
  {
    id: "resource.balancer",
    topic: "resource",
    level: "info",
    source: "S4: 备案授权码; T21: 备案云服务",
    reads: SERVER_READS,
    check: (c) =>
      eachServer(c, ({ kind }, service) => (kind === "CLB" ? { path: resourcePath(service) } : undefined)),
  },
];
