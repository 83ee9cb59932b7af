import { getTranslations } from "next-intl/server";
import { FilterForm, FilterSelect } from "@/components/filing/guide/filter-fields";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { chosen, firstValues, type Query } from "@/lib/filing/guide/query";
import type { ReachView, Seen } from "@/lib/usecases/registry/get-reach";

const YES_NO = ["yes", "no"] as const;
const answerOf = (value: string | undefined): boolean | null => {
  const said = chosen(YES_NO).parse(value);
  return said === undefined ? null : said === "yes";
};

/** What the holder says he sees, from the address. */
export function readSeen(query: Query): Seen {
  const { resolves, ping } = firstValues(query);
  return { resolves: answerOf(resolves), ipAnswers: answerOf(ping) };
}

/** "Why does it not open?": what register, registrar and inventory say, and what the holder sees. */
export async function Unreachable({ view, seen, action }: { view: ReachView; seen: Seen; action: string }) {
  const t = await getTranslations("unreachable");
  const { cause, blocked, domain, lag } = view;
  const options = YES_NO.map((value) => ({ value, label: t(value) }));
  const shownAs = (said: boolean | null) => (said === null ? "" : said ? "yes" : "no");
  return (
    <Panel title={t("title")} description={<Code>{domain}</Code>} data-no-print>
      <FilterForm action={action} label={t("title")} submit={t("ask")} state={seen}>
        <FilterSelect
          name="resolves"
          label={t("resolves")}
          value={shownAs(seen.resolves)}
          any={t("unknown")}
          options={options}
        />
        <FilterSelect
          name="ping"
          label={t("ping")}
          value={shownAs(seen.ipAnswers)}
          any={t("unknown")}
          options={options}
        />
      </FilterForm>
      <Notice tone={blocked ? "refused" : "neutral"} title={t(`cause.${cause}.title`)} role="status">
        <p>{t(`cause.${cause}.text`, { from: lag[0], to: lag[1] })}</p>
        {blocked && <p className="mt-1 text-muted">{t("nameOnly")}</p>}
      </Notice>
    </Panel>
  );
}
