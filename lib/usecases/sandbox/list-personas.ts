import "server-only";
import { isNotNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { homeOf } from "@/lib/auth/home";
import { env } from "@/lib/env";
import type { Actor, Role } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { describeActor } from "../accounts/describe-actor";
import { standingOf } from "../accounts/session-store";
import { isPersonaId, PERSONA_IDS, type PersonaId } from "./persona-ids";

export interface PersonaView {
  readonly id: PersonaId;
  readonly name: string;
  readonly role: Role;
  /** Where his work is, after one click. */
  readonly home: string;
  /** Whoever looks is signed in as this one. */
  readonly current: boolean;
}

async function viewOf(id: PersonaId, userId: string, looking: Actor | null): Promise<PersonaView> {
  const { roles, accountIds } = await standingOf(read(), userId);
  const actor: Actor = { userId, roles, accountIds, accountId: accountIds[0] ?? null, sessionId: "" };
  const { name, role } = await describeActor(actor);
  return { id, name, role, home: homeOf(actor), current: looking?.userId === userId };
}

/** Everybody one can be in this sandbox, in the order of the story. */
export async function listPersonas(actor: Actor | null): Promise<Result<readonly PersonaView[]>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const users = await read()
    .select({ id: t.users.id, persona: t.users.persona })
    .from(t.users)
    .where(isNotNull(t.users.persona));
  const views = users.flatMap(({ id, persona }) =>
    isPersonaId(persona) ? [viewOf(persona, id, actor)] : [],
  );
  const order = (view: PersonaView) => PERSONA_IDS.indexOf(view.id);
  return ok((await Promise.all(views)).sort((a, b) => order(a) - order(b)));
}
