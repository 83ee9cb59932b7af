import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { normaliseCode } from "../../codes/form";
import { addNaturalDays } from "../../policy/calendar";
import type { Case } from "../case";
import type { CodeFact } from "../facts";
import { filingNumberKey } from "../filed-numbers";
import { each, NONE, own, repeated, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { resourcePath } from "./resource-server";

const READS = ["services[*].kind", "services[*].resource"];

const codeOf = ({ resource: ref }: ServiceDraft): string | undefined =>
  ref?.kind === "CODE" && !blank(ref.code) ? ref.code : undefined;

/** A used code serves changes of the service it was used for, and nothing else [S4: 备案授权码]. */
function usedVerdict(
  c: Case,
  { usedFor }: CodeFact,
  service: ServiceDraft,
): Omit<Verdict, "path"> | undefined {
  if (!c.orderType.startsWith("CHANGE")) return { message: "used" };
  // The provider does not say for which: the reviewer compares.
  if (usedFor === null) return { message: "used-unknown", level: "warn" };
  return filingNumberKey(usedFor) === filingNumberKey(service.serviceFilingNumber)
    ? undefined
    : { message: "used-other" };
}

/** The fact about the code of a service, where it is one this account may use. */
function ownCode(c: Case, service: ServiceDraft): CodeFact | undefined {
  const typed = codeOf(service);
  const code = typed === undefined ? undefined : own(c.facts.codes, typed);
  return code?.forThisAccount ? code : undefined;
}

function codeVerdict(c: Case, service: ServiceDraft): Verdict | undefined {
  if (codeOf(service) === undefined) return undefined;
  const path = resourcePath(service);
  const code = ownCode(c, service);
  // Unknown and another account's are one answer: nobody learns of codes that are not his.
  if (code === undefined) return { path };
  const used = code.state === "USED" ? usedVerdict(c, code, service) : undefined;
  if (used !== undefined) return { ...used, path };
  if (code.heldElsewhere) return { path, message: "in-use" };
  const days = c.policy.provider.resourceMinRemainingDays;
  const { state, server } = code;
  return state === "EXPIRED" || server === null || server.expiresAt < addNaturalDays(c.at, days)
    ? { path, message: "expired", params: { days } }
    : undefined;
}

/** A code was made on a good server; the server may have changed, or the code was moved, since. */
function serverVerdict(c: Case, service: ServiceDraft): Verdict | undefined {
  const server = ownCode(c, service)?.server;
  if (server === null || server === undefined) return undefined;
  const path = resourcePath(service);
  if (c.policy.provider.resourceQuota[server.kind].codes === 0) return { path };
  if (!server.mainland) return { path, message: "abroad" };
  if (server.publicIp === null) return { path, message: "no-ip" };
  const months = c.policy.provider.resourceMinPrepaidMonths;
  return server.prepaid && server.prepaidMonths >= months
    ? undefined
    : { path, message: "prepaid", params: { months } };
}

/** Servers of other accounts, through authorisation codes. */
export const RESOURCE_CODE_RULES: readonly Rule[] = [
  {
    id: "resource.code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: [...READS, "services[*].serviceFilingNumber", "facts.codes"],
    rejection: ["SERVER_EXPIRED"],
    check: (c) => each(c.application.services, (service) => codeVerdict(c, service)),
  },
  {
    id: "resource.grants-codes",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码; T21: 备案云服务",
    reads: [...READS, "facts.codes"],
    check: (c) => each(c.application.services, (service) => serverVerdict(c, service)),
  },
  {
    id: "resource.address-of-code",
    topic: "resource",
    level: "error",
    source: "T21: 备案信息专项核查; S4: 备案授权码",
    reads: [...READS, "services[*].ips", "facts.codes"],
    check: (c) =>
      each(c.application.services, (service) => {
        const ip = ownCode(c, service)?.server?.publicIp;
        const { id, ips } = service;
        return typeof ip !== "string" || ips === undefined || ips.length === 0 || ips.includes(ip)
          ? undefined
          : { path: servicePath(id, "ips"), params: { ip } };
      }),
  },
  {
    id: "resource.same-code",
    topic: "resource",
    level: "error",
    source: "S4: 备案授权码",
    reads: READS,
    check: (c) => {
      const { services } = c.application;
      if (services.every((service) => codeOf(service) === undefined)) return NONE;
      const written = (service: ServiceDraft) => {
        const typed = codeOf(service);
        return typed === undefined ? undefined : normaliseCode(typed);
      };
      return repeated(services, written).map((service) => ({ path: resourcePath(service) }));
    },
  },
];
