import { prepare } from "@/lib/boot/prepare";

// Run by the boot scripts before the server: secrets, migrations, sandbox seed of DATA_DIR.
await prepare();
