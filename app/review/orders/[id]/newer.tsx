import { getLocale, getTranslations } from "next-intl/server";
import { NewerPolicyNotice } from "@/components/review/newer-policy";
import { settingByKey } from "@/lib/filing/policy/provider";
import type { SettingValue } from "@/lib/filing/policy/settings";
import type { Level } from "@/lib/filing/policy/types";
import type { TextSource } from "@/lib/messages/finding-text";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { settingWords } from "@/lib/messages/setting-text";
import type { NewerPolicy, PolicyCause } from "@/lib/usecases/review/newer-policy";

/** What a newer policy would say otherwise, in the reader's language. */
export async function Newer({ newer }: { newer: NewerPolicy }) {
  const t = await getTranslations("policyPage.newer");
  const levels = await getTranslations("review.bench.level");
  const rules = (await getTranslations("rules")) as unknown as TextSource;
  const locale = toLocale(await getLocale());
  const words = await settingWords(locale);
  const date = (at: number) => formatDateTime(at, locale);
  const level = (one: Level | null) => (one === null ? t("none") : levels(one));
  const cause = (one: PolicyCause): string => {
    if (one.kind === "table") return t(`table.${one.table}`);
    const kind = settingByKey(one.key)?.kind ?? { type: "words" };
    const text = (value: SettingValue) => words.value(one.key, kind, value);
    const [before, after] = [text(one.before), text(one.after)];
    return t("cause", { setting: words.label(one.key), before, after, date: date(one.since) });
  };
  return (
    <NewerPolicyNotice
      title={t("title")}
      text={t("text", { date: date(newer.submittedAt) })}
      lines={newer.differences.map(({ change, finding, before, after, causes }) => ({
        id: `${change} ${finding.rule} ${finding.path} ${finding.message}`,
        change: t(change),
        title: rules.has(`${finding.rule}.title`) ? rules(`${finding.rule}.title`) : finding.rule,
        levels: t("levels", { before: level(before), after: level(after) }),
        causes: causes.map(cause),
      }))}
    />
  );
}
