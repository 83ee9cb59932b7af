import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { openSession, type SignedIn } from "../accounts/session-store";

/** Signs in as one of the sandbox's invented people. In production there is no such thing. */
export async function signInPersona(input: {
  readonly persona: string;
  readonly userAgent: string | null;
}): Promise<Result<SignedIn>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const [user] = await read()
    .select({ id: t.users.id })
    .from(t.users)
    .where(and(eq(t.users.persona, input.persona), eq(t.users.status, "active")));
  if (user === undefined) return fail(refuse("not_found"));
  return withTransaction((tx) => openSession(tx, user.id, "persona", input.userAgent));
}
