import type { Source } from "../policy/source";
import type { ProviderPolicy } from "../policy/types";
import type { LeaveAnswer } from "./cancellation";
import { slugOfObstacle } from "./obstacle-slug";
import type { TypeBlock } from "./order-type";
import type { WayId } from "./ways-out";

/** Situations that stop somebody: every block of DF §2.1 and §2.2, and two that are met without asking for an order. */
export const OBSTACLES = [
  ...(["OPEN_ORDER", "ORGANIZER_CONFLICT", "DOMAIN_CONFLICT", "ENTITY_IN_OTHER_ACCOUNT"] as const),
  ...(["DOMAIN_ALREADY_FILED", "NUMBER_MISMATCH", "ACCESS_IMPOSSIBLE", "SHELL_ENTITY"] as const),
  ...(["FILED_ELSEWHERE", "NOTHING_TO_ADD", "UNKNOWN"] as const),
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Does a way help against a cause: surely, only where the province allows it, or not at all (and why is said)? */
export type Fit = "yes" | "province" | "no";

export interface Cause {
  readonly id: string;
  readonly source: Source;
  /** In the order to try them. */
  readonly ways: readonly (readonly [way: WayId, fit: Fit])[];
}

const yes = (...ways: readonly WayId[]): Cause["ways"] => ways.map((way) => [way, "yes"]);
const cause = (id: string, source: Source, ways: Cause["ways"]): Cause => ({ id, source, ways });

/** Three causes, three remedies, DF §15 D16; access must be possible before anything can be changed by it. */
const NUMBERS_APART = cause("numbers-apart", "S4: 备案驳回", [
  ["correct-there", "yes"],
  ["access-then-change", "no"],
  ["cancel-and-refile", "yes"],
]);

/** Why somebody stands there, and the ways out of it. */
export const CAUSES: Readonly<Record<Obstacle, readonly Cause[]>> = {
  OPEN_ORDER: [
    cause("still-wanted", "S4: 网站域名; 备案审核", yes("finish-order")),
    cause("not-wanted", "S4: 如何进行备案", yes("abandon-order")),
    cause("at-authority", "S4: 备案审核", yes("wait-for-authority")),
  ],
  ORGANIZER_CONFLICT: [
    cause("other-provider", "S4: 备案审核", yes("end-order-there")),
    cause("at-authority", "S4: 备案审核", yes("wait-for-authority")),
    cause("other-account", "S4: 备案审核", yes("log-in-there")),
  ],
  DOMAIN_CONFLICT: [
    cause("own-order-elsewhere", "S4: 备案审核", yes("end-order-there")),
    cause("somebody-elses-order", "S4: 备案审核", yes("ask-holder", "other-domain")),
    cause("at-authority", "S4: 备案审核", yes("wait-for-authority")),
  ],
  ENTITY_IN_OTHER_ACCOUNT: [
    cause("own-account", "S4: 主体负责人信息", yes("log-in-there", "migrate", "cancel-there")),
    cause("colleagues-account", "S4: 备案小程序操作", yes("migrate", "log-in-there")),
  ],
  DOMAIN_ALREADY_FILED: [
    cause("bought-domain", "S4: 备案号; S3: 备案号", yes("ask-holder", "authority-form")),
    cause("own-older-entity", "S4: 备案审核", yes("cancel-at-provider", "offline-form")),
    cause("wrong-certificate", "S4: 备案小程序操作", yes("check-answers")),
  ],
  NUMBER_MISMATCH: [NUMBERS_APART],
  ACCESS_IMPOSSIBLE: [
    cause("renamed-and-lost", "S4: 备案驳回", [
      ["correct-there", "yes"],
      ["access-then-change", "province"],
      ["cancel-and-refile", "yes"],
    ]),
    NUMBERS_APART,
    cause("squatted-domain", "S4: 备案驳回", [
      ["correct-there", "no"],
      ["access-then-change", "no"],
      ["cancel-and-refile", "no"],
      ["authority-form", "yes"],
    ]),
  ],
  SHELL_ENTITY: [
    cause("all-cancelled", "S0: 为什么会成为空壳主体", yes("shell-offline")),
    cause("access-lost", "S0: 为什么会成为空壳主体", yes("shell-offline")),
  ],
  FILED_ELSEWHERE: [
    cause("provider-known", "H: 备案注销咨询", yes("cancel-at-provider")),
    cause("provider-gone", "S1: 线下注销", yes("offline-form")),
  ],
  NOTHING_TO_ADD: [
    cause("looking-for-number", "T21: 备案类型", yes("see-filed")),
    cause("data-changed", "T21: 备案类型", yes("change-filed")),
    cause("no-longer-needed", "T21: 备案类型", yes("cancel-filed")),
  ],
  UNKNOWN: [
    cause("system-silent", "S4: 其他问题", yes("try-again")),
    cause("mistyped", "S4: 备案小程序操作", yes("check-answers")),
  ],
};

/** Every block an order can meet has its page. */
export const obstacleOf = (block: TypeBlock | "OPEN_ORDER" | "UNKNOWN"): Obstacle => block;

/** Answers of the decision helper that are no order lead to the page that explains them. */
export const OBSTACLE_OF_ANSWER: Partial<Record<LeaveAnswer, Obstacle>> = {
  "offline-shell": "SHELL_ENTITY",
  "authority-form": "DOMAIN_ALREADY_FILED",
  "old-provider": "FILED_ELSEWHERE",
  "other-account": "ENTITY_IN_OTHER_ACCOUNT",
};

/** The causes of an obstacle; where the provider lets the province's shells add a service, that comes first. */
export function causesOf(
  obstacle: Obstacle,
  province: string | undefined,
  { shellDirectAddProvinces }: Pick<ProviderPolicy, "shellDirectAddProvinces">,
): readonly Cause[] {
  const causes = CAUSES[obstacle];
  if (obstacle !== "SHELL_ENTITY" || !shellDirectAddProvinces.includes(province ?? "")) return causes;
  return causes.map((one) => ({ ...one, ways: [["add-to-shell", "yes"] as const, ...one.ways] }));
}

export const obstacleBySlug = (slug: string): Obstacle | undefined =>
  OBSTACLES.find((one) => slugOfObstacle(one) === slug);
