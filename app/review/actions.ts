"use server";

import { z } from "zod";
import { FILED_CHECKS } from "@/lib/filing/application/filed-checks";
import { CALLED_NUMBERS, INTERCEPT_REASONS, PHONE_OUTCOMES } from "@/lib/filing/lifecycle/types";
import { FINANCE_KINDS } from "@/lib/filing/policy/finance";
import { isRejectionCode } from "@/lib/filing/policy/rejections";
import { defineAction } from "@/lib/http/define-action";
import { approveOrder } from "@/lib/usecases/review/approve-order";
import { claimOrder, releaseOrder } from "@/lib/usecases/review/claim-order";
import { dismissFinding } from "@/lib/usecases/review/dismiss-finding";
import { interceptOrder } from "@/lib/usecases/review/intercept-order";
import { previewDecision } from "@/lib/usecases/review/preview-decision";
import { verifyQualification } from "@/lib/usecases/review/qualification-checks";
import { removeTemplate, saveTemplate } from "@/lib/usecases/review/reason-templates";
import { reassignOrder } from "@/lib/usecases/review/reassign-order";
import { recordCall } from "@/lib/usecases/review/record-call";
import { rejectOrder } from "@/lib/usecases/review/reject-order";
import { checkSite } from "@/lib/usecases/review/site-checks";

const seen = { orderId: z.uuid(), version: z.int().positive() };
const note = z.string().max(1000);
const template = { id: z.uuid(), version: z.int().positive() };

export const claimAction = defineAction({
  name: "review.claim",
  capability: "review.claim",
  input: z.strictObject(seen),
  run: claimOrder,
});

export const reassignAction = defineAction({
  name: "review.reassign",
  capability: "review.reassign",
  input: z.strictObject({ ...seen, userId: z.uuid() }),
  run: reassignOrder,
});

export const releaseAction = defineAction({
  name: "review.release",
  capability: "review.claim",
  input: z.strictObject(seen),
  run: releaseOrder,
});

export const recordCallAction = defineAction({
  name: "review.phone",
  capability: "review.decide",
  input: z.strictObject({
    ...seen,
    personId: z.string().max(40),
    number: z.enum(CALLED_NUMBERS),
    outcome: z.enum(PHONE_OUTCOMES),
    note,
  }),
  run: recordCall,
});

export const dismissFindingAction = defineAction({
  name: "review.finding.dismiss",
  capability: "review.decide",
  input: z.strictObject({ ...seen, rule: z.string().max(80), path: z.string().max(200), reason: note }),
  run: dismissFinding,
});

export const checkSiteAction = defineAction({
  name: "review.site.check",
  capability: "review.decide",
  input: z.strictObject({
    ...seen,
    partId: z.string().max(40),
    marks: z.partialRecord(z.enum(FILED_CHECKS), z.boolean()),
  }),
  run: checkSite,
});

export const verifyQualificationAction = defineAction({
  name: "review.qualification.verify",
  capability: "review.decide",
  input: z.strictObject({
    ...seen,
    partId: z.string().max(40),
    kinds: z.array(z.enum(FINANCE_KINDS)).max(FINANCE_KINDS.length),
    seen: note,
  }),
  run: verifyQualification,
});

const items = z
  .array(
    z.strictObject({
      code: z.string().max(60).refine(isRejectionCode),
      target: z.string().max(200),
      suggestion: note,
    }),
  )
  .max(60);

export const previewDecisionAction = defineAction({
  name: "review.preview",
  capability: "review.decide",
  input: z.strictObject({ orderId: z.uuid(), items: items.nullable() }),
  run: previewDecision,
});

export const saveTemplateAction = defineAction({
  name: "review.template.save",
  capability: "review.decide",
  input: z.strictObject({
    known: z.strictObject(template).nullable(),
    code: z.string().max(60).refine(isRejectionCode),
    text: note,
    shared: z.boolean(),
  }),
  run: saveTemplate,
});

export const removeTemplateAction = defineAction({
  name: "review.template.remove",
  capability: "review.decide",
  input: z.strictObject(template),
  run: removeTemplate,
});

export const rejectAction = defineAction({
  name: "review.reject",
  capability: "review.decide",
  input: z.strictObject({ ...seen, items }),
  run: rejectOrder,
});

export const approveAction = defineAction({
  name: "review.approve",
  capability: "review.decide",
  input: z.strictObject({ ...seen, overrideReason: note }),
  run: approveOrder,
});

export const interceptAction = defineAction({
  name: "review.intercept",
  capability: "review.intercept",
  input: z.strictObject({ ...seen, reason: z.enum(INTERCEPT_REASONS) }),
  run: interceptOrder,
});
