import { z } from "zod";
import { type ApplicationDraft, PartId, type ServiceDraft } from "@/lib/filing/application/draft";
import {
  addApp,
  addWebsite,
  dropUnusedPeople,
  duplicateService,
  moveService,
  type RandomBytes,
  removeService,
} from "@/lib/filing/application/edit";

/** What can be done to the list of services; each is applied to the newest list, so none of them can be stale. */
export const ServiceOperation = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), kind: z.enum(["WEBSITE", "APP"]) }),
  z.strictObject({ op: z.literal("duplicate"), id: PartId }),
  z.strictObject({ op: z.literal("move"), id: PartId, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.strictObject({ op: z.literal("remove"), id: PartId }),
]);
export type ServiceOperation = z.infer<typeof ServiceOperation>;

export type ListProblem =
  | { readonly problem: "gone" }
  | { readonly problem: "full"; readonly kind: ServiceKind };
export type ServiceKind = ServiceDraft["kind"];
/** How many of each kind one order may hold. */
export type ServiceLimits = Readonly<Record<ServiceKind, number>>;

/** Of which kind an operation adds one; undefined when it adds none. */
function addedKind(app: ApplicationDraft, operation: ServiceOperation): ServiceKind | undefined {
  if (operation.op === "add") return operation.kind;
  if (operation.op === "duplicate") return app.services.find(({ id }) => id === operation.id)?.kind;
  return undefined;
}

/** Applies an operation to the newest document, or says why it cannot be. */
export function editServices(
  app: ApplicationDraft,
  operation: ServiceOperation,
  limits: ServiceLimits,
  random: RandomBytes,
): { readonly app: ApplicationDraft } | ListProblem {
  const kind = addedKind(app, operation);
  if (kind && app.services.filter((service) => service.kind === kind).length >= limits[kind])
    return { problem: "full", kind };
  if (operation.op !== "add" && !app.services.some(({ id }) => id === operation.id))
    return { problem: "gone" };
  switch (operation.op) {
    case "add":
      return { app: operation.kind === "WEBSITE" ? addWebsite(app, random) : addApp(app, random) };
    case "duplicate":
      return { app: duplicateService(app, operation.id, random) };
    case "move":
      return { app: moveService(app, operation.id, operation.by) };
    case "remove":
      return { app: dropUnusedPeople(removeService(app, operation.id)) };
  }
}

/** The service an operation made; undefined when it made none. */
export const madeBy = (before: ApplicationDraft, after: ApplicationDraft): string | undefined =>
  after.services.find(({ id }) => !before.services.some((old) => old.id === id))?.id;
