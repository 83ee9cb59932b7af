import { getTranslations } from "next-intl/server";
import type { QueueItem } from "@/components/review/queue-table";
import { WAITING_OF } from "@/lib/filing/lifecycle/states";
import { provinceName } from "@/lib/messages/codes";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { QueuePage, QueueRow } from "@/lib/usecases/review/list-queue";

const DAY = 86_400_000;

/** Rows of the queue in the reader's language. */
export async function presentQueue(
  { rows, now }: QueuePage,
  locale: Locale,
  hrefOf: (orderId: string) => string,
): Promise<readonly QueueItem[]> {
  const t = await getTranslations("review.queue");
  const states = await getTranslations("states");
  const calls = await getTranslations("callback");
  const orders = await getTranslations("orderTypes");
  return rows.map((row) => ({
    entry: row.entry,
    href: hrefOf(row.id),
    id: row.id,
    version: row.version,
    number: row.number,
    organiser: row.unitName ?? t("person"),
    headline: row.headline ?? "",
    type: orders(`${row.type}.label`),
    province: row.province === null ? "" : provinceName(row.province, locale),
    state: { label: states(`${row.state}.label`), tone: WAITING_OF[row.state] },
    round: row.round,
    waited: t("age", { days: Math.floor((now - row.since) / DAY) }),
    age: ageOf(row, now),
    due: row.dueAt === null ? "" : formatDate(row.dueAt, locale),
    claim: row.claim,
    callbacks: row.callbacks.flatMap(({ personId, role, state, at, when, secondAt }) => {
      const who = calls(`role.${role}`);
      const line = {
        id: personId,
        tone: state === "requested" ? ("you" as const) : ("others" as const),
        text: t(state === "requested" ? "callbackRequested" : "callbackOpen", {
          role: who,
          date: formatDateTime(at, locale),
          when: calls(`when.${when}.label`),
        }),
      };
      if (secondAt === null) return [line];
      const due = secondAt <= now;
      const text = due
        ? t("secondCallDue", { role: who })
        : t("secondCallAt", { role: who, date: formatDateTime(secondAt, locale) });
      return [{ id: `${personId}.second`, tone: due ? ("you" as const) : ("others" as const), text }, line];
    }),
    claimable: row.claimable,
  }));
}

const ageOf = ({ since, dueAt }: QueueRow, now: number): number | null =>
  dueAt === null || dueAt <= since ? null : (now - since) / (dueAt - since);
