import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NATURES, type OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { readSection, type SectionId } from "@/lib/filing/application/draft-sections";
import { surroundings } from "@/lib/filing/application/section-context";
import { NOW } from "@/lib/filing/testing/fixtures";
import { loadMessages } from "@/lib/messages/load";
import type { PageView } from "./page-view";
import type { SectionActions } from "./section-state";

const never = async () => ({ ok: false as const, error: { code: "internal" as const } });
const router = { push() {}, replace() {}, refresh() {}, back() {}, forward() {}, prefetch() {} };
type Form = ComponentType<{ view: PageView; judged: boolean; actions: SectionActions }>;

/** The page of a section as the server first renders it. */
export function renderPage(
  Form: Form,
  app: ApplicationDraft,
  section: SectionId,
  orderType: OrderType = "FIRST_FILING",
): string {
  const value = readSection(app, section);
  if (value === undefined) throw new Error(`no section ${section}`);
  const view: PageView = {
    order: {
      id: "order-1",
      number: "B1",
      type: orderType,
      state: "DRAFT",
      waiting: "you",
      province: null,
      headline: null,
      unitName: null,
      round: 0,
      since: 0,
      createdAt: 0,
      editable: true,
    },
    section,
    version: 1,
    value,
    around: surroundings(app, section),
    findings: [],
    corrections: [],
    at: NOW,
    overrides: [],
    filed: (app.filedServices ?? []).map(({ number = "" }) => ({ number, name: null, domains: [] })),
    natures: NATURES,
    provenPhones: [],
    copyright: true,
    takenOver: false,
    resources: [],
    ownDomains: [],
    change: null,
    next: "/",
    silent: [],
  };
  return renderToStaticMarkup(
    <AppRouterContext value={router as never}>
      <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={loadMessages("zh-CN")}>
        <Form view={view} judged={false} actions={{ judge: never, answer: never }} />
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}
