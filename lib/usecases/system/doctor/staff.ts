import "server-only";
import { read } from "@/db/client";
import { env } from "@/lib/env";
import { currentPolicy } from "../../policy/current-policy";
import { hasRealAdmin } from "../../staff/first-admin";
import { type DoctorFinding, finding } from "./finding";

/** Who lets people in, and with what they sign in. The sandbox has invented people for both. */
export async function lookAtStaff(): Promise<DoctorFinding> {
  const staff = finding("staff");
  if (env.MODE === "sandbox") return staff("ok", "the sandbox's invented people");
  if (!(await hasRealAdmin(read())))
    return staff(
      "warn",
      "There is no administrator: npm run admin -- --email ADDRESS --name NAME makes the first.",
    );
  return (await currentPolicy()).provider.staffTotp === "required"
    ? staff("ok", "an administrator, and staff sign in with a second step")
    : staff(
        "warn",
        "Staff may sign in by password alone: set the second step of staff to required under Policy.",
      );
}
