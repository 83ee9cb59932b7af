import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { type Footer, footerOf, type Pointing } from "@/lib/filing/after/footer";
import { appWording, footerHtml } from "@/lib/filing/after/snippet";
import { afterTasks, type Task } from "@/lib/filing/after/tasks";
import { ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { loadOwnService } from "./own-service";

export interface AfterTaskView extends Task {
  /** When it was ticked; null: not yet. */
  readonly doneAt: number | null;
}

export interface AfterView {
  readonly serviceId: string;
  readonly entityId: string;
  readonly name: string;
  readonly number: string;
  readonly kind: "WEBSITE" | "APP";
  readonly ended: boolean;
  readonly tasks: readonly AfterTaskView[];
  readonly footer: Footer;
  /** HTML for a website, wording for an APP. */
  readonly snippet: string;
  /** Does it make a difference how the organiser's domains lead to the site? */
  readonly asksPointing: boolean;
  /** Until a new service can be reached, minutes. */
  readonly lagMinutes: readonly [number, number];
}

/** What is left to do for one filed service, and what to put on it. */
export async function getAfter(
  actor: Actor,
  { serviceId, pointing }: { readonly serviceId: string; readonly pointing: Pointing },
): Promise<Result<AfterView>> {
  const own = await loadOwnService(read(), actor, serviceId);
  if (!own.ok) return own;
  const { entityId, name, service } = own.value;
  const { provinces, provider } = await currentPolicy();
  const province = provinces[own.value.province];
  if (province === undefined) throw new Error("a filing of no province");
  const ticked = await read().select().from(t.afterTasks).where(eq(t.afterTasks.serviceId, serviceId));
  const footer = footerOf(service, pointing, province, provider);
  const whichOf = (one: Pointing) => footerOf(service, one, province, provider).which;
  return ok({
    ...{ serviceId, entityId, name, footer },
    ...{ number: service.serviceNumber, kind: service.kind, ended: service.ended },
    tasks: afterTasks(service, { province, provider }, clock().now()).map((task) => ({
      ...task,
      doneAt: ticked.find((one) => one.task === task.id)?.doneAt ?? null,
    })),
    snippet: service.kind === "APP" ? appWording(footer) : footerHtml(footer),
    asksPointing: whichOf("one") !== whichOf("direct"),
    lagMinutes: provider.accessLagMinutes,
  });
}
