import { config } from "zod/v4/core";

// zod would try `new Function` once: our policy forbids it, and the browser reports the try on every page.
config({ jitless: true });
