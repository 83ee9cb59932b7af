import { z } from "zod";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { defineRoute } from "@/lib/http/define-route";
import { readMark } from "@/lib/usecases/provider/mark";

/** The provider's mark, on every page. `v` is its hash, so that browsers may keep it. */
export const GET = defineRoute({
  name: "provider.mark.read",
  capability: "public",
  query: z.strictObject({ v: z.string().max(64).optional() }),
  run: async () => {
    const png = await readMark();
    if (png === null) return fail(refuse("not_found"));
    return new Response(new Uint8Array(png), {
      headers: {
        "Content-Type": "image/png",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "public, max-age=86400",
      },
    });
  },
});
