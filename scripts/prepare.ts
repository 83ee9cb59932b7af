import { closeDatabase } from "@/db/registry";
import { prepare } from "@/lib/boot/prepare";

// Run by the boot scripts before the server: secrets, migrations, sandbox seed of DATA_DIR.
try {
  await prepare();
} catch (error) {
  // What the operator can mend is one sentence; anything else keeps its stack.
  const known = error instanceof Error && ["MigrationError", "UnsafeProductionError"].includes(error.name);
  console.error(known ? error.message : error);
  process.exitCode = 1;
} finally {
  closeDatabase();
}
