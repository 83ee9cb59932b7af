import { describe, expect, it } from "vitest";
import {
  CALLBACK_TIMES,
  CALLED_NUMBERS,
  CONFIRMED_BY,
  DEADLINE_KINDS,
  eventParams,
  ORDER_EVENT_TYPES,
  ORDER_REASONS,
  type OrderEvent,
} from "@/lib/filing/lifecycle";
import { loadMessages } from "./load";
import { LOCALES } from "./locales";
import { translator } from "./translator";

const ITEM = { id: "cor_1", code: "DOC_UNCLEAR", target: "order" };
/** One of every event that has figures in its sentence, each way it can read. */
const TELLING: readonly OrderEvent[] = [
  { type: "submitted", round: 2, policyVersion: "p" },
  { type: "released", automatic: true },
  { type: "released", automatic: false },
  { type: "phoned", personId: "ppl_a", outcome: "REACHED_NOT_SELF" },
  ...CALLED_NUMBERS.map(
    (number) => ({ type: "phoned", personId: "ppl_a", number, outcome: "NO_ANSWER" }) as const,
  ),
  ...CALLBACK_TIMES.map(
    (when) => ({ type: "callback_requested", personId: "ppl_a", callBy: 1, when }) as const,
  ),
  { type: "callback_requested", personId: "ppl_a", callBy: 1 },
  { type: "rejected", items: [ITEM, ITEM], automatic: true },
  { type: "rejected", items: [ITEM], automatic: false },
  { type: "approved_by_provider", override: true },
  { type: "pushed", sequence: 7 },
  { type: "push_refused", code: "1064" },
  { type: "sms_started", required: ["ppl_a"], deadline: 1 },
  { type: "sms_failed", cause: "wrong_inputs" },
  { type: "resubmitted_to_authority", automatic: true },
  { type: "authority_approved", entityNumber: "粤ICP备2026000001号", services: {} },
  { type: "authority_rejected", items: [ITEM] },
  { type: "reminded", day: 5 },
  ...CONFIRMED_BY.map((by) => ({ type: "confirmed", by, round: 1, policyVersion: "p" }) as const),
  { type: "cancelled", entityNumber: "粤ICP备2026000001号", services: {} },
  ...(["timeout", "wrong_inputs", "refused", "rejected"] as const).map(
    (cause) => ({ type: "returned", cause, items: [] }) as const,
  ),
];
const FIGURES = { date: "2026-11-21", from: "2026-11-20", count: 2, limit: 1 };

/** A sentence in which nothing is left unsaid: no id echoed back, no placeholder, no empty words. */
const isSentence = (text: string, id: string) =>
  text.trim() !== "" && text !== id && !/[{}]|undefined/.test(text);

describe.each(LOCALES)("sentences of the lifecycle in %s", (locale) => {
  const translate = translator(locale);
  const says = (id: string, params?: Record<string, string | number>) => {
    expect(translate.has(id), id).toBe(true);
    const text = translate(id, params);
    expect(isSentence(text, id), `${id}: ${text}`).toBe(true);
    return text;
  };

  it("tell every event to both audiences", () => {
    for (const event of TELLING)
      for (const audience of ["applicant", "staff"])
        says(`events.${event.type}.${audience}`, eventParams(event));
    const plain = ORDER_EVENT_TYPES.filter((type) => TELLING.every((event) => event.type !== type));
    for (const type of plain)
      for (const audience of ["applicant", "staff"]) says(`events.${type}.${audience}`);
    expect(Object.keys(loadMessages(locale).events ?? {}).sort()).toEqual([...ORDER_EVENT_TYPES].sort());
  });

  it("tell what was done by itself from what somebody did", () => {
    const [byItself, bySomebody] = [true, false].map((automatic) =>
      says("events.rejected.applicant", eventParams({ type: "rejected", items: [ITEM], automatic })),
    );
    expect(byItself).not.toBe(bySomebody);
  });

  it("name every deadline and say what it means", () => {
    for (const kind of DEADLINE_KINDS)
      for (const part of ["label", "text"]) says(`deadlines.${kind}.${part}`, FIGURES);
    for (const phrase of ["estimated", "range", "passed"]) says(`deadlines.phrase.${phrase}`, FIGURES);
    expect(Object.keys(loadMessages(locale).deadlines ?? {}).sort()).toEqual(
      [...DEADLINE_KINDS, "phrase"].sort(),
    );
  });

  it("say for every refusal why", () => {
    const texts = ORDER_REASONS.map((reason) => says(`errors.reason.${reason}`, FIGURES));
    expect(new Set(texts).size).toBe(ORDER_REASONS.length);
  });
});
