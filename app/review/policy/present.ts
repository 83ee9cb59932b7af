import { getTranslations } from "next-intl/server";
import type { HistoryLine } from "@/components/review/policy/history";
import type { SettingRow } from "@/components/review/policy/setting-list";
import { sameValue } from "@/lib/filing/policy/setting-check";
import { sourceText, type TextSource } from "@/lib/messages/finding-text";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { SettingWords } from "@/lib/messages/setting-text";
import type { SettingDetail } from "@/lib/usecases/policy/get-policy";
import type { SettingView } from "@/lib/usecases/policy/setting-view";

/** A setting as the list and the head of its page show it. */
export async function presentSetting(
  setting: SettingView,
  words: SettingWords,
  locale: Locale,
): Promise<SettingRow> {
  const t = await getTranslations("policyPage");
  const sources = (await getTranslations("sources")) as unknown as TextSource;
  const { key, kind, shipped, ownSince, scheduled } = setting;
  const text = (value: SettingView["value"]) => words.value(key, kind, value);
  const same = sameValue(setting.value, shipped.value);
  return {
    key,
    label: words.label(key),
    meaning: words.meaning(key),
    value: text(setting.value),
    shipped: text(shipped.value),
    source: t("source", {
      source: sourceText(sources, shipped.source),
      date: shipped.effectiveFrom,
    }),
    own:
      ownSince === null ? null : t(same ? "ownSame" : "ownSince", { date: formatDateTime(ownSince, locale) }),
    scheduled: scheduled.map(({ value, from }) =>
      t("scheduled", { date: formatDateTime(from, locale), value: text(value) }),
    ),
  };
}

/** Decisions on a setting as lines to read. */
export async function presentHistory(
  { key, kind, history }: SettingDetail,
  words: SettingWords,
  locale: Locale,
): Promise<readonly HistoryLine[]> {
  const t = await getTranslations("policyPage.history");
  return history.map(({ id, value, from, at, by, reason, state, revoked }) => ({
    id,
    state,
    reason,
    title: t("to", { value: words.value(key, kind, value) }),
    from: t("from", { date: formatDateTime(from, locale) }),
    by: t("by", { name: by, date: formatDateTime(at, locale) }),
    revoked:
      revoked &&
      t("revokedBy", { name: revoked.by, date: formatDateTime(revoked.at, locale), reason: revoked.reason }),
  }));
}
