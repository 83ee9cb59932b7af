import type { OrderType } from "@/lib/filing/application/codes";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";

/** What an approval of a type does to the register (DF §2.3, column "Result"). */
interface Effect {
  /** `opened`: nobody has it yet; `written`: what the order says replaces it; `as-allowed`: where the province lets access differ. */
  readonly organiser: "opened" | "written" | "as-allowed" | "kept";
  /** `new`: each gets a number; `known`: each has one and keeps it; `none`: nothing is done to services. */
  readonly services: "new" | "known" | "none";
  /** Is what is filed of known services replaced, and do their domains go when the order no longer names them? */
  readonly contents: "written" | "as-allowed";
  /** From now on served by us, too. */
  readonly opensAccess: boolean;
}

const effect = (
  organiser: Effect["organiser"],
  services: Effect["services"],
  contents: Effect["contents"] = "written",
): Effect => ({
  organiser,
  services,
  contents,
  opensAccess: services === "new" || contents === "as-allowed",
});

export const EFFECTS: Readonly<Record<OrderType, Effect>> = {
  FIRST_FILING: effect("opened", "new"),
  NEW_SERVICE_LOCAL: effect("kept", "new"),
  NEW_SERVICE_FOREIGN: effect("written", "new"),
  ACCESS_FILING: effect("as-allowed", "known", "as-allowed"),
  ACCESS_SERVICE: effect("kept", "known", "as-allowed"),
  CHANGE_FILING: effect("written", "known"),
  CHANGE_ENTITY: effect("written", "none"),
  CHANGE_SERVICE: effect("kept", "known"),
  CANCEL_ENTITY: effect("kept", "none"),
  CANCEL_SERVICE: effect("kept", "none"),
  CANCEL_ACCESS: effect("kept", "none"),
};

/** May an access order say something else than what is filed (DF §5.4)? In six provinces what is filed stays. */
export const mayDiffer = (province: string): boolean =>
  PROVINCES_BY_CODE[province]?.accessInfoMayDiffer ?? false;
