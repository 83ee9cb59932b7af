import { getTranslations } from "next-intl/server";
import type { BenchLine } from "@/components/review/types";
import { eventParams } from "@/lib/filing/lifecycle";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import { answerLabels } from "./present-documents";

/** What was said and done earlier: corrections of earlier rounds, calls, the course of the order. */
export async function presentLines(bench: Workbench, locale: Locale, calls: Workbench["calls"]) {
  const [t, events, reasons] = await Promise.all([
    getTranslations("review.bench"),
    getTranslations("events"),
    getTranslations("rejections"),
  ]);
  const labelOf = await answerLabels();
  const when = (at: number) => formatDateTime(at, locale);
  const rounds: BenchLine[] = bench.corrections.map((item) => ({
    id: item.id,
    title: `${t("roundN", { n: item.round })} · ${t(`stage.${item.stage}`)} · ${reasons(`${item.code}.name` as never)}`,
    detail: item.suggestion ?? reasons(`${item.code}.suggestion` as never),
    when: item.resolvedAt === null ? when(item.openedAt) : t("resolved"),
    ...(item.answer && { answer: t(`answer.${item.answer.kind}`, { text: item.answer.text }) }),
    ...(item.pictures.length > 0 && {
      pictures: item.pictures.map(({ id, fileUrl }, index) => ({
        id,
        label: labelOf(item, index),
        thumbUrl: `${fileUrl}?thumb=1`,
      })),
    }),
  }));
  const nameOf = (personId: string) =>
    bench.people.find((person) => person.personId === personId)?.name ?? "";
  const called: BenchLine[] = calls.map((call) => ({
    id: call.id,
    title: [
      nameOf(call.personId),
      ...(call.number === null ? [] : [t(`called.${call.number}`)]),
      t(`outcomes.${call.outcome}` as "outcomes.NO_ANSWER"),
    ].join(" · "),
    detail: call.note ?? "",
    when: t("calledBy", { name: call.by, time: when(call.at) }),
  }));
  const history: BenchLine[] = turnsOf(bench.events).map((entry) => ({
    id: String(entry.seq),
    title: events(`${entry.type}.staff` as never, eventParams(entry.event) as never),
    // Calls and codes are one person's.
    detail: "personId" in entry.event ? nameOf(entry.event.personId) : "",
    when: when(entry.at),
  }));
  return { rounds, calls: called, history };
}

/** Newest first; of saves in a row only the last one is a turn in the order's course. */
function turnsOf(events: Workbench["events"]): Workbench["events"] {
  const turns = events.filter(
    (entry, index) => entry.type !== "saved" || events[index + 1]?.type !== "saved",
  );
  return turns.reverse();
}
