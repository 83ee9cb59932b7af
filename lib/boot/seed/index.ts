import "server-only";
import { seedAwkwardDomains } from "./awkward";
import { seedFiledElsewhere } from "./elsewhere";
import { seedPersonas } from "./personas";
import { seedSituations } from "./situations";

/** Fills an empty sandbox with its personas and their situations. */
export async function seedSandbox(): Promise<void> {
  await seedPersonas();
  await seedFiledElsewhere();
  await seedSituations();
  await seedAwkwardDomains();
}
