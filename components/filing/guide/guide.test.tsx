import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DecisionPanel } from "@/components/filing/estimate/decision-panel";
import { monthsOf } from "@/lib/filing/guide/month-view";
import { provinceFacts } from "@/lib/filing/guide/province-facts";
import { readSituation, situationContext } from "@/lib/filing/guide/situation";
import { estimateDecision } from "@/lib/filing/lifecycle";
import { policyAt } from "@/lib/filing/policy";
import { BOOK, requiredMaterials } from "@/lib/filing/rules";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { ColumnNotes } from "./column-notes";
import { FactList } from "./fact-list";
import { MaterialCard } from "./material-card";
import { MonthTable } from "./month-table";
import { ProvinceTable } from "./province-table";
import { RuleTable } from "./rule-table";

const NOW = Date.parse("2026-11-24T02:00:00Z");
const policy = policyAt(NOW);
const provinces = Object.values(policy.provinces);

/** Every sentence a part needs must be there: a missing one, or one that cannot be written, fails. */
describe.each(LOCALES)("in %s", (locale) => {
  const render = (part: ReactNode) =>
    renderToStaticMarkup(
      <NextIntlClientProvider
        locale={locale}
        messages={loadMessages(locale)}
        timeZone="Asia/Shanghai"
        onError={(error) => {
          throw error;
        }}
      >
        {part}
      </NextIntlClientProvider>,
    );

  test("the table has a row per province, and says both facts where the law is exceeded", () => {
    const html = render(<ProvinceTable provinces={provinces} limit={20} />);
    expect(html.match(/href="\/rules\//g)).toHaveLength(31);
    expect(html).toContain("9–30");
    expect(render(<ColumnNotes />)).toContain("2025");
  });

  test.each(provinces)("$nameEn: every fact is written", (province) => {
    const facts = provinceFacts(province, policy, "2026-11-24");
    expect(render(<FactList facts={facts} />).match(/<li/g)).toHaveLength(facts.length);
  });

  test("the whole book is written", () => {
    const html = render(<RuleTable rules={BOOK} label="book" />);
    expect(html.match(/<tr /g)?.length).toBe(BOOK.length + 1);
  });

  test.each(provinces)("$nameEn: materials, decision and calendar are written", ({ code }) => {
    for (const query of [
      {},
      { nature: "5", id: "elsewhere" },
      { entityLead: "other", kind: "APP", count: "40" },
    ]) {
      const situation = readSituation({ ...query, province: code }, policy);
      const slots = requiredMaterials(situationContext(situation, policy, NOW));
      for (const slot of slots)
        expect(render(<MaterialCard slot={slot} />)).toContain(`/api/examples/${slot.code}`);
    }
    const order = { state: "PROVIDER_REVIEW", province: code, since: NOW, pushed: null, sms: null } as const;
    const estimate = estimateDecision(order, policy, NOW);
    if (estimate === null) throw new Error("no estimate");
    expect(render(<DecisionPanel estimate={estimate} />)).toContain("<details");
    for (const month of monthsOf("2026-11-24", estimate, policy.calendar))
      expect(render(<MonthTable month={month} />)).toContain("<caption");
  });
});
