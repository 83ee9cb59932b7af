import type { NextRequest } from "next/server";
import { answerHandshake } from "@/lib/auth/handshake-route";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context) => answerHandshake(request, context);

export { handler as GET, handler as POST };
