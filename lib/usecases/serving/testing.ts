/** Found the way Next finds it: arrows point down, and a test here may not import a page's file. */
type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
const routes = import.meta.glob<{ GET: Handler }>("/app/api/serving/route.ts", { eager: true });
const GET: Handler = (request, context) => {
  const route = routes["/app/api/serving/route.ts"];
  if (route === undefined) throw new Error("no route");
  return route.GET(request, context);
};

/** Asks the feed as a machine would. */
export const askFeed = (query: string, headers: Record<string, string>): Promise<Response> =>
  GET(new Request(`http://localhost:3000/api/serving${query}`, { headers }), { params: Promise.resolve({}) });
