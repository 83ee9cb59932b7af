"use server";

import {
  extendInspectionSchema,
  judgeInspectionSchema,
  knownInspectionSchema,
  openInspectionSchema,
  orderCancellationSchema,
} from "@/lib/filing/inspection/form";
import { defineAction } from "@/lib/http/define-action";
import { openInspection } from "@/lib/usecases/inspection/open-inspection";
import { orderCancellation } from "@/lib/usecases/inspection/order-cancellation";
import {
  closeInspection,
  extendInspection,
  remindInspection,
  sendBackInspection,
} from "@/lib/usecases/inspection/work-inspection";

export const openInspectionAction = defineAction({
  name: "inspection.open",
  capability: "inspection.work",
  input: openInspectionSchema,
  run: openInspection,
});

export const remindInspectionAction = defineAction({
  name: "inspection.remind",
  capability: "inspection.work",
  input: knownInspectionSchema,
  run: remindInspection,
});

export const extendInspectionAction = defineAction({
  name: "inspection.extend",
  capability: "inspection.work",
  input: extendInspectionSchema,
  run: extendInspection,
});

export const sendBackInspectionAction = defineAction({
  name: "inspection.send-back",
  capability: "inspection.work",
  input: judgeInspectionSchema,
  run: sendBackInspection,
});

export const closeInspectionAction = defineAction({
  name: "inspection.close",
  capability: "inspection.work",
  input: judgeInspectionSchema,
  run: closeInspection,
});

export const orderCancellationAction = defineAction({
  name: "inspection.order",
  capability: "inspection.work",
  input: orderCancellationSchema,
  run: orderCancellation,
});
