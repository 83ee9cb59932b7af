import "server-only";
import { OutboundError } from "@/lib/outbound/errors";
import { greetSystem, systemSettings } from "@/lib/systems";
import { type SystemName, urlName } from "@/lib/systems/settings";
import { failureCode } from "@/lib/work/backoff";
import { type DoctorFinding, finding } from "./finding";

/** One of the provider's own systems over HTTP: is it named, does it answer, and is it the one it is taken for? */
export async function lookAtSystem(system: SystemName): Promise<DoctorFinding> {
  const said = finding(system);
  const name = urlName(system);
  const settings = systemSettings(system);
  if (settings === null) return said("ok", `${name} is not set: what files brought answers`);
  try {
    await greetSystem(system, settings);
    return said("ok", `answers at ${new URL(settings.url).host}`);
  } catch (error) {
    return said("fail", `${name}: ${whatToDo(error)} Until then its facts are unknown and no order passes.`);
  }
}

function whatToDo(error: unknown): string {
  if (!(error instanceof OutboundError)) return `it cannot be asked (${failureCode(error)}).`;
  if (error.code === "EANSWER")
    return `it answers, but not {"system"} with its name as public/schema says: is it the right address?`;
  if (error.status === 401 || error.status === 403)
    return `it answers ${error.status}: check the token beside it.`;
  if (error.status !== null) return `it answers ${error.status}.`;
  if (error.code === "EBLOCKED") return "this address is not called: http in production, or link-local.";
  return `it does not answer (${error.code}).`;
}
