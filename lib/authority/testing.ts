import "server-only";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { gateway, type Notice, type SubmissionPayload } from ".";
import { listAuthoritySms } from "./sandbox/mailbox";

/** A filing as the provider hands it over; every part can be replaced. Numbers are invented but well formed. */
export interface Given {
  readonly orderId?: string;
  readonly orderType?: SubmissionPayload["orderType"];
  readonly province?: string;
  readonly certNo?: string;
  readonly name?: string;
  readonly nature?: 4 | 5;
  readonly domains?: readonly string[];
  readonly apps?: readonly string[];
  /** What each of the apps talks to. */
  readonly appDomains?: readonly string[];
  readonly smsTo?: SubmissionPayload["smsTo"];
  readonly recordNumber?: string;
  /** Numbers the websites are filed under, in their order. */
  readonly numbers?: readonly string[];
  /** Numbers of the apps. */
  readonly appNumbers?: readonly string[];
}

export const LEAD = { personId: "ppl_lead", name: "林清平", phone: "13800138001", idNoTail: "01123X" };
export const OTHER_LEAD = { personId: "ppl_serv", name: "赵一然", phone: "13900139002", idNoTail: "022456" };

const filedUnder = (serviceFilingNumber: string | undefined) =>
  serviceFilingNumber === undefined ? {} : { serviceFilingNumber };

function application(given: Given): ApplicationDraft {
  const websites = (given.domains ?? ["qinghe-books.cn"]).map((domain, index) => ({
    kind: "WEBSITE" as const,
    id: `svc_web${index}`,
    name: `清河书店${index}`,
    domain,
    ...filedUnder(given.numbers?.[index]),
  }));
  const apps = (given.apps ?? []).map((name, index) => ({
    kind: "APP" as const,
    id: `svc_app${index}x`,
    name,
    domains: (given.appDomains ?? []).map((domain, at) => ({ id: `dom_app${at}x`, domain })),
    ...filedUnder(given.appNumbers?.[index]),
  }));
  return {
    schemaVersion: 1,
    entity: {
      nature: given.nature ?? 4,
      name: given.name ?? "清河图书有限公司",
      certNo: given.certNo ?? "91110000MA01TEST0X",
      province: given.province ?? "110000",
      ...(given.recordNumber === undefined ? {} : { recordNumber: given.recordNumber }),
    },
    people: [],
    services: [...websites, ...apps],
  };
}

export const payloadOf = (given: Given = {}): SubmissionPayload => ({
  orderId: given.orderId ?? "order-1",
  orderType: given.orderType ?? "FIRST_FILING",
  province: given.province ?? "110000",
  application: application(given),
  materials: [{ code: "ORG_CERT", subject: "entity", side: "SINGLE", sha256: "ab".repeat(32) }],
  smsTo: given.smsTo ?? [LEAD],
});

/** The newest code sent to a phone. */
export async function codeFor(phone: string): Promise<string> {
  const sms = (await listAuthoritySms()).find((entry) => entry.to === phone);
  const code = sms?.body.match(/\d{6}/)?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${phone}`);
  return code;
}

/** Types of the notices a provider would see now. */
export const noticeTypes = async (after = 0): Promise<readonly Notice["body"]["type"][]> =>
  (await gateway().poll(after)).map((notice) => notice.body.type);
