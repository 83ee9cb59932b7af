import "server-only";
import { asc, isNull } from "drizzle-orm";
import type { PolicyOverride } from "@/lib/filing/policy/settings";
import { prepared } from "../prepared";
import * as t from "../schema";

const standing = prepared((db) =>
  db
    .select({
      id: t.policyChanges.id,
      setting: t.policyChanges.setting,
      value: t.policyChanges.value,
      effectiveFrom: t.policyChanges.effectiveFrom,
    })
    .from(t.policyChanges)
    .where(isNull(t.policyChanges.revokedAt))
    .orderBy(asc(t.policyChanges.effectiveFrom), asc(t.policyChanges.id))
    .prepare(),
);

/** Every own value of the provider that was not revoked, past, present and to come, in the order they take effect. */
export const policyOverrides = async (): Promise<readonly PolicyOverride[]> => standing().execute();
