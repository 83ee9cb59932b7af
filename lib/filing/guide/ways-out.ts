import type { Source } from "../policy/source";

/** Where a way out is walked. */
export type Place = "here" | "other-account" | "other-provider" | "authority" | "holder";

/** What to have at hand; each has its sentence. */
export const PAPERS = [
  ...(["certificate", "certificate-sealed", "lead-id", "filing-number", "name-letter"] as const),
  ...(["domain-certificate", "explanation", "cancellation-form", "lead-phone"] as const),
] as const;
export type Paper = (typeof PAPERS)[number];

/** Pages of ours a way leads to. Which of them exist is for who draws the link. */
export type Road = "orders" | "new-order" | "filings" | "sign-in" | "migrate" | "rules" | "leaving";

export interface Way {
  /** How many steps its words have. */
  readonly steps: number;
  readonly prepare: readonly Paper[];
  readonly where: Place;
  readonly road: Road | null;
  /** Done by a form the authority of the province takes: its channel is shown. */
  readonly offline?: true;
  readonly source: Source;
}

const way = (
  where: Place,
  steps: number,
  source: Source,
  {
    prepare = [],
    road,
    offline = false,
  }: { prepare?: readonly Paper[]; road?: Road; offline?: boolean } = {},
): Way => ({ where, steps, source, prepare, road: road ?? null, ...(offline && { offline: true as const }) });

/** Every way out there is; several situations share some. */
const ALL = {
  "finish-order": way("here", 2, "S4: 网站域名; 备案审核", { road: "orders" }),
  "abandon-order": way("here", 2, "S4: 如何进行备案", { road: "orders" }),
  "end-order-there": way("other-provider", 3, "S4: 备案审核"),
  "wait-for-authority": way("authority", 2, "S4: 备案审核"),
  "other-domain": way("here", 1, "S4: 备案审核", { road: "new-order" }),
  "log-in-there": way("other-account", 2, "S4: 主体负责人信息; 备案小程序操作", { road: "sign-in" }),
  migrate: way("here", 3, "S4: 其他问题; T21: 迁移备案账号", { prepare: ["lead-phone"], road: "migrate" }),
  "cancel-there": way("other-account", 3, "S4: 主体负责人信息", { road: "leaving" }),
  "correct-there": way("other-provider", 3, "S4: 备案驳回", {
    prepare: ["certificate", "filing-number", "name-letter"],
  }),
  "access-then-change": way("here", 3, "S4: 备案驳回; 接入备案相关", {
    prepare: ["certificate", "filing-number"],
    road: "rules",
  }),
  "cancel-and-refile": way("other-provider", 3, "S4: 备案驳回", {
    prepare: ["certificate", "lead-phone"],
    offline: true,
  }),
  "ask-holder": way("holder", 2, "S4: 备案后咨询; 备案号"),
  "authority-form": way("authority", 4, "S4: 备案号; 阻断相关; S3: 备案号", {
    prepare: ["domain-certificate", "explanation", "certificate", "cancellation-form"],
    offline: true,
  }),
  "shell-offline": way("authority", 3, "S4: 注销备案相关; S0: 空壳主体如何处理", {
    prepare: ["certificate-sealed", "filing-number", "cancellation-form"],
    offline: true,
  }),
  "add-to-shell": way("here", 1, "H: 备案注销咨询", { road: "new-order" }),
  "see-filed": way("here", 1, "T21: 备案类型", { road: "filings" }),
  "change-filed": way("here", 2, "T21: 备案类型", { road: "filings" }),
  "cancel-filed": way("here", 2, "T21: 备案类型", { road: "leaving" }),
  "check-answers": way("here", 1, "S4: 备案小程序操作", { road: "new-order" }),
  "try-again": way("here", 2, "S4: 其他问题", { road: "new-order" }),
  "cancel-at-provider": way("other-provider", 3, "S1: 线下注销; H: 备案注销咨询", {
    prepare: ["lead-phone", "filing-number"],
  }),
  "offline-form": way("authority", 3, "S1: 线下注销", {
    prepare: ["certificate-sealed", "lead-id", "cancellation-form"],
    offline: true,
  }),
} as const satisfies Record<string, Way>;

export type WayId = keyof typeof ALL;
export const WAYS: Readonly<Record<WayId, Way>> = ALL;
