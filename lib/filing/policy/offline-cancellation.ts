import { type Dated, dated } from "./editions";
import type { Source } from "./source";

/** How a province's authority takes a cancellation no provider can submit. */
export type ChannelKind = "mail" | "own-system" | "own-page" | "contact" | "notice-list";

/** One row of DF §11.7. Links age, so there are none: forms are found by their names. */
export interface OfflineChannel extends Dated {
  readonly kind: ChannelKind;
  /** Name of the form, always in Chinese: it is what one searches for; null: there is none, or its name is not known. */
  readonly form: string | null;
  /** The source names it for shells; otherwise it describes offline cancellation in general. */
  readonly namedForShells: boolean;
  /** Sentence `waysOut.channelNote.<id>`; null: nothing to add. */
  readonly note: string | null;
  /** When its source last described it; nobody has looked since, and pages say so. */
  readonly checkedOn: string;
}

const FORM = "注销备案申请表";
const ICP_FORM = "ICP备案注销申请表";

function row(
  source: Source,
  kind: ChannelKind,
  form: string | null,
  note: string | null = null,
  namedForShells = true,
): OfflineChannel {
  const day = dated(source);
  return { ...day, kind, form, note, namedForShells, checkedOn: day.effectiveFrom };
}

/** Provinces with a way of their own, by code. */
const CHANNELS: Readonly<Record<string, OfflineChannel>> = {
  370000: row("S0: 空壳主体如何处理; T21: 注销空壳主体", "mail", "申请注销空壳主体", "shandong"),
  640000: row("S0: 空壳主体如何处理", "own-page", FORM),
  430000: row("S0: 空壳主体如何处理; S1: 线下注销", "own-page", "备案注销申请表", "hunan"),
  310000: row("S0: 空壳主体如何处理; S1: 线下注销", "own-system", null, "shanghai"),
  510000: row("S1: 线下注销", "own-system", null, "sichuan", false),
  450000: row("T21: 注销空壳主体", "own-page", FORM),
  410000: row("T21: 注销空壳主体", "own-page", FORM),
  330000: row("T21: 注销空壳主体", "own-page", FORM),
  350000: row("T21: 注销空壳主体", "contact", null),
};

/** Everywhere else: the form in the notice list of the national site, filled in and posted. */
const GENERAL = row("S4: 备案号; S0: 空壳主体如何处理", "notice-list", ICP_FORM);

/** How a filing of this province is cancelled at its authority. */
export const offlineChannel = (province: string): OfflineChannel => CHANNELS[province] ?? GENERAL;

/** Working days an authority usually takes once the papers are there [H: 备案注销咨询]. */
export const OFFLINE_WORKING_DAYS = 5;
