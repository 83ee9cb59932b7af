import { health } from "@/lib/usecases/system/health";

export const dynamic = "force-dynamic";

/** Without authentication: load balancers and the boot script ask it. */
export async function GET(): Promise<Response> {
  const state = await health();
  return Response.json(state, {
    status: state.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
