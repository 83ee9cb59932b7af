import { getLocale, getTranslations } from "next-intl/server";
import type { WorkbenchProps } from "@/components/review/workbench";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import { Heading } from "./heading";
import { presentDocuments } from "./present-documents";
import { presentFields } from "./present-fields";
import { presentLines } from "./present-lines";
import { presentProofs } from "./present-proofs";
import { presentQualifications } from "./present-qualifications";
import { presentReasons } from "./present-reasons";
import { presentSites } from "./present-sites";
import { wordsFor } from "./words";

type Presented = Omit<WorkbenchProps, "actions" | "from" | "templates" | "templateActions" | "mayShare">;

/** The workbench in the reader's language: the browser gets sentences, not catalogues. */
export async function presentBench(bench: Workbench): Promise<Presented> {
  const locale = toLocale(await getLocale());
  const t = await getTranslations("review.bench");
  const { order, claim, people, calls, snapshot } = bench;
  const proofs = await presentProofs(bench, locale);
  const fields = await presentFields(bench, proofs, locale);
  const callbacks = await getTranslations("callback");
  const callbackOf = (personId: string) => {
    const missed = snapshot.callbacks[personId];
    if (missed === undefined) return null;
    const asked = missed.callBy !== null;
    const text = t("callback", {
      state: asked ? "requested" : "open",
      date: formatDateTime(missed.callBy ?? missed.requestBy, locale),
      when: callbacks(`when.${missed.when ?? "any"}.label`),
    });
    return { asked, text };
  };
  const secondOf = (personId: string) => {
    const at = bench.secondCalls.get(personId);
    if (at === undefined) return null;
    const due = at <= bench.now;
    return { due, text: due ? t("secondDue") : t("secondAt", { date: formatDateTime(at, locale) }) };
  };
  const outcomeOf = (personId: string) => snapshot.calls[personId] ?? null;
  return {
    orderId: order.id,
    version: order.version,
    heading: <Heading bench={bench} />,
    words: await wordsFor(bench),
    claim,
    open: order.state === "PROVIDER_REVIEW",
    interceptable: bench.actions.some(({ command, allowed }) => command === "intercept" && allowed),
    ...fields,
    colleagues: bench.colleagues.filter(({ userId }) => userId !== snapshot.claim?.userId),
    sites: await presentSites(bench, fields.groups, locale),
    qualifications: await presentQualifications(bench, locale),
    documents: await presentDocuments(bench, locale),
    reasons: await presentReasons(),
    people: people.map(({ personId, name, role, numbers }) => ({
      personId,
      name: name || t("untitled"),
      numbers: numbers.map(({ number, phone }) => ({ number, text: t(`numbers.${number}`, { phone }) })),
      proof: proofs.get(personId) ?? null,
      outcome: outcomeOf(personId),
      role: callbacks(`role.${role}`),
      callback: callbackOf(personId),
      second: secondOf(personId),
    })),
    ...(await presentLines(bench, locale, calls)),
    needsOverride: bench.needsOverride,
    pushDelayMinutes: bench.pushDelayMinutes,
  };
}
