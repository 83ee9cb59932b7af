import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import type { Case } from "../case";
import { sameName, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { GENERIC_NAMES, PERSONAL_WORDS, SENSITIVE_WORDS, STATE_WORDS } from "./words";

const READS = ["services[*].kind", "services[*].name"];
const MIN_LENGTH = 3;

/** Letters, digits and characters count one each; brackets and the hyphen do not (DF §7.5). */
const countOf = (name: string): number => [...name.replace(/[()（）\-\s]/g, "")].length;
const hanOf = (name: string): number => (name.match(/\p{Script=Han}/gu) ?? []).length;

type NamedService = ServiceDraft & { readonly name: string };
const named = (ctx: Case): readonly NamedService[] =>
  ctx.application.services.filter((service): service is NamedService => !blank(service.name));

const perName = (
  ctx: Case,
  verdict: (name: string, path: string) => Verdict | undefined,
): readonly Verdict[] =>
  named(ctx).flatMap((service) => verdict(service.name, servicePath(service.id, "name")) ?? []);

const wordIn = (name: string, words: readonly string[]): string | undefined =>
  words.find((word) => name.includes(word));

function formProblem(name: string): { message: string; params?: { minimum: number } } | undefined {
  if (!/^[\p{L}\p{N}()（）\-\s]+$/u.test(name)) return { message: "characters" };
  if (countOf(name) < MIN_LENGTH) return { message: "short", params: { minimum: MIN_LENGTH } };
  if (/^[\p{N}()（）\-\s]+$/u.test(name)) return { message: "digits" };
  if (/^[A-Za-z\d()（）\-\s]+$/.test(name)) return { message: "latin" };
  return undefined;
}

export const SERVICE_NAME_RULES: readonly Rule[] = [
  {
    id: "service-name.form",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求; S4: 网站名称",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (ctx) =>
      ctx.application.services.flatMap((service): Verdict[] => {
        // An APP is filed under the name below its icon, whatever its script.
        if (service.kind !== "WEBSITE" || service.name === undefined || blank(service.name)) return [];
        const problem = formProblem(service.name);
        return problem ? [{ path: servicePath(service.id, "name"), ...problem }] : [];
      }),
  },
  {
    id: "service-name.reserved-words",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求; S4: 部分管局特殊要求",
    reads: ["entity.nature", ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (ctx) =>
      ctx.isStateUnit
        ? []
        : perName(ctx, (name, path) => {
            const word = wordIn(name, STATE_WORDS);
            return word === undefined ? undefined : { path, params: { word } };
          }),
  },
  {
    id: "service-name.sensitive-words",
    topic: "service-name",
    level: "error",
    source: "T21: 网站命名要求",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (ctx) =>
      perName(ctx, (name, path) => {
        const word = wordIn(name, SENSITIVE_WORDS);
        return word === undefined ? undefined : { path, params: { word } };
      }),
  },
  {
    id: "service-name.personal",
    topic: "service-name",
    level: "error",
    source: "S4: 常见驳回原因; T21: 网站命名要求",
    reads: ["entity.nature", "entity.name", "services[*].domain", ...READS],
    rejection: ["NAME_NOT_OK"],
    check: (ctx) => {
      if (!ctx.isPerson) return [];
      const organiser = ctx.application.entity.name ?? "";
      return named(ctx).flatMap((service): Verdict[] => {
        const path = servicePath(service.id, "name");
        const word = wordIn(service.name, PERSONAL_WORDS);
        if (word !== undefined) return [{ path, params: { word } }];
        if (service.kind === "WEBSITE" && hanOf(service.name) < MIN_LENGTH)
          return [{ path, message: "chinese", params: { minimum: MIN_LENGTH } }];
        if (!blank(organiser) && service.name.includes(organiser)) return [{ path, message: "own-name" }];
        return [];
      });
    },
  },
  {
    id: "service-name.generic",
    topic: "service-name",
    level: "warn",
    source: "T21: 网站命名要求",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (ctx) =>
      perName(ctx, (name, path) =>
        GENERIC_NAMES.some((generic) => sameName(generic, name)) ? { path } : undefined,
      ),
  },
  {
    id: "service-name.duplicate",
    topic: "service-name",
    level: "error",
    source: "V30: 1020",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: (ctx) => {
      const seen = new Set<string>();
      return named(ctx).flatMap((service): Verdict[] => {
        // A website and an APP of one organiser may share their name.
        const key = `${service.kind}:${service.name.normalize("NFKC").toLowerCase()}`;
        if (seen.has(key)) return [{ path: servicePath(service.id, "name") }];
        seen.add(key);
        return [];
      });
    },
  },
  {
    id: "service-name.already-filed",
    topic: "service-name",
    level: "error",
    source: "V30: 1020",
    reads: [...READS, "facts.others"],
    rejection: ["NAME_NOT_OK"],
    check: (ctx) => {
      // An access order carries the name that is filed.
      if (!["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"].includes(ctx.orderType)) return [];
      const filed = ctx.facts.others?.filedServiceNames ?? [];
      return perName(ctx, (name, path) =>
        filed.some((other) => sameName(other, name)) ? { path } : undefined,
      );
    },
  },
];
