"use server";

import { z } from "zod";
import { PartId } from "@/lib/filing/application/draft";
import { SectionKeySchema } from "@/lib/filing/application/section-schemas";
import { CALLBACK_TIMES } from "@/lib/filing/lifecycle/types";
import { CONSENT_KINDS } from "@/lib/filing/policy/consents";
import { DECLARATION_IDS } from "@/lib/filing/policy/declarations";
import { ok } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { tellFindings } from "@/lib/messages/tell-findings";
import { giveConsent } from "@/lib/usecases/materials/give-consent";
import { markNotificationsRead } from "@/lib/usecases/notifications/read-notifications";
import { acknowledgeFinding } from "@/lib/usecases/orders/acknowledge-finding";
import { answerCorrection } from "@/lib/usecases/orders/answer-correction";
import {
  abandonOrder,
  requestCallback,
  resubmitToAuthority,
  withdrawOrder,
} from "@/lib/usecases/orders/command-order";
import { createOrder } from "@/lib/usecases/orders/create-order";
import { CorrectionAnswer } from "@/lib/usecases/orders/document/correction-answer";
import { ServiceOperation } from "@/lib/usecases/orders/document/list";
import { OrderStart } from "@/lib/usecases/orders/document/start";
import { editServiceList } from "@/lib/usecases/orders/edit-services";
import { judgeSection } from "@/lib/usecases/orders/judge-section";
import { previewOrder } from "@/lib/usecases/orders/preview-order";
import { submitOrder } from "@/lib/usecases/orders/submit-order";
import { takeFiledService } from "@/lib/usecases/orders/take-filed-service";
import { TakenPart, takeKnownPart } from "@/lib/usecases/orders/take-known-part";
import { confirmLeadCode } from "@/lib/usecases/phones/confirm-lead-code";
import { sendLeadCode } from "@/lib/usecases/phones/send-lead-code";

const order = z.strictObject({ orderId: z.uuid() });

export const previewOrderAction = defineAction({
  name: "order.preview",
  capability: "order.open.own",
  input: OrderStart,
  rate: { max: 30, perSeconds: 300 },
  run: previewOrder,
});

export const createOrderAction = defineAction({
  name: "order.create",
  capability: "order.open.own",
  input: OrderStart,
  rate: { max: 20, perSeconds: 300 },
  run: createOrder,
});

export const editServicesAction = defineAction({
  name: "order.services.edit",
  capability: "order.edit.own",
  input: z.strictObject({ orderId: z.uuid(), operation: ServiceOperation }),
  run: editServiceList,
});

export const takeFiledServiceAction = defineAction({
  name: "order.services.take",
  capability: "order.edit.own",
  input: z.strictObject({ orderId: z.uuid(), number: z.string().max(64) }),
  run: takeFiledService,
});

export const judgeSectionAction = defineAction({
  name: "order.section.judge",
  capability: "order.read.own",
  input: z.strictObject({
    orderId: z.uuid(),
    section: SectionKeySchema,
  }),
  // Sentences travel, not the catalogue of the book.
  run: async (actor, input) => {
    const judged = await judgeSection(actor, input);
    return judged.ok ? ok({ findings: await tellFindings(judged.value.findings) }) : judged;
  },
});

export const answerCorrectionAction = defineAction({
  name: "order.correction.answer",
  capability: "order.edit.own",
  input: z.strictObject({
    orderId: z.uuid(),
    correctionId: z.string().max(64),
    answer: CorrectionAnswer.nullable(),
  }),
  run: answerCorrection,
});

export const takeKnownPartAction = defineAction({
  name: "order.known.take",
  capability: "order.edit.own",
  input: TakenPart,
  rate: { max: 60, perSeconds: 300 },
  run: takeKnownPart,
});

const leadKey = { orderId: z.uuid(), personId: PartId };

export const sendLeadCodeAction = defineAction({
  name: "order.lead.code.send",
  capability: "order.edit.own",
  input: z.strictObject(leadKey),
  rate: { max: 30, perSeconds: 300 },
  run: sendLeadCode,
});

export const confirmLeadCodeAction = defineAction({
  name: "order.lead.code.confirm",
  capability: "order.edit.own",
  input: z.strictObject({ ...leadKey, code: z.string().max(12) }),
  rate: { max: 60, perSeconds: 300 },
  run: confirmLeadCode,
});

export const acknowledgeFindingAction = defineAction({
  name: "order.finding.acknowledge",
  capability: "order.edit.own",
  input: z.strictObject({
    orderId: z.uuid(),
    rule: z.string().max(80),
    path: z.string().max(200),
    note: z.string().max(1000),
  }),
  run: acknowledgeFinding,
});

export const giveConsentAction = defineAction({
  name: "consent.give",
  capability: "material.upload.own",
  input: z.strictObject({
    orderId: z.uuid(),
    kind: z.enum(CONSENT_KINDS),
    version: z.string().max(32),
  }),
  run: giveConsent,
});

export const submitOrderAction = defineAction({
  name: "order.submit",
  capability: "order.submit.own",
  input: z.strictObject({
    orderId: z.uuid(),
    version: z.int().min(1),
    declarations: z
      .array(z.strictObject({ id: z.enum(DECLARATION_IDS), version: z.string().max(20) }))
      .max(DECLARATION_IDS.length),
  }),
  rate: { max: 30, perSeconds: 600 },
  run: submitOrder,
});

export const withdrawOrderAction = defineAction({
  name: "order.withdraw",
  capability: "order.withdraw.own",
  input: order,
  run: withdrawOrder,
});

export const abandonOrderAction = defineAction({
  name: "order.abandon",
  capability: "order.abandon.own",
  input: order,
  run: abandonOrder,
});

export const requestCallbackAction = defineAction({
  name: "order.callback",
  capability: "order.edit.own",
  input: z.strictObject({ orderId: z.uuid(), personId: PartId, when: z.enum(CALLBACK_TIMES) }),
  run: requestCallback,
});

export const resubmitOrderAction = defineAction({
  name: "order.resubmit",
  capability: "order.submit.own",
  input: order,
  run: resubmitToAuthority,
});

export const markReadAction = defineAction({
  name: "notifications.read",
  capability: "notification.read.own",
  input: z.strictObject({}),
  run: markNotificationsRead,
});
