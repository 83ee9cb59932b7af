"use server";

import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { defineAction } from "@/lib/http/define-action";
import { querySchema } from "./schema";

/** A call, not an address: whoever types a person's name here leaves it in no log and no history. */
export const queryAction = defineAction({
  name: "authority.query",
  capability: "public",
  rate: { max: 30, perSeconds: 60 },
  input: querySchema,
  run: (_actor, input) => queryPublic(input),
});
