import "server-only";
import { headers as requestHeaders } from "next/headers";
import type { z } from "zod";
import type { Actor, Capability } from "@/lib/filing/access";
import type { Refusal } from "@/lib/filing/shared/refusal";
import type { Result } from "@/lib/filing/shared/result";
import { afterCommit } from "./after-commit";
import { parseInput } from "./parse";
import { objectOf, perform } from "./perform";
import { type Rate, register } from "./registry";

/**
 * Server actions. A file `actions.ts` beside the page begins with "use server" and exports what this returns:
 *
 *   "use server";
 *   export const submitOrderAction = defineAction({ name: "order.submit", capability: "order.submit.own", … });
 *
 * An action is a public endpoint: anybody can call it with anything. Everything that protects it is in here.
 */
export type ActionResult<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly error: Refusal };

/** Who `run` is given: public operations may be called by nobody in particular. */
export type ActorFor<C extends Capability | "public"> = C extends "public" ? Actor | null : Actor;

export interface ActionDefinition<C extends Capability | "public", I, V> {
  readonly name: string;
  readonly capability: C;
  readonly input: z.ZodType<I>;
  readonly rate?: Rate;
  readonly run: (actor: ActorFor<C>, input: I, request: { readonly headers: Headers }) => Promise<Result<V>>;
}

/** The same with the headers given; `defineAction` takes them from Next. */
export function actionOver(headersOf: () => Promise<Headers>) {
  return <const C extends Capability | "public", I, V>(definition: ActionDefinition<C, I, V>) => {
    const { name, capability, rate, input, run } = definition;
    const operation = { name, capability, rate, kind: "action" } as const;
    register(operation);
    return async (raw: unknown): Promise<ActionResult<V>> => {
      const headers = await headersOf();
      const result = await perform(
        operation,
        { method: "POST", headers, object: objectOf(raw) },
        async (actor) => {
          const parsed = parseInput(input, raw);
          // `admit` let nobody anonymous past a capability, so the actor is who `run` expects.
          return parsed.ok ? run(actor as ActorFor<C>, parsed.value, { headers }) : parsed;
        },
      );
      if (result.ok) afterCommit();
      return result;
    };
  };
}

export const defineAction = actionOver(async () => new Headers(await requestHeaders()));
