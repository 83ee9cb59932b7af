import "server-only";
import { seedPersonas } from "./personas";

/** Fills an empty sandbox with its personas and their situations. */
export async function seedSandbox(): Promise<void> {
  await seedPersonas();
}
