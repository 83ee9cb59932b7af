"use server";

import { manualIdSchema, openManualSchema } from "@/lib/filing/manual/form";
import { defineAction } from "@/lib/http/define-action";
import { withdrawManual } from "@/lib/usecases/manual/end-manual";
import { openManual } from "@/lib/usecases/manual/open-manual";
import { submitManual } from "@/lib/usecases/manual/submit-manual";

export const openManualAction = defineAction({
  name: "manual.open",
  capability: "filing.edit.own",
  input: openManualSchema,
  rate: { max: 20, perSeconds: 3600 },
  run: openManual,
});

export const submitManualAction = defineAction({
  name: "manual.submit",
  capability: "filing.edit.own",
  input: manualIdSchema,
  run: submitManual,
});

export const withdrawManualAction = defineAction({
  name: "manual.withdraw",
  capability: "filing.edit.own",
  input: manualIdSchema,
  run: withdrawManual,
});
