import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FiledRest } from "@/components/filing/services/filed-rest";
import { StartOutcome } from "@/components/filing/start/start-outcome";
import { comparedWithFiled } from "@/lib/filing/rules/filed-comparison";
import { onFiled } from "@/lib/filing/testing/filed";
import { validLead, validWebsite } from "@/lib/filing/testing/fixtures";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { FiledComparison } from "./filed-comparison";

const differing = onFiled("ACCESS_FILING", {
  entity: { province: "430000" },
  rest: { services: [validWebsite({ name: "另一个名字" })], people: [validLead({ phone1: "13900019999" })] },
  filed: { entityLead: null },
});
const allowed = onFiled("ACCESS_FILING", { rest: { services: [validWebsite({ name: "另一个名字" })] } });
const FILED = {
  ...{ number: "湘ICP备2021000317号-1", kind: "WEBSITE", name: "旧站", packages: [] },
  domains: ["a.cn", "b.cn"],
} as const;

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
  const said = (loadMessages(locale) as { orders: { filedComparison: { states: Record<string, string> } } })
    .orders.filedComparison.states;
  const count = (html: string, text = "") => html.split(text).length - 1;

  it("names what must be equal, what may differ, and what nobody here knows", () => {
    const strict = render(<FiledComparison groups={comparedWithFiled(differing)} open />);
    expect(count(strict, said.mustMatch)).toBeGreaterThan(0);
    expect(count(strict, said.differs)).toBe(0);
    expect(count(strict, said.askMust)).toBeGreaterThan(0);
    const free = render(<FiledComparison groups={comparedWithFiled(allowed)} />);
    expect(count(free, said.differs)).toBe(1);
    expect(count(free, said.mustMatch)).toBe(0);
  });

  it("calls nothing equal that was not filled in", () => {
    const blank = onFiled("ACCESS_FILING", {
      rest: { services: [validWebsite()], people: [validLead({ phone1: "" })] },
    });
    const html = render(<FiledComparison groups={comparedWithFiled(blank)} />);
    const whole = render(<FiledComparison groups={comparedWithFiled(allowed)} />);
    // The lead's phone stands with the organiser and with the service he answers for.
    expect(count(html, said.blank)).toBe(count(whole, said.blank) + 2);
  });

  it("shows what is taken over before it is begun, and what else could be", () => {
    const outcome = {
      ...({ kind: "type", type: "ACCESS_FILING" } as const),
      ...{ recordNumber: "湘ICP备2021000317号", filed: FILED },
    };
    const html = render(
      <StartOutcome outcome={outcome} onStart={async () => {}} onAnother={async () => {}} />,
    );
    for (const told of [FILED.number, "旧站", "a.cn", "b.cn"]) expect(html).toContain(told);
    const rest = render(
      <FiledRest rows={[FILED, { ...FILED, number: "x", name: null }]} pending={false} take={() => {}} />,
    );
    expect(rest).toContain(FILED.number);
  });
});
